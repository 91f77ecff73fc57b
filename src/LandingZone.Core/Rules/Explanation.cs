using System.Collections.Immutable;
using LandingZone.Core.Model;

namespace LandingZone.Core.Rules;

/// <summary>Why a rule says of a resource what it says, and what would make it say something else.</summary>
public sealed record Explanation
{
    public required Rule Rule { get; init; }

    public required Resource Resource { get; init; }

    /// <summary>The account that the resource belongs to; null when it belongs to none that is in the estate.</summary>
    public Account? Account { get; init; }

    public required Verdict Verdict { get; init; }

    /// <summary>What is wrong, or what was not read; empty for a pass.</summary>
    public required string Message { get; init; }

    /// <summary>Who has accepted it; null for what nobody has waived.</summary>
    public Waiver? Waiver { get; init; }

    /// <summary>The facts that decided, in the order in which they were asked for.</summary>
    public ImmutableArray<DecidingFact> Facts { get; init; } = [];

    /// <summary>Each single fact that would turn the verdict.</summary>
    public ImmutableArray<TurningFact> Changes { get; init; } = [];
}

/// <summary>One fact that decided.</summary>
/// <param name="Owner">Whose fact; null for a rule's parameter and for what the whole estate holds.</param>
/// <param name="Name">As rules write it, such as <c>publicAccessBlocked</c> or <c>accessKeys[0].active</c>.</param>
/// <param name="Value">What was read; for an incomplete list how much of it.</param>
/// <param name="Unread">Why it was not read, or not in full; null when it was.</param>
public sealed record DecidingFact(Resource? Owner, string Name, string Value, string? Unread)
{
    /// <summary>The owner's own fact that it is part of, such as <c>accessKeys</c>.</summary>
    public string Root => Name.Split('.', '[')[0];
}

/// <summary>One fact that would turn the verdict alone.</summary>
/// <param name="Fact">The fact as it is.</param>
/// <param name="Instead">What it would have to be.</param>
/// <param name="Verdict">What the rule would say then.</param>
public sealed record TurningFact(DecidingFact Fact, string Instead, Verdict Verdict);
