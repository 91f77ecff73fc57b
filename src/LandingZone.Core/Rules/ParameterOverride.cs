using System.Collections.Immutable;

namespace LandingZone.Core.Rules;

/// <summary>Values that a company gives to a rule's parameters, for everything or for some accounts.</summary>
public sealed record ParameterOverride
{
    /// <summary>Where a rule is named: every rule that has such a parameter.</summary>
    public const string AllRules = "all";

    public required string Rule { get; init; }

    /// <summary>An account's id or name (<c>*</c> for any text), <c>folder:NAME</c> or <c>tag:KEY=VALUE</c>; null for everything.</summary>
    public string? On { get; init; }

    /// <summary>Parameters with their values as JSON.</summary>
    public required ImmutableSortedDictionary<string, string> Values { get; init; }
}
