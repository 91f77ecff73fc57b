using System.Collections.Immutable;
using LandingZone.Core.Model;

namespace LandingZone.Core.Rules;

/// <summary>Which rules judge, and which clouds.</summary>
public sealed record RuleSelection
{
    public static RuleSelection Default { get; } = new();

    /// <summary>The highest tier that is judged.</summary>
    public Tier Tier { get; init; } = Tier.Foundation;

    /// <summary>Ids, sections or controls, with <c>*</c> for any text; these count whatever their tier. Empty: all of the tier.</summary>
    public ImmutableArray<string> Only { get; init; } = [];

    /// <summary>Ids, sections or controls that are left out, with <c>*</c> for any text.</summary>
    public ImmutableArray<string> Skip { get; init; } = [];

    /// <summary>The clouds that are judged. Empty: all.</summary>
    public ImmutableArray<Cloud> Clouds { get; init; } = [];

    /// <summary>Only rules that serve one of these frameworks (<c>*</c> for any text). Empty: all rules.</summary>
    public ImmutableArray<string> Frameworks { get; init; } = [];
}
