using System.Collections.Immutable;
using System.Xml.Linq;
using LandingZone.Core.Model;

namespace LandingZone.Providers.Aws;

/// <summary>
/// Where the routes of a region's subnets lead: by the table of the subnet, else by the network's main one.
/// </summary>
/// <seealso href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_RouteTable.html"/>
internal sealed class SubnetRoutes(AwsList<XElement> tables, IReadOnlyDictionary<string, AwsList<XElement>> prefixLists)
{
    /// <summary>
    /// Whether an internet gateway is the way to all addresses, IPv4 or IPv6. An egress-only gateway or a NAT gateway
    /// lets nobody in.
    /// </summary>
    public Fact<bool> LeadToInternet(string network, string subnet)
    {
        if (TableOf(network, subnet) is not { } table)
        {
            return Missing;
        }

        var routes = Routes(table, "igw-").ToList();
        var ranges = routes.SelectMany(Ranges).ToImmutableArray();
        if (AddressSet.Of(ranges) is { IsRead: true, Value.CoversInternet: true })
        {
            return true;
        }

        return PrefixLists([table])
            .Select(id => prefixLists.GetValueOrDefault(id)?.Refused).FirstOrDefault(refused => refused is not null)
            is { } unread ? unread : false;
    }

    /// <summary>Whether a gateway endpoint is the way to a service of AWS.</summary>
    /// <seealso href="https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html"/>
    public Fact<bool> LeadToServices(string network, string subnet) => TableOf(network, subnet) is { } table
        ? Routes(table, "vpce-").Any(route => !string.IsNullOrEmpty(route.Text("destinationPrefixListId")))
        : Missing;

    /// <summary>The ids of the prefix lists whose ranges decide.</summary>
    public static IEnumerable<string> PrefixLists(IEnumerable<XElement> tables) =>
        tables.SelectMany(table => Routes(table, "igw-")).Select(route => route.Text("destinationPrefixListId"))
            .Where(id => !string.IsNullOrEmpty(id))
            .OfType<string>();

    private Unread Missing => tables.Refused ?? new Unread("no route table of the network is listed");

    private XElement? TableOf(string network, string subnet) =>
        tables.Items.FirstOrDefault(table => Associations(table).Any(item => item.Text("subnetId") == subnet))
        // One that is associated may be among those that a refusal left out.
        ?? (tables.Refused is not null ? null
            : tables.Items.FirstOrDefault(
                table => table.Text("vpcId") == network && Associations(table).Any(item => item.IsTrue("main"))));

    private static IEnumerable<XElement> Associations(XElement table) =>
        (table.Element("associationSet")?.Elements() ?? [])
        .Where(item => item.Element("associationState")?.Text("state") is null or "associated" or "associating");

    private static IEnumerable<XElement> Routes(XElement table, string gateway) =>
        (table.Element("routeSet")?.Elements() ?? []).Where(
            route => route.Text("state") == "active"
                && route.Text("gatewayId")?.StartsWith(gateway, StringComparison.Ordinal) == true);

    private IEnumerable<string> Ranges(XElement route) =>
        new[] { route.Text("destinationCidrBlock"), route.Text("destinationIpv6CidrBlock") }
            .Concat(prefixLists.GetValueOrDefault(route.Text("destinationPrefixListId") ?? "")?.Items
                .Select(entry => entry.Text("cidr")) ?? [])
            .Where(range => !string.IsNullOrEmpty(range))
            .OfType<string>();
}
