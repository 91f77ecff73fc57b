using System.Collections.Immutable;

namespace LandingZone.Cel;

/// <summary>All functions that an expression has without the host's.</summary>
internal static class StandardLibrary
{
    public static readonly ImmutableDictionary<string, CelFunction> Functions = new[]
    {
        Arithmetic.All, Comparisons.All, Collections.All, Conversions.All, Strings.All, Regexes.All, Times.All,
    }.SelectMany(family => family).ToImmutableDictionary(function => function.Name);
}
