using LandingZone.Core.Model;

namespace LandingZone.Providers.Tests.Aws;

public class VpcTests
{
    public const string OneVpc =
        """
        <item><vpcId>vpc-1</vpcId><ownerId>111122223333</ownerId>
          <cidrBlock>10.0.0.0/16</cidrBlock><isDefault>true</isDefault>
          <cidrBlockAssociationSet>
            <item><cidrBlock>10.0.0.0/16</cidrBlock><cidrBlockState><state>associated</state></cidrBlockState></item>
            <item><cidrBlock>10.9.0.0/16</cidrBlock><cidrBlockState><state>disassociated</state></cidrBlockState></item>
          </cidrBlockAssociationSet>
          <ipv6CidrBlockAssociationSet><item><ipv6CidrBlock>2600:1f00::/56</ipv6CidrBlock>
            <ipv6CidrBlockState><state>associated</state></ipv6CidrBlockState></item></ipv6CidrBlockAssociationSet>
          <tagSet><item><key>Name</key><value>main</value></item></tagSet></item>
        <item><vpcId>vpc-shared</vpcId><ownerId>444455556666</ownerId><cidrBlock>10.1.0.0/16</cidrBlock></item>
        """;

    public const string Interface =
        "<item><networkInterfaceId>eni-1</networkInterfaceId><vpcId>vpc-1</vpcId><groupSet><item><groupId>sg-1</groupId>"
            + "</item></groupSet></item>";

    [Fact]
    public async Task A_network_states_its_ranges_and_one_that_is_only_shared_is_left_to_its_owner()
    {
        var network = await NetworkAsync(("DescribeNetworkInterfaces", Interface));

        Assert.Equal("arn:aws:ec2:us-east-1:111122223333:vpc/vpc-1", network.Id);
        Assert.Equal("vpc-1 (main)", network.Name);
        Assert.Equal(["10.0.0.0/16", "2600:1f00::/56"], network.Ranges.Value);
        Assert.True(network.Default.Value);
        Assert.True(network.InUse.Value);
        Assert.False(network.FlowLogs.Value);
        Assert.Equal("main", network.Tags.Value["Name"]);
    }

    [Fact]
    public async Task The_other_ends_of_active_peerings_are_a_networks_peers()
    {
        const string here = "<ownerId>111122223333</ownerId><vpcId>vpc-1</vpcId><region>us-east-1</region>";
        const string peerings =
            $"""
            <item><status><code>active</code></status>
              <requesterVpcInfo>{here}</requesterVpcInfo>
              <accepterVpcInfo>
                <ownerId>444455556666</ownerId><vpcId>vpc-9</vpcId><region>eu-west-1</region></accepterVpcInfo>
            </item>
            <item><status><code>active</code></status>
              <requesterVpcInfo>
                <ownerId>777788889999</ownerId><vpcId>vpc-7</vpcId><region>us-east-1</region></requesterVpcInfo>
              <accepterVpcInfo>{here}</accepterVpcInfo>
            </item>
            <item><status><code>deleted</code></status>
              <requesterVpcInfo>{here}</requesterVpcInfo>
              <accepterVpcInfo>
                <ownerId>111122223333</ownerId><vpcId>vpc-3</vpcId><region>us-east-1</region></accepterVpcInfo>
            </item>
            """;

        var peered = await NetworkAsync(("DescribeVpcPeeringConnections", peerings));
        var alone = await NetworkAsync();

        Assert.Equal(
            ["arn:aws:ec2:eu-west-1:444455556666:vpc/vpc-9", "arn:aws:ec2:us-east-1:777788889999:vpc/vpc-7"],
            peered.Peers.Value);
        Assert.Empty(alone.Peers.Value);
    }

    [Theory]
    [InlineData("vpc-1", "available", false)]
    [InlineData("vpc-1", "deleted", true)]
    [InlineData("vpc-2", "available", true)]
    public async Task What_a_transit_gateway_reaches_is_unread(string vpc, string state, bool isRead)
    {
        var network = await NetworkAsync((
            "DescribeTransitGatewayVpcAttachments",
            $"<item><transitGatewayId>tgw-1</transitGatewayId><vpcId>{vpc}</vpcId><state>{state}</state></item>"));

        Assert.Equal(isRead, network.Peers.IsRead);
    }

    [Theory]
    [InlineData("DescribeVpcPeeringConnections")]
    [InlineData("DescribeTransitGatewayVpcAttachments")]
    public async Task Peers_are_unread_where_either_list_is_refused(string operation) => Assert.Equal(
        $"UnauthorizedOperation: grant ec2:{operation}", (await NetworkAsync((operation, null))).Peers.Unread);

    [Fact]
    public async Task A_reserved_address_states_whether_anything_uses_it()
    {
        var addresses = (await Ec2Region.ReadAsync((
            "DescribeAddresses",
            """
            <item><publicIp>203.0.113.7</publicIp><allocationId>eipalloc-1</allocationId><domain>vpc</domain>
              <associationId>eipassoc-1</associationId>
              <tagSet><item><key>Name</key><value>nat</value></item></tagSet></item>
            <item><publicIp>203.0.113.8</publicIp><allocationId>eipalloc-2</allocationId><domain>vpc</domain></item>
            """))).OfType<PublicAddress>().ToList();

        Assert.Equal(
            "arn:aws:ec2:us-east-1:111122223333:elastic-ip/eipalloc-1", addresses[0].Id);
        Assert.Equal("eipalloc-1 (nat)", addresses[0].Name);
        Assert.Equal("nat", addresses[0].Tags.Value["Name"]);
        Assert.Equal([true, false], addresses.Select(address => address.Attached.Value));
        Assert.Equal("203.0.113.8", addresses[1].Address.Value);
        Assert.Empty(addresses[1].Tags.Value);
    }

    [Theory]
    [InlineData("ACTIVE", "ALL", "SUCCESS", true)]
    [InlineData("ACTIVE", "REJECT", "SUCCESS", false)]
    [InlineData("ACTIVE", "ALL", "FAILED", false)]
    [InlineData("INACTIVE", "ALL", "SUCCESS", false)]
    public async Task Flow_logs_count_when_they_record_all_traffic_and_are_delivered(
        string status, string type, string delivery, bool expected)
    {
        var log = $"<item><resourceId>vpc-1</resourceId><flowLogStatus>{status}</flowLogStatus><trafficType>"
            + $"{type}</trafficType><deliverLogsStatus>{delivery}</deliverLogsStatus></item>";

        var network = Assert.Single(
            (await Ec2Region.ReadAsync(("DescribeVpcs", OneVpc), ("DescribeFlowLogs", log))).OfType<Network>());

        Assert.Equal(expected, network.FlowLogs.Value);
    }

    private static async Task<Network> NetworkAsync(params (string, string?)[] more) =>
        Assert.Single((await Ec2Region.ReadAsync([("DescribeVpcs", OneVpc), .. more])).OfType<Network>());
}
