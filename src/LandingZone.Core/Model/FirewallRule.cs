using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace LandingZone.Core.Model;

/// <summary>
/// One rule of what filters traffic: a permission of a security group, a rule of a network security group, a VPC firewall
/// rule, a rule of a security list.
/// </summary>
public sealed record FirewallRule : Resource
{
    /// <summary>The id and name of the group or list that holds it, as people look it up: <c>sg-0a1 (web)</c>.</summary>
    public required string Firewall { get; init; }

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

    /// <summary>Whether the group or list is attached to anything.</summary>
    public required Fact<bool> Attached { get; init; }

    /// <summary>What it is for, in words; empty when nobody wrote it.</summary>
    public required Fact<string> Description { get; init; }

    /// <summary>
    /// Whether the addresses amount to the whole internet, IPv4 or IPv6: 0.0.0.0/0, but also 0.0.0.0/1 with 128.0.0.0/1.
    /// </summary>
    [JsonIgnore]
    public Fact<bool> OpenToInternet =>
        Addresses.IsRead ? AddressRanges.CoverInternet(Addresses.Value) : new Unread(Addresses.Unread!);
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
