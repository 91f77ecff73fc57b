using System.Collections.Immutable;
using System.Globalization;
using System.Xml.Linq;
using LandingZone.Core.Model;

namespace LandingZone.Providers.Aws;

/// <summary>
/// Security groups as rules: one for each direction, protocol and range of ports, with all its addresses.
/// </summary>
/// <seealso href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IpPermission.html"/>
internal static class SecurityGroup
{
    private const int LastPort = 65535;

    private static readonly string[] Sides = ["ipRanges", "ipv6Ranges", "prefixListIds", "groups"];

    public static IEnumerable<Resource> Read(
        AwsClient aws,
        AwsList<XElement> groups,
        IReadOnlyDictionary<string, AwsList<XElement>> prefixLists)
    {
        foreach (var group in groups.Items.Where(group => aws.Owns(group)))
        {
            foreach (var (set, direction) in
                new[] { ("ipPermissions", TrafficDirection.Ingress), ("ipPermissionsEgress", TrafficDirection.Egress) })
            {
                // AWS merges permissions of the same ports already; grouping them keeps ids apart whatever comes.
                foreach (var same in (group.Element(set)?.Elements() ?? []).GroupBy(
                    permission => Ports(
                        permission.Text("ipProtocol"), permission.Text("fromPort"), permission.Text("toPort"))))
                {
                    yield return Rule(aws, group, direction, same, prefixLists);
                }
            }
        }
    }

    private static FirewallRule Rule(
        AwsClient aws,
        XElement group,
        TrafficDirection direction,
        IGrouping<PortRange, XElement> permissions,
        IReadOnlyDictionary<string, AwsList<XElement>> prefixLists)
    {
        var id = group.Text("groupId") ?? "";
        var ports = permissions.Key;
        var label = $"{id} ({group.Text("groupName")})";
        var way = direction == TrafficDirection.Ingress ? "ingress" : "egress";
        var range = $"{ports.Protocol} {ports.From}-{ports.To}";
        return new FirewallRule
        {
            Id = $"{aws.Arn("ec2", $"security-group/{id}")}#{way}/{range.Replace(' ', '/')}",
            Name = $"{label} {way} {range}",
            Cloud = Cloud.Aws,
            AccountId = aws.AccountId,
            Region = aws.Region,
            Firewall = label,
            FirewallId = aws.Arn("ec2", $"security-group/{id}"),
            Direction = direction,
            // A security group has no rule that refuses.
            Allows = true,
            Ports = ImmutableArray.Create(ports),
            Addresses = Addresses(permissions, prefixLists),
            Priority = 0,
            Groups = ImmutableArray.CreateRange(permissions.SelectMany(permission => permission.Element("groups")?.Elements() ?? [])
                .Select(pair => pair.Text("groupId")).OfType<string>().Distinct()),
            OfDefault = group.Text("groupName") is { } name ? name == "default" : new Unread("the answer does not state groupName"),
            Description = Description(permissions),
        };
    }

    /// <summary>Ports as EC2 writes them, with its numbers and names of protocols.</summary>
    public static PortRange Ports(string? number, string? first, string? last)
    {
        var protocol = number switch
        {
            "-1" or null => "any",
            "1" => "icmp",
            "6" => "tcp",
            "17" => "udp",
            "58" => "icmpv6",
            var other => other,
        };
        var (from, to) = (Number(first), Number(last));
        return protocol switch
        {
            "any" => new PortRange { Protocol = protocol, From = 0, To = LastPort },
            "tcp" or "udp" when from >= 0 && to >= from => new PortRange { Protocol = protocol, From = from, To = to },
            "tcp" or "udp" => new PortRange { Protocol = protocol, From = 0, To = LastPort },
            // Of ICMP and ICMPv6 the two numbers are type and code; other protocols have none.
            _ => new PortRange { Protocol = protocol, From = 0, To = 0 },
        };
    }

    private static Fact<ImmutableArray<string>> Addresses(
        IEnumerable<XElement> permissions, IReadOnlyDictionary<string, AwsList<XElement>> prefixLists)
    {
        var addresses = ImmutableArray.CreateBuilder<string>();
        foreach (var permission in permissions)
        {
            addresses.AddRange(permission.Descendants("cidrIp").Select(range => range.Value));
            addresses.AddRange(permission.Descendants("cidrIpv6").Select(range => range.Value));
            foreach (var id in permission.Descendants("prefixListId").Select(list => list.Value))
            {
                var entries = prefixLists[id];
                if (entries.Refused is { } refused)
                {
                    return refused;
                }

                addresses.AddRange(entries.Items.Select(entry => entry.Text("cidr")).OfType<string>());
            }
        }

        return addresses.Distinct().ToImmutableArray();
    }

    /// <summary>
    /// What is written to each address, prefix list or group of the rule; empty where one of them has nothing, as it is
    /// that one which nobody can explain.
    /// </summary>
    /// <seealso href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IpRange.html"/>
    private static string Description(IEnumerable<XElement> permissions)
    {
        var written = permissions
            .SelectMany(permission => Sides.SelectMany(side => permission.Element(side)?.Elements() ?? []))
            .Select(side => side.Text("description")?.Trim() ?? "")
            .Distinct()
            .ToList();
        return written.Contains("") ? "" : string.Join("; ", written);
    }

    private static int Number(string? text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : -1;
}
