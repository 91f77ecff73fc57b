using LandingZone.Core.Model;

namespace LandingZone.Providers;

/// <summary>The reason of a fact that no reader asks for.</summary>
internal static class NotCollected
{
    public static readonly Unread Yet = new("not collected yet");
}
