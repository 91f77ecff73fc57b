using System.Collections.Immutable;
using LandingZone.Core.Model;

namespace LandingZone.Core.Rules;

/// <summary>What a company has decided for itself.</summary>
public sealed record JudgeOptions
{
    public static JudgeOptions Default { get; } = new();

    /// <summary>What the company is called in reports; null: as the estate says.</summary>
    public string? Name { get; init; }

    public EnvironmentPatterns Environments { get; init; } = EnvironmentPatterns.Default;

    public OwnerPatterns Owners { get; init; } = OwnerPatterns.Default;

    public ImmutableSortedDictionary<Cloud, ExpectedAccounts> ExpectedAccounts { get; init; } =
        ImmutableSortedDictionary<Cloud, ExpectedAccounts>.Empty;

    internal Declarations Declarations => new()
    {
        Environments = Environments,
        Owners = Owners,
        ExpectedAccounts = ExpectedAccounts,
    };

    public ImmutableArray<Waiver> Waivers { get; init; } = [];

    public ImmutableArray<ParameterOverride> Parameters { get; init; } = [];

    public ImmutableArray<Answer> Answers { get; init; } = [];
}
