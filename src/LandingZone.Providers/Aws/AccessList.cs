using System.Collections.Immutable;
using System.Globalization;
using System.Xml.Linq;
using LandingZone.Core.Model;

namespace LandingZone.Providers.Aws;

/// <summary>
/// Network ACLs, which filter subnets, as rules: one for each numbered entry. The last, which refuses what no other
/// entry names, says nothing that an absent rule does not say.
/// </summary>
/// <seealso href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_NetworkAclEntry.html"/>
internal static class AccessList
{
    // 32767 refuses the rest of IPv4, 32768 that of IPv6; the highest number that can be given is 32766.
    private const int LastNumber = 32766;

    public static IEnumerable<Resource> Read(AwsClient aws, AwsList<XElement> accessLists)
    {
        foreach (var list in accessLists.Items.Where(list => aws.Owns(list)))
        {
            foreach (var entry in list.Element("entrySet")?.Elements() ?? [])
            {
                if (int.TryParse(entry.Text("ruleNumber"), CultureInfo.InvariantCulture, out var number)
                    && number <= LastNumber)
                {
                    yield return Rule(aws, list, entry, number);
                }
            }
        }
    }

    /// <summary>The one ACL that filters the subnet.</summary>
    public static Fact<ImmutableArray<string>> IdOf(AwsClient aws, AwsList<XElement> accessLists, string subnet) =>
        accessLists.Items.FirstOrDefault(list => (list.Element("associationSet")?.Elements() ?? [])
            .Any(item => item.Text("subnetId") == subnet)) is { } found
            ? ImmutableArray.Create(Id(aws, found))
            : accessLists.Refused ?? new Unread("no network ACL of the subnet is listed");

    private static string Id(AwsClient aws, XElement list) =>
        aws.ArnOf(list, $"network-acl/{list.Text("networkAclId")}");

    private static FirewallRule Rule(AwsClient aws, XElement list, XElement entry, int number)
    {
        var tags = AwsXml.Tags(list.Element("tagSet")?.Elements() ?? [], "key", "value");
        var id = list.Text("networkAclId") ?? "";
        var label = tags.TryGetValue("Name", out var name) && name.Length > 0 ? $"{id} ({name})" : id;
        var way = entry.IsTrue("egress") ? "egress" : "ingress";
        return new FirewallRule
        {
            Id = $"{Id(aws, list)}#{way}/{number}",
            Name = $"{label} {way} {number}",
            Cloud = Cloud.Aws,
            AccountId = aws.AccountId,
            Region = aws.Region,
            Firewall = label,
            FirewallId = Id(aws, list),
            Direction = entry.IsTrue("egress") ? TrafficDirection.Egress : TrafficDirection.Ingress,
            Allows = entry.Text("ruleAction") switch
            {
                "allow" => true,
                "deny" => false,
                _ => new Unread("the answer does not state ruleAction"),
            },
            Ports = ImmutableArray.Create(
                SecurityGroup.Ports(entry.Text("protocol"), Port(entry, "from"), Port(entry, "to"))),
            Addresses = Addresses(entry),
            Priority = number,
            Groups = ImmutableArray<string>.Empty,
            // What is made in a hurry lands behind the default group. Behind the default ACL everything may stand.
            OfDefault = false,
            Description = "",
        };
    }

    private static string? Port(XElement entry, string end) => entry.Element("portRange")?.Text(end);

    private static Fact<ImmutableArray<string>> Addresses(XElement entry) =>
        new[] { entry.Text("cidrBlock"), entry.Text("ipv6CidrBlock") }
            .FirstOrDefault(range => !string.IsNullOrEmpty(range)) is { } range
            ? ImmutableArray.Create(range)
            : new Unread("the answer states neither cidrBlock nor ipv6CidrBlock");
}
