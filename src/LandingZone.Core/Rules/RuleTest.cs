using System.Collections.Immutable;

namespace LandingZone.Core.Rules;

/// <summary>An example in a rule's own file: what is there, and which verdict it must get.</summary>
public sealed record RuleTest
{
    /// <summary>What an example's <c>listed</c> may say instead of naming every kind.</summary>
    public const string EverythingListed = "all";

    public required Verdict Expected { get; init; }

    /// <summary>What the example shows, in words.</summary>
    public required string Case { get; init; }

    /// <summary>The text that a failure must have; null when the example does not pin it.</summary>
    public string? Message { get; init; }

    /// <summary>Overridden parameters, as JSON.</summary>
    public ImmutableSortedDictionary<string, string> Params { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>What was answered, for a question; null when nobody has.</summary>
    public Answer? Answer { get; init; }

    /// <summary>The <c>now</c> of the example, UTC.</summary>
    public required DateTimeOffset AsOf { get; init; }

    /// <summary>The judged resource, then its account and organization, then what else is there.</summary>
    public required ImmutableArray<Model.Resource> Estate { get; init; }

    /// <summary>The line in the rule's file.</summary>
    public required int Line { get; init; }
}
