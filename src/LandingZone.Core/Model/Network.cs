using System.Collections.Immutable;

namespace LandingZone.Core.Model;

/// <summary>A private network: a VPC, a virtual network, a VCN.</summary>
public sealed record Network : TaggableResource
{
    /// <summary>Address ranges in CIDR notation, IPv4 and IPv6.</summary>
    public required Fact<ImmutableArray<string>> Ranges { get; init; }

    /// <summary>Whether the cloud made it unasked. Never on Azure and OCI.</summary>
    public required Fact<bool> Default { get; init; }

    /// <summary>Whether any network interface is in it.</summary>
    public required Fact<bool> InUse { get; init; }

    /// <summary>
    /// The ids of the networks that it can reach, by peering or through a transit gateway or hub; empty when there are
    /// none.
    /// </summary>
    public required Fact<ImmutableArray<string>> Peers { get; init; }

    /// <summary>
    /// Whether what goes out passes a firewall that knows where it may go: a network firewall, a proxy, denied by
    /// default.
    /// </summary>
    public required Fact<bool> EgressFiltered { get; init; }

    /// <summary>Whether a private DNS zone answers in it, beside the names that the cloud gives by itself.</summary>
    public required Fact<bool> PrivateDns { get; init; }

    /// <summary>Whether flow logs record its whole traffic, accepted and refused, and are delivered.</summary>
    /// <seealso href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_FlowLog.html"/>
    public required Fact<bool> FlowLogs { get; init; }
}
