using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace LandingZone.Core.Model;

/// <summary>
/// One rule of what filters traffic: a permission of a security group, a rule of a network security group, a VPC
/// firewall rule, a rule of a security list.
/// </summary>
public sealed record FirewallRule : Resource
{
    /// <summary>
    /// The id and name of the group or list that holds it, as people look it up: <c>sg-0a1 (web)</c>.
    /// </summary>
    public required string Firewall { get; init; }

    /// <summary>The id of the group or list that holds it, which interfaces and subnets name.</summary>
    public required string FirewallId { get; init; }

    /// <summary>Whether it is about what comes in or what goes out.</summary>
    public required Fact<TrafficDirection> Direction { get; init; }

    /// <summary>True when it lets traffic through, false when it refuses.</summary>
    public required Fact<bool> Allows { get; init; }

    /// <summary>Which protocols and ports it is about.</summary>
    public required Fact<ImmutableArray<PortRange>> Ports { get; init; }

    /// <summary>
    /// The other side's addresses in CIDR notation, prefix lists resolved; "any" and "Internet" are 0.0.0.0/0 and ::/0.
    /// Empty when the other side is named in another way (a group, a tag).
    /// </summary>
    public required Fact<ImmutableArray<string>> Addresses { get; init; }

    /// <summary>
    /// Its place among the rules of the same direction, the lowest first; of equal ones a refusal counts. 0 where order
    /// does not matter (AWS security groups, OCI).
    /// </summary>
    public required Fact<int> Priority { get; init; }

    /// <summary>
    /// Other groups, tags or accounts on the other side, as the cloud names them; empty when there are none. They are
    /// never the internet.
    /// </summary>
    public required Fact<ImmutableArray<string>> Groups { get; init; }

    /// <summary>
    /// Whether it is of the firewall that a network has by itself: AWS's default group, OCI's default list.
    /// </summary>
    public required Fact<bool> OfDefault { get; init; }

    /// <summary>What it is for, in words; empty when nobody wrote it.</summary>
    public required Fact<string> Description { get; init; }

    /// <summary>Whether its group or list filters any interface or subnet. Derived from those.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Fact<bool> Attached { get; init; }

    /// <summary>
    /// The ports at which it lets the whole internet in, IPv4 or IPv6: by 0.0.0.0/0, but also by 0.0.0.0/1 with
    /// 128.0.0.0/1, alone or as the first of several rules of its firewall, where no rule before it refuses. Derived.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Fact<ImmutableArray<PortRange>> InternetPorts { get; init; }

    /// <summary>
    /// Those at which the internet reaches something by it: an interface with a public address in a subnet that is
    /// routed to the internet, whose other firewalls let it in too. Derived.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Fact<ImmutableArray<PortRange>> ExposedPorts { get; init; }
}

[JsonConverter(typeof(CamelCaseEnum<TrafficDirection>))]
public enum TrafficDirection
{
    Ingress,
    Egress,
}

/// <summary>A protocol and its ports from first to last, both included.</summary>
public sealed record PortRange
{
    /// <summary><c>tcp</c>, <c>udp</c>, <c>icmp</c>, <c>icmpv6</c>, another protocol's number, or <c>any</c>.</summary>
    public required string Protocol { get; init; }

    /// <summary>0 to 65535; 0 for a protocol that has no ports.</summary>
    public required int From { get; init; }

    /// <summary>0 to 65535; 65535 for <c>any</c>, 0 for a protocol that has no ports.</summary>
    public required int To { get; init; }
}
