using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace LandingZone.Core.Model;

/// <summary>
/// A way in for administrators that needs no public address on the machines: Azure Bastion, OCI Bastion, an EC2
/// Instance Connect Endpoint, Session Manager, Identity-Aware Proxy, or a machine that serves as one. Core adds to its
/// scopes the accounts whose networks are connected with one of its own.
/// </summary>
public sealed record Bastion : ScopedResource
{
    /// <summary>What it is; a broker needs no network of its own.</summary>
    public required Fact<BastionType> Type { get; init; }

    /// <summary>The ids of the networks that it stands in; empty for a broker that needs none.</summary>
    public required Fact<ImmutableArray<string>> Networks { get; init; }

    /// <summary>From which addresses it may be entered, in CIDR notation; conditions of access levels count.</summary>
    public required Fact<ImmutableArray<string>> Sources { get; init; }

    /// <summary>
    /// Whether the cloud asks who it is before anything is reached: always for managed bastions and brokers; never for
    /// a machine.
    /// </summary>
    public required Fact<bool> ChecksIdentity { get; init; }

    /// <summary>Whether sessions are recorded: who, when, to which machine.</summary>
    public required Fact<bool> SessionsLogged { get; init; }

    /// <summary>The longest session; hours. 0 when there is no limit.</summary>
    public required Fact<double> MaximumSessionHours { get; init; }

    /// <summary>Whether it may be entered from the whole internet. Derived from <see cref="Sources"/>.</summary>
    [JsonIgnore]
    public Fact<bool> OpenToInternet => Sources.OpenToInternet();
}

[JsonConverter(typeof(CamelCaseEnum<BastionType>))]
public enum BastionType
{
    /// <summary>A service of the cloud in a network.</summary>
    Managed,

    /// <summary>A service that needs no network of its own: Session Manager, Identity-Aware Proxy.</summary>
    Broker,

    /// <summary>A machine that people sign in to first.</summary>
    Machine,
}
