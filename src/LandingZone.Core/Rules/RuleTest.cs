using System.Collections.Immutable;

namespace LandingZone.Core.Rules;

/// <summary>An example in a rule's own file: what is there, and which verdict it must get.</summary>
public sealed record RuleTest
{
    public required Verdict Expected { get; init; }

    /// <summary>What the example shows, in words.</summary>
    public required string Case { get; init; }

    /// <summary>The text that a failure must have; null when the example does not pin it.</summary>
    public string? Message { get; init; }

    /// <summary>Overridden parameters, as JSON.</summary>
    public ImmutableSortedDictionary<string, string> Params { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>The estate around the judged resource, which comes first.</summary>
    public required ImmutableArray<Model.Resource> Estate { get; init; }

    /// <summary>The line in the rule's file.</summary>
    public required int Line { get; init; }
}
