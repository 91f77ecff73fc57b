using System.Collections.Immutable;
using System.Xml.Linq;
using LandingZone.Core.Model;

namespace LandingZone.Providers.Aws;

/// <summary>Network interfaces that the account owns, those that services of AWS made in its name too.</summary>
/// <seealso href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_NetworkInterface.html"/>
internal static class Interface
{
    public static IEnumerable<Resource> Read(
        AwsClient aws, AwsList<XElement> interfaces, AwsList<XElement> subnets, AwsList<XElement> groups)
    {
        var owners = groups.Items.ToLookup(group => group.Text("groupId"));
        foreach (var item in interfaces.Items.Where(item => aws.Owns(item)))
        {
            var id = item.Text("networkInterfaceId") ?? "";
            yield return new NetworkInterface
            {
                Id = aws.Arn("ec2", $"network-interface/{id}"),
                Name = item.Text("description") is { Length: > 0 } description ? $"{id} ({description})" : id,
                Cloud = Cloud.Aws,
                AccountId = aws.AccountId,
                Region = aws.Region,
                Subnet = VpcSubnet.Link(aws, subnets, item.Text("subnetId")),
                Firewalls = Firewalls(aws, item, owners),
                PublicAddresses = PublicAddresses(item),
                AttachedTo = AttachedTo(aws, item),
            };
        }
    }

    /// <summary>
    /// Whether it is of a NAT gateway or a load balancer with a public address: internal ones serve no internet.
    /// </summary>
    public static bool ServesInternet(XElement item) =>
        (item.Text("interfaceType") is "nat_gateway" or "natGateway" or "load_balancer" or "network_load_balancer"
                or "gateway_load_balancer"
            || item.Text("requesterId") == "amazon-elb"
            || item.Text("description")?.StartsWith("ELB ", StringComparison.Ordinal) == true
            || item.Text("description")?.StartsWith("Interface for NAT Gateway ", StringComparison.Ordinal) == true)
        && !PublicAddresses(item).IsEmpty;

    /// <summary>
    /// Its groups, each with its owner: a network may be shared together with them. An interface without any is of a
    /// NAT gateway, a balancer or a like service, which itself lets in nothing but what it was made for.
    /// </summary>
    private static Fact<ImmutableArray<string>> Firewalls(
        AwsClient aws, XElement item, ILookup<string?, XElement> owners)
    {
        var ids = (item.Element("groupSet")?.Elements() ?? []).Select(group => group.Text("groupId")).OfType<string>();
        ImmutableArray<string> firewalls =
            [.. ids.Select(id => owners[id].FirstOrDefault() is { } group
                ? aws.ArnOf(group, $"security-group/{id}")
                : aws.Arn("ec2", $"security-group/{id}"))];
        return firewalls.IsEmpty
            ? ImmutableArray.Create(aws.Arn("ec2", $"network-interface/{item.Text("networkInterfaceId")}"))
            : firewalls;
    }

    /// <summary>
    /// Public IPv4 addresses, and IPv6 addresses that the internet routes (2000::/3) and AWS does not keep from it.
    /// </summary>
    private static ImmutableArray<string> PublicAddresses(XElement item) =>
    [
        .. item.Descendants("association").Select(association => association.Text("publicIp"))
            .Concat(item.Descendants("ipv6Address").Select(address => address.Value)
                .Where(address => Ec2Instance.IsGlobal(address) && !item.IsTrue("denyAllIgwTraffic")))
            .Where(address => !string.IsNullOrEmpty(address))
            .OfType<string>()
            .Distinct()
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The instance; of what a service attaches, its words for it.</summary>
    private static Fact<string> AttachedTo(AwsClient aws, XElement item) =>
        item.Text("status") == "available" ? ""
        : item.Element("attachment")?.Text("instanceId") is { Length: > 0 } instance
            ? aws.Arn("ec2", $"instance/{instance}")
        : new[]
        {
            item.Text("description"), item.Text("requesterId"), item.Element("attachment")?.Text("instanceOwnerId"),
            item.Text("interfaceType"),
        }.FirstOrDefault(text => !string.IsNullOrEmpty(text)) is { } words ? words
        : new Unread("the answer does not state what the interface is attached to");
}
