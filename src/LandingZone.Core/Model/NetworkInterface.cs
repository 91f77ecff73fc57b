using System.Collections.Immutable;

namespace LandingZone.Core.Model;

/// <summary>
/// Where a machine, a load balancer or another service touches a subnet: a network interface, a VNIC, an interface of a
/// Google instance or forwarding rule.
/// </summary>
public sealed record NetworkInterface : Resource
{
    /// <summary>The subnet that it is in.</summary>
    public required Fact<Link<Subnet>> Subnet { get; init; }

    /// <summary>
    /// The ids of the firewalls that filter it in addition to its subnet's: AWS security groups, an Azure security
    /// group on the interface, the rules of a Google network that concern it (by target tags and accounts), security
    /// lists and groups of OCI together. Empty when there are none, as can be on Azure: then all gets through that the
    /// subnet lets. On Google Cloud never empty: a network without rules is a firewall that lets nobody in.
    /// </summary>
    public required Fact<ImmutableArray<string>> Firewalls { get; init; }

    /// <summary>
    /// Its public addresses, IPv4 and globally routed IPv6, those of a load balancer it stands for too; empty when it
    /// has none.
    /// </summary>
    public required Fact<ImmutableArray<string>> PublicAddresses { get; init; }

    /// <summary>The id of what uses it; empty when nothing does.</summary>
    public required Fact<string> AttachedTo { get; init; }
}
