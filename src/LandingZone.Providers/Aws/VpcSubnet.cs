using System.Collections.Immutable;
using System.Xml.Linq;
using LandingZone.Core.Model;

namespace LandingZone.Providers.Aws;

/// <summary>Subnets that the account owns; one that is shared with it is stated by its owner.</summary>
/// <seealso href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Subnet.html"/>
internal static class VpcSubnet
{
    public static IEnumerable<Resource> Read(
        AwsClient aws,
        AwsList<XElement> subnets,
        SubnetRoutes routes,
        AwsList<XElement> accessLists,
        AwsList<XElement> interfaces)
    {
        var serving = interfaces.Items.Where(Interface.ServesInternet)
            .Select(item => item.Text("subnetId")).OfType<string>().ToHashSet();
        var used = interfaces.Items.Select(item => item.Text("vpcId")).OfType<string>().ToHashSet();
        foreach (var subnet in subnets.Items.Where(subnet => aws.Owns(subnet)))
        {
            var id = subnet.Text("subnetId") ?? "";
            var network = subnet.Text("vpcId") ?? "";
            var tags = AwsXml.Tags(subnet.Element("tagSet")?.Elements() ?? [], "key", "value");
            yield return new Subnet
            {
                Id = aws.Arn("ec2", $"subnet/{id}"),
                Name = tags.TryGetValue("Name", out var name) && name.Length > 0 ? $"{id} ({name})" : id,
                Cloud = Cloud.Aws,
                AccountId = aws.AccountId,
                Region = aws.Region,
                Network = new Link<Network>(aws.Arn("ec2", $"vpc/{network}")),
                Ranges = Ranges(subnet),
                Firewalls = AccessList.IdOf(aws, accessLists, id),
                RoutedToInternet = IsBlocked(subnet) ? false : routes.LeadToInternet(network, id),
                AssignsPublicAddresses = subnet.Element("mapPublicIpOnLaunch") is null
                    ? new Unread("the answer does not state mapPublicIpOnLaunch")
                    : subnet.IsTrue("mapPublicIpOnLaunch") || subnet.IsTrue("assignIpv6AddressOnCreation"),
                PrivateServiceAccess = routes.LeadToServices(network, id),
                PublicServices = serving.Contains(id) ? true : interfaces.Refused is { } refused ? refused : false,
                Tags = tags,
                // Of a network that the cloud made in every region and nothing uses: nobody tags it, nor its subnets.
                Untaggable = subnet.IsTrue("defaultForAz") && interfaces.Refused is null && !used.Contains(network),
            };
        }
    }

    /// <summary>
    /// The id of a subnet, which may be another account's that shares it; unread where the list does not tell whose.
    /// </summary>
    public static Fact<Link<Subnet>> Link(AwsClient aws, AwsList<XElement> subnets, string? id) =>
        string.IsNullOrEmpty(id) ? new Unread("the answer does not state subnetId")
        : subnets.Items.FirstOrDefault(subnet => subnet.Text("subnetId") == id) is { } known
            ? new Link<Subnet>(aws.ArnOf(known, $"subnet/{id}"))
        : subnets.Refused ?? new Unread($"{id} is not in the answer of DescribeSubnets");

    /// <summary>Whether a block of public access lets nobody in from the internet, whatever the routes.</summary>
    /// <seealso href="https://docs.aws.amazon.com/vpc/latest/userguide/security-vpc-bpa.html"/>
    private static bool IsBlocked(XElement subnet) =>
        subnet.Element("blockPublicAccessStates")?.Text("internetGatewayBlockMode")
            is "block-bidirectional" or "block-ingress";

    private static ImmutableArray<string> Ranges(XElement subnet) =>
    [
        .. Vpc.Associated(subnet, "ipv6CidrBlockAssociationSet", "ipv6CidrBlock", "ipv6CidrBlockState")
            .Prepend(subnet.Text("cidrBlock"))
            .Where(range => !string.IsNullOrEmpty(range))
            .OfType<string>()
            .Distinct(),
    ];
}
