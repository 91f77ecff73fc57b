using System.Collections.Immutable;

namespace LandingZone.Cel;

/// <summary>All functions that an expression has without the host's.</summary>
internal static class StandardLibrary
{
    /// <summary>Families may add overloads to one another's functions, such as <c>string(ip)</c>.</summary>
    public static readonly ImmutableDictionary<string, CelFunction> Functions = new[]
    {
        Arithmetic.All, Comparisons.All, Collections.All, Conversions.All, Strings.All, Regexes.All, Times.All,
        Sets.All, Lists.All, ListOrder.All, Maps.All, Mathematics.All, Base64.All, Formats.All, Networks.All,
    }
    .SelectMany(family => family)
    .GroupBy(function => function.Name)
    .ToImmutableDictionary(group => group.Key, group => group.Aggregate((one, more) => one.With(more)));
}
