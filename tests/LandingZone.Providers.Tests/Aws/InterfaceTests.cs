using System.Collections.Immutable;
using LandingZone.Core.Model;

namespace LandingZone.Providers.Tests.Aws;

public class InterfaceTests
{
    private const string Public = "<association><publicIp>203.0.113.7</publicIp></association>";

    private const string Internet =
        "<destinationCidrBlock>0.0.0.0/0</destinationCidrBlock><gatewayId>igw-1</gatewayId><state>active</state>";

    private static readonly string Anybody = Ec2Tests.Group(
        "<ipProtocol>tcp</ipProtocol><fromPort>22</fromPort><toPort>80</toPort>"
            + "<ipRanges><item><cidrIp>0.0.0.0/1</cidrIp></item><item><cidrIp>128.0.0.0/1</cidrIp></item></ipRanges>");

    [Fact]
    public async Task An_interface_states_its_subnet_its_groups_and_all_its_public_addresses()
    {
        var one = await ReadAsync(
            $$"""
            {{Public}}<description>web</description><status>in-use</status>
            <attachment><instanceId>i-1</instanceId></attachment>
            <privateIpAddressesSet>
              <item>{{Public}}</item>
              <item><association><publicIp>203.0.113.9</publicIp></association></item>
            </privateIpAddressesSet>
            <ipv6AddressesSet>
              <item><ipv6Address>2600:1f00::1</ipv6Address></item><item><ipv6Address>fd00::1</ipv6Address></item>
            </ipv6AddressesSet>
            """);

        Assert.Equal(("arn:aws:ec2:us-east-1:111122223333:network-interface/eni-1", "eni-1 (web)"), (one.Id, one.Name));
        Assert.Equal("arn:aws:ec2:us-east-1:111122223333:subnet/subnet-1", one.Subnet.Value.Id);
        Assert.Equal(["arn:aws:ec2:us-east-1:111122223333:security-group/sg-1"], one.Firewalls.Value);
        Assert.Equal(["203.0.113.7", "203.0.113.9", "2600:1f00::1"], one.PublicAddresses.Value);
        Assert.Equal("arn:aws:ec2:us-east-1:111122223333:instance/i-1", one.AttachedTo.Value);
    }

    [Theory]
    [InlineData("<status>available</status><description>RDSNetworkInterface</description>", "")]
    [InlineData("<status>in-use</status><description>RDSNetworkInterface</description>", "RDSNetworkInterface")]
    [InlineData("<status>in-use</status><description/><requesterId>amazon-rds</requesterId>", "amazon-rds")]
    [InlineData("<status>in-use</status><attachment><instanceOwnerId>amazon-aws</instanceOwnerId></attachment>",
        "amazon-aws")]
    [InlineData("<status>in-use</status>", null)]
    public async Task What_a_service_attaches_is_told_in_its_words(string item, string? expected)
    {
        var attached = (await ReadAsync(item)).AttachedTo;

        Assert.Equal(expected, attached.IsRead ? attached.Value : null);
    }

    [Fact]
    public async Task An_IPv6_address_that_gateways_refuse_is_not_public() => Assert.Empty((await ReadAsync(
        "<ipv6AddressesSet><item><ipv6Address>2600:1f00::1</ipv6Address></item></ipv6AddressesSet>"
            + "<denyAllIgwTraffic>true</denyAllIgwTraffic>")).PublicAddresses.Value);

    [Fact]
    public async Task An_interface_in_a_subnet_of_another_account_names_that_accounts_subnet()
    {
        const string item =
            "<item><networkInterfaceId>eni-1</networkInterfaceId><subnetId>subnet-shared</subnetId></item>";

        var shared = Assert.Single((await Ec2Region.ReadAsync(
            ("DescribeSubnets", SubnetTests.OneSubnet), ("DescribeNetworkInterfaces", item)))
            .OfType<NetworkInterface>());
        var refused = Assert.Single((await Ec2Region.ReadAsync(
            ("DescribeSubnets", null), ("DescribeNetworkInterfaces", item))).OfType<NetworkInterface>());

        Assert.Equal("arn:aws:ec2:us-east-1:444455556666:subnet/subnet-shared", shared.Subnet.Value.Id);
        Assert.Equal("UnauthorizedOperation: grant ec2:DescribeSubnets", refused.Subnet.Unread);
    }

    [Fact]
    public async Task Interfaces_and_groups_of_others_in_a_shared_network_stay_theirs()
    {
        var read = (await Ec2Region.ReadAsync(
            ("DescribeSecurityGroups", "<item><groupId>sg-1</groupId><ownerId>444455556666</ownerId></item>"),
            ("DescribeNetworkInterfaces", $"{Item("")}{Item("<ownerId>444455556666</ownerId>")}")))
            .OfType<NetworkInterface>();

        Assert.Equal(
            ["arn:aws:ec2:us-east-1:444455556666:security-group/sg-1"], Assert.Single(read).Firewalls.Value);
    }

    [Theory]
    [InlineData($"<interfaceType>nat_gateway</interfaceType>{Public}", true)]
    [InlineData("<interfaceType>nat_gateway</interfaceType>", false)]
    [InlineData($"<interfaceType>network_load_balancer</interfaceType>{Public}", true)]
    [InlineData($"<interfaceType>interface</interfaceType><description>ELB app/shop/1</description>{Public}", true)]
    [InlineData("<interfaceType>interface</interfaceType><description>ELB app/shop/1</description>", false)]
    [InlineData($"<interfaceType>interface</interfaceType><description>web</description>{Public}", false)]
    public async Task A_subnet_serves_the_internet_where_a_gateway_or_balancer_of_it_is(string item, bool expected)
    {
        var rows = await RegionAsync(item, Internet);

        Assert.Equal(expected, rows.OfType<Subnet>().Single().PublicServices.Value);
    }

    [Fact]
    public async Task What_a_group_opens_is_exposed_at_a_public_address_that_is_routed_as_far_as_the_subnet_lets_it()
    {
        var reached = await RuleAsync(Public, Internet);
        var unaddressed = await RuleAsync("", Internet);
        var unrouted = await RuleAsync(Public, "");

        Assert.Equal([Tcp(22, 80)], reached.InternetPorts.Value);
        // The access list refuses port 22.
        Assert.Equal([Tcp(23, 80)], reached.ExposedPorts.Value);
        Assert.True(reached.Attached.Value);
        Assert.Equal([Tcp(22, 80)], unaddressed.InternetPorts.Value);
        Assert.Empty(unaddressed.ExposedPorts.Value);
        Assert.Empty(unrouted.ExposedPorts.Value);
    }

    /// <summary>It has no groups, and the access list lets all in; but nobody gets in by a NAT gateway.</summary>
    [Fact]
    public async Task A_gateway_without_groups_exposes_nothing_by_the_access_list()
    {
        var rows = await RegionAsync($"<interfaceType>nat_gateway</interfaceType><groupSet/>{Public}", Internet);
        var rules = Described(rows)
            .Where(rule => rule.Name.StartsWith("acl-1 ingress", StringComparison.Ordinal)).ToList();

        Assert.Equal(2, rules.Count);
        Assert.All(rules, rule => Assert.Empty(rule.ExposedPorts.Value));
    }

    private static PortRange Tcp(int from, int to) => new() { Protocol = "tcp", From = from, To = to };

    private static string Item(string more) =>
        $"<item><networkInterfaceId>eni-1</networkInterfaceId><vpcId>vpc-1</vpcId><subnetId>subnet-1</subnetId>{more}"
            + (more.Contains("<groupSet/>", StringComparison.Ordinal)
                ? "</item>"
                : "<groupSet><item><groupId>sg-1</groupId></item></groupSet></item>");

    private static Task<List<Resource>> RegionAsync(string item, string route) => Ec2Region.ReadAsync(
        ("DescribeSubnets", SubnetTests.OneSubnet),
        ("DescribeNetworkAcls", SubnetTests.AccessList),
        ("DescribeRouteTables", SubnetTests.Table("<main>true</main>", route)),
        ("DescribeSecurityGroups", Anybody),
        ("DescribeNetworkInterfaces", Item(item)));

    private static async Task<NetworkInterface> ReadAsync(string item) =>
        Assert.Single((await RegionAsync(item, "")).OfType<NetworkInterface>());

    private static async Task<FirewallRule> RuleAsync(string item, string route) => Described(
        await RegionAsync(item, route)).Single(rule => rule.Firewall == "sg-1 (web)");

    /// <summary>As rules see it, in an account of which everything in the region was listed.</summary>
    private static IEnumerable<FirewallRule> Described(IEnumerable<Resource> rows)
    {
        var account = UnreadAccount.Account(Cloud.Aws, Aws.Account, "shop", "o-1", "not asked") with
        {
            Regions = ImmutableArray.Create("us-east-1"),
            Listed = ImmutableSortedDictionary<string, ImmutableArray<string>>
                .Empty.Add(nameof(NetworkInterface), ["us-east-1"]),
        };
        return new Estate([account, .. rows]).Of(typeof(FirewallRule)).Cast<FirewallRule>();
    }
}
