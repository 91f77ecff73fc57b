using System.Collections.Immutable;
using LandingZone.Core.Model;

namespace LandingZone.Core.Rules;

/// <summary>What a company has decided for itself.</summary>
public sealed record JudgeOptions
{
    public static JudgeOptions Default { get; } = new();

    public EnvironmentPatterns Environments { get; init; } = EnvironmentPatterns.Default;

    public ImmutableArray<Waiver> Waivers { get; init; } = [];
}
