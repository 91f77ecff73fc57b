using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace LandingZone.Core.Model;

/// <summary>
/// A limit on spending that somebody watches. Its scopes are the accounts that it is filtered to; without a filter its
/// own account, and where that account pays for others the organization.
/// </summary>
public sealed record Budget : ScopedResource
{
    /// <summary>
    /// Whether it limits all cost of its accounts; false for a budget of usage, reservations or savings plans, and for
    /// one that counts a part of the cost alone, such as one service or one resource group.
    /// </summary>
    public required Fact<bool> LimitsCost { get; init; }

    /// <summary>The limit for one period, in the billing currency; of a planned budget, the present period's.</summary>
    public required Fact<double> Amount { get; init; }

    /// <summary>When it ends; UTC. AWS gives 2087-06-15 to a budget without an end, others 9999-12-31.</summary>
    public required Fact<DateTimeOffset> Ends { get; init; }

    /// <summary>What it warns of; empty when it warns of nothing.</summary>
    public required Fact<ImmutableArray<BudgetAlert>> Alerts { get; init; }
}

/// <summary>A warning that a budget sends.</summary>
public sealed record BudgetAlert
{
    /// <summary>At which part of the amount; percent. An absolute threshold is converted.</summary>
    public required double ThresholdPercent { get; init; }

    /// <summary>Whether it counts what was spent or what will be.</summary>
    public required AlertBasis Basis { get; init; }

    /// <summary>Mail addresses, topics or action groups; empty when nobody is told.</summary>
    public required Fact<ImmutableArray<string>> Recipients { get; init; }
}

[JsonConverter(typeof(CamelCaseEnum<AlertBasis>))]
public enum AlertBasis
{
    /// <summary>What has been spent.</summary>
    Actual,

    /// <summary>What will have been spent at the end of the period.</summary>
    Forecast,
}
