using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace LandingZone.Core.Model;

/// <summary>A database that the cloud runs: RDS, Azure SQL, Cosmos DB, Cloud SQL, an Autonomous Database.</summary>
public sealed record Database : ProtectedResource
{
    /// <summary>The product and its version, such as <c>postgres 17.4</c>.</summary>
    public required Fact<string> Engine { get; init; }

    /// <summary>
    /// When the cloud's standard support of that version ends; UTC. 9999-12-31 where it keeps the product current
    /// itself.
    /// </summary>
    public required Fact<DateTimeOffset> SupportEnds { get; init; }

    /// <summary>Whether minor versions are installed without anybody's doing.</summary>
    public required Fact<bool> UpgradesItself { get; init; }

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

    /// <summary>Whether it is encrypted at rest. Always true on Azure, Google Cloud and OCI.</summary>
    public required Fact<bool> Encrypted { get; init; }

    /// <summary>Whether the key is one that the customer manages.</summary>
    public required Fact<bool> CustomerKey { get; init; }

    /// <summary>Whether it refuses connections without TLS.</summary>
    public required Fact<bool> TlsOnly { get; init; }

    /// <summary>The oldest version of TLS that it accepts, such as 1.2; 0 where it accepts none.</summary>
    public required Fact<double> MinimumTls { get; init; }

    /// <summary>
    /// Whether a second one takes over by itself when a data centre fails: Multi-AZ, zone redundancy, Data Guard.
    /// </summary>
    public required Fact<bool> HighlyAvailable { get; init; }

    /// <summary>For how many days automatic backups are kept; 0 when there are none.</summary>
    public required Fact<int> BackupDays { get; init; }

    /// <summary>Regions with replicas or copies of its data, its own left out; empty when there are none.</summary>
    public required Fact<ImmutableArray<string>> ReplicaRegions { get; init; }

    /// <summary>Whether the whole internet may connect, were it routed. Derived from <see cref="Sources"/>.</summary>
    [JsonIgnore]
    public Fact<bool> OpenToInternet => Sources.OpenToInternet();
}
