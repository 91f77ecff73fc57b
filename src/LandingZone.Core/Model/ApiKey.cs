using System.Collections.Immutable;

namespace LandingZone.Core.Model;

/// <summary>A key that tells a project and no person (Google Cloud). No other cloud has them.</summary>
public sealed record ApiKey : Resource
{
    /// <summary>The APIs that it may call; empty when all.</summary>
    public required Fact<ImmutableArray<string>> Apis { get; init; }

    /// <summary>Whether only some sites, addresses or applications may use it.</summary>
    public required Fact<bool> ClientsRestricted { get; init; }
}
