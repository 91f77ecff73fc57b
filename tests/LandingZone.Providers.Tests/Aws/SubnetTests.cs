using LandingZone.Core.Model;

namespace LandingZone.Providers.Tests.Aws;

public class SubnetTests
{
    public const string OneSubnet =
        """
        <item><subnetId>subnet-1</subnetId><vpcId>vpc-1</vpcId><ownerId>111122223333</ownerId>
          <cidrBlock>10.0.0.0/24</cidrBlock><mapPublicIpOnLaunch>false</mapPublicIpOnLaunch>
          <assignIpv6AddressOnCreation>true</assignIpv6AddressOnCreation>
          <ipv6CidrBlockAssociationSet>
            <item><ipv6CidrBlock>2600:1f00::/64</ipv6CidrBlock>
              <ipv6CidrBlockState><state>associated</state></ipv6CidrBlockState></item>
            <item><ipv6CidrBlock>2600:1f01::/64</ipv6CidrBlock>
              <ipv6CidrBlockState><state>disassociated</state></ipv6CidrBlockState></item>
          </ipv6CidrBlockAssociationSet>
          <tagSet><item><key>Name</key><value>front</value></item></tagSet></item>
        <item><subnetId>subnet-shared</subnetId><vpcId>vpc-shared</vpcId><ownerId>444455556666</ownerId></item>
        """;

    /// <summary>Filters the subnet: all of TCP but one port, for IPv4.</summary>
    public const string AccessList =
        """
        <item><networkAclId>acl-1</networkAclId><vpcId>vpc-1</vpcId><default>true</default>
          <ownerId>111122223333</ownerId>
          <associationSet><item><subnetId>subnet-1</subnetId></item></associationSet>
          <entrySet>
            <item><ruleNumber>100</ruleNumber><protocol>6</protocol><ruleAction>allow</ruleAction>
              <egress>false</egress><cidrBlock>0.0.0.0/0</cidrBlock></item>
            <item><ruleNumber>90</ruleNumber><protocol>6</protocol><ruleAction>deny</ruleAction><egress>false</egress>
              <cidrBlock>0.0.0.0/0</cidrBlock><portRange><from>22</from><to>22</to></portRange></item>
            <item><ruleNumber>100</ruleNumber><protocol>-1</protocol><ruleAction>allow</ruleAction>
              <egress>true</egress><ipv6CidrBlock>::/0</ipv6CidrBlock></item>
            <item><ruleNumber>32767</ruleNumber><protocol>-1</protocol><ruleAction>deny</ruleAction>
              <egress>false</egress><cidrBlock>0.0.0.0/0</cidrBlock></item>
            <item><ruleNumber>32768</ruleNumber><protocol>-1</protocol><ruleAction>deny</ruleAction>
              <egress>false</egress><ipv6CidrBlock>::/0</ipv6CidrBlock></item>
          </entrySet></item>
        """;

    [Fact]
    public async Task A_subnet_states_its_settings_and_one_that_is_only_shared_is_left_to_its_owner()
    {
        var subnet = await ReadAsync(("DescribeNetworkAcls", AccessList));

        Assert.Equal("arn:aws:ec2:us-east-1:111122223333:subnet/subnet-1", subnet.Id);
        Assert.Equal("subnet-1 (front)", subnet.Name);
        Assert.Equal("arn:aws:ec2:us-east-1:111122223333:vpc/vpc-1", subnet.Network.Value.Id);
        Assert.Equal(["10.0.0.0/24", "2600:1f00::/64"], subnet.Ranges.Value);
        Assert.Equal(["arn:aws:ec2:us-east-1:111122223333:network-acl/acl-1"], subnet.Firewalls.Value);
        Assert.True(subnet.AssignsPublicAddresses.Value);
        Assert.False(subnet.PublicServices.Value);
        Assert.Equal("front", subnet.Tags.Value["Name"]);
    }

    [Theory]
    [InlineData("true", "", true)]
    [InlineData("true", VpcTests.Interface, false)]
    [InlineData("true", null, false)]
    [InlineData("false", "", false)]
    public async Task Nobody_tags_the_subnets_of_a_default_network_without_use(
        string byDefault, string? interfaces, bool expected)
    {
        var subnet = await ReadAsync(
            ("DescribeSubnets", OneSubnet.Replace(
                "<tagSet>", $"<defaultForAz>{byDefault}</defaultForAz><tagSet>", StringComparison.Ordinal)),
            ("DescribeNetworkInterfaces", interfaces));

        Assert.Equal(expected, subnet.Untaggable);
    }

    [Theory]
    [InlineData("<destinationCidrBlock>0.0.0.0/0</destinationCidrBlock><gatewayId>igw-1</gatewayId>", true)]
    [InlineData("<destinationIpv6CidrBlock>::/0</destinationIpv6CidrBlock><gatewayId>igw-1</gatewayId>", true)]
    [InlineData("<destinationCidrBlock>10.0.0.0/16</destinationCidrBlock><gatewayId>local</gatewayId>", false)]
    [InlineData("<destinationCidrBlock>0.0.0.0/1</destinationCidrBlock><gatewayId>igw-1</gatewayId>", false)]
    [InlineData("<destinationCidrBlock>0.0.0.0/1</destinationCidrBlock><gatewayId>igw-1</gatewayId>"
        + "<state>active</state></item><item>"
        + "<destinationCidrBlock>128.0.0.0/1</destinationCidrBlock><gatewayId>igw-1</gatewayId>", true)]
    [InlineData("<destinationCidrBlock>0.0.0.0/0</destinationCidrBlock><natGatewayId>nat-1</natGatewayId>", false)]
    [InlineData("<destinationIpv6CidrBlock>::/0</destinationIpv6CidrBlock><egressOnlyInternetGatewayId>eigw-1"
        + "</egressOnlyInternetGatewayId>", false)]
    public async Task A_subnet_is_routed_to_the_internet_by_an_internet_gateway(string route, bool expected)
    {
        var own = Table("<subnetId>subnet-1</subnetId>", $"{route}<state>active</state>");
        var main = Table("<main>true</main>", $"{route}<state>active</state>");
        var other = Table("<subnetId>subnet-2</subnetId>", $"{route}<state>active</state>");
        var none = Table("<main>true</main>", "");

        Assert.Equal(expected, (await RoutedAsync(own + none)).RoutedToInternet.Value);
        Assert.Equal(expected, (await RoutedAsync(main)).RoutedToInternet.Value);
        Assert.False((await RoutedAsync(other + none)).RoutedToInternet.Value);
        Assert.False((await RoutedAsync(Table("<main>true</main>", $"{route}<state>blackhole</state>")))
            .RoutedToInternet.Value);
    }

    [Fact]
    public async Task A_route_to_a_prefix_list_counts_as_its_ranges()
    {
        var table = Table(
            "<main>true</main>",
            "<destinationPrefixListId>pl-1</destinationPrefixListId><gatewayId>igw-1</gatewayId><state>active</state>");
        const string all = "<item><cidr>0.0.0.0/0</cidr></item>";

        var resolved = await ReadAsync(("DescribeRouteTables", table), ("GetManagedPrefixListEntries", all));
        var refused = await RoutedAsync(table);

        Assert.True(resolved.RoutedToInternet.Value);
        Assert.Equal("UnauthorizedOperation: grant ec2:GetManagedPrefixListEntries", refused.RoutedToInternet.Unread);
    }

    [Fact]
    public async Task A_gateway_endpoint_on_the_routes_leads_to_services()
    {
        const string endpoint = "<destinationPrefixListId>pl-1</destinationPrefixListId><gatewayId>vpce-1</gatewayId>";
        const string firewall = "<destinationCidrBlock>0.0.0.0/0</destinationCidrBlock><gatewayId>vpce-2</gatewayId>";

        Assert.True((await RoutedAsync(Table("<main>true</main>", $"{endpoint}<state>active</state>")))
            .PrivateServiceAccess.Value);
        Assert.False((await RoutedAsync(Table("<main>true</main>", $"{firewall}<state>active</state>")))
            .PrivateServiceAccess.Value);
    }

    [Fact]
    public async Task Where_public_access_is_blocked_routes_lead_nowhere()
    {
        var blocked = OneSubnet.Replace(
            "<tagSet>", "<blockPublicAccessStates><internetGatewayBlockMode>block-ingress</internetGatewayBlockMode>"
                + "</blockPublicAccessStates><tagSet>", StringComparison.Ordinal);

        var subnet = await ReadAsync(
            ("DescribeSubnets", blocked),
            ("DescribeRouteTables", Table(
                "<main>true</main>",
                "<destinationCidrBlock>0.0.0.0/0</destinationCidrBlock><gatewayId>igw-1</gatewayId>"
                    + "<state>active</state>")));

        Assert.False(subnet.RoutedToInternet.Value);
    }

    [Fact]
    public async Task What_is_refused_or_not_stated_leaves_the_fact_unread()
    {
        var subnet = await ReadAsync(("DescribeRouteTables", null), ("DescribeNetworkAcls", null));
        var silent = await ReadAsync();

        Assert.Equal("UnauthorizedOperation: grant ec2:DescribeRouteTables", subnet.RoutedToInternet.Unread);
        Assert.Equal("UnauthorizedOperation: grant ec2:DescribeRouteTables", subnet.PrivateServiceAccess.Unread);
        Assert.Equal("UnauthorizedOperation: grant ec2:DescribeNetworkAcls", subnet.Firewalls.Unread);
        Assert.Equal("no route table of the network is listed", silent.RoutedToInternet.Unread);
        Assert.Equal("no network ACL of the subnet is listed", silent.Firewalls.Unread);
    }

    [Fact]
    public async Task Entries_of_an_access_list_are_rules_in_their_order_but_for_the_last()
    {
        var rules = (await Ec2Region.ReadAsync(("DescribeNetworkAcls", AccessList))).OfType<FirewallRule>()
            .ToDictionary(rule => rule.Name);

        Assert.Equal(["acl-1 egress 100", "acl-1 ingress 100", "acl-1 ingress 90"], rules.Keys.Order());
        var refusal = rules["acl-1 ingress 90"];
        Assert.Equal("arn:aws:ec2:us-east-1:111122223333:network-acl/acl-1", refusal.FirewallId);
        Assert.Equal((false, 90), (refusal.Allows.Value, refusal.Priority.Value));
        Assert.Equal(new PortRange { Protocol = "tcp", From = 22, To = 22 }, Assert.Single(refusal.Ports.Value));
        var allowed = rules["acl-1 ingress 100"];
        Assert.True(allowed.Allows.Value);
        Assert.Equal(["0.0.0.0/0"], allowed.Addresses.Value);
        Assert.Equal(new PortRange { Protocol = "tcp", From = 0, To = 65535 }, Assert.Single(allowed.Ports.Value));
        var leaving = rules["acl-1 egress 100"];
        Assert.Equal(TrafficDirection.Egress, leaving.Direction.Value);
        Assert.Equal(["::/0"], leaving.Addresses.Value);
        Assert.Equal("any", Assert.Single(leaving.Ports.Value).Protocol);
    }

    [Fact]
    public async Task Refused_groups_and_access_lists_are_one_gap()
    {
        var gap = Assert.Single(
            (await Ec2Region.ReadAsync(("DescribeSecurityGroups", null), ("DescribeNetworkAcls", null))).OfType<Gap>());

        Assert.Equal("FirewallRule", gap.OfKind);
        Assert.Equal(
            "UnauthorizedOperation: grant ec2:DescribeSecurityGroups; "
                + "UnauthorizedOperation: grant ec2:DescribeNetworkAcls", gap.Why);
    }

    [Fact]
    public async Task An_endpoint_states_its_service_once_it_is_available()
    {
        const string endpoints =
            """
            <item><vpcEndpointId>vpce-1</vpcEndpointId><vpcId>vpc-1</vpcId><state>available</state>
              <serviceName>com.amazonaws.us-east-1.s3</serviceName></item>
            <item><vpcEndpointId>vpce-2</vpcEndpointId><vpcId>vpc-shared</vpcId><state>available</state></item>
            <item><vpcEndpointId>vpce-3</vpcEndpointId><vpcId>vpc-1</vpcId><state>pendingAcceptance</state>
              <serviceName>com.amazonaws.vpce.us-east-1.vpce-svc-1</serviceName></item>
            """;

        var read = (await Ec2Region.ReadAsync(("DescribeVpcs", VpcTests.OneVpc), ("DescribeVpcEndpoints", endpoints)))
            .OfType<PrivateEndpoint>().ToList();

        Assert.Equal(["vpce-1", "vpce-2"], read.Select(endpoint => endpoint.Name));
        Assert.Equal("com.amazonaws.us-east-1.s3", read[0].Service.Value);
        Assert.Equal("the answer does not state serviceName", read[1].Service.Unread);
        Assert.Equal(
            ["arn:aws:ec2:us-east-1:111122223333:vpc/vpc-1", "arn:aws:ec2:us-east-1:444455556666:vpc/vpc-shared"],
            read.Select(endpoint => endpoint.Network.Value.Id));
    }

    public static string Table(string association, string route) =>
        $"<item><routeTableId>rtb-1</routeTableId><vpcId>vpc-1</vpcId><routeSet><item>{route}</item></routeSet>"
            + $"<associationSet><item>{association}</item></associationSet></item>";

    private static Task<Subnet> RoutedAsync(string tables) => ReadAsync(("DescribeRouteTables", tables));

    private static async Task<Subnet> ReadAsync(params (string Operation, string? Items)[] more) => Assert.Single(
        (await Ec2Region.ReadAsync([
            .. more.Append(("DescribeSubnets", OneSubnet)).DistinctBy(list => list.Item1),
        ])).OfType<Subnet>());
}
