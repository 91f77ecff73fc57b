using LandingZone.Core.Model;

namespace LandingZone.Providers;

/// <summary>Logic over what may be unread: a known operand may decide, else the unread one's reason stands.</summary>
internal static class FactLogic
{
    public static Fact<bool> Not(this Fact<bool> fact) => fact.Select(value => !value);

    public static Fact<bool> Or(this Fact<bool> left, Fact<bool> right) =>
        left.Is(true) || right.Is(true) ? true : left.IsRead ? right : left;

    public static Fact<bool> And(this Fact<bool> left, Fact<bool> right) =>
        left.Is(false) || right.Is(false) ? false : left.IsRead ? right : left;

    private static bool Is(this Fact<bool> fact, bool value) => fact.IsRead && fact.Value == value;
}
