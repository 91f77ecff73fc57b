using System.Collections.Immutable;

namespace LandingZone.Core.Model;

/// <summary>A part of a network: a subnet of a VPC, a virtual network or a VCN.</summary>
public sealed record Subnet : TaggableResource
{
    /// <summary>The network that it is a part of.</summary>
    public required Fact<Link<Network>> Network { get; init; }

    /// <summary>Address ranges in CIDR notation, IPv4 and IPv6, secondary ones too.</summary>
    public required Fact<ImmutableArray<string>> Ranges { get; init; }

    /// <summary>
    /// The ids of the firewalls that filter the whole subnet before those of its interfaces: a network ACL of AWS, a
    /// network security group of Azure. Empty on Google Cloud and OCI, whose rules filter the interfaces.
    /// </summary>
    public required Fact<ImmutableArray<string>> Firewalls { get; init; }

    /// <summary>
    /// Whether its routes lead to the internet for a public address: an internet gateway of AWS or OCI, a default route
    /// of Azure or Google Cloud that nothing overrides. A NAT gateway lets nobody in and does not count.
    /// </summary>
    /// <seealso href="https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Internet_Gateway.html"/>
    public required Fact<bool> RoutedToInternet { get; init; }

    /// <summary>Whether new machines get a public address unasked.</summary>
    public required Fact<bool> AssignsPublicAddresses { get; init; }

    /// <summary>
    /// Whether the cloud's own services are reached without the internet: a gateway endpoint or service gateway on its
    /// routes, service endpoints, Private Google Access.
    /// </summary>
    public required Fact<bool> PrivateServiceAccess { get; init; }

    /// <summary>
    /// Whether anything that serves the internet on purpose is in it: a load balancer, a NAT gateway, a bastion.
    /// </summary>
    public required Fact<bool> PublicServices { get; init; }
}
