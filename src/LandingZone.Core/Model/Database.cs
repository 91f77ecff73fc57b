using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace LandingZone.Core.Model;

/// <summary>A database that the cloud runs: RDS, Azure SQL, Cosmos DB, Cloud SQL, an Autonomous Database.</summary>
public sealed record Database : TaggableResource
{
    /// <summary>Whether it has an address that the internet can route to.</summary>
    public required Fact<bool> PublicEndpoint { get; init; }

    /// <summary>
    /// From which addresses it may be reached, in CIDR notation, by its own firewall or the groups that guard it; empty
    /// when only from private networks.
    /// </summary>
    public required Fact<ImmutableArray<string>> Sources { get; init; }

    /// <summary>
    /// Whether any customer's resources in the same cloud may connect: Azure SQL's rule from 0.0.0.0 to 0.0.0.0. Always
    /// false elsewhere.
    /// </summary>
    /// <seealso href="https://learn.microsoft.com/en-us/azure/azure-sql/database/firewall-configure"/>
    public required Fact<bool> OpenToAllTenants { get; init; }

    /// <summary>Whether the whole internet may connect, were it routed. Derived from <see cref="Sources"/>.</summary>
    [JsonIgnore]
    public Fact<bool> OpenToInternet => Sources.IsRead ? AddressRanges.CoverInternet(Sources.Value) : new Unread(Sources.Unread!);
}
