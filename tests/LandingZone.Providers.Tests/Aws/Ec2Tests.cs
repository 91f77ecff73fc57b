using LandingZone.Core.Model;
using LandingZone.Providers.Aws;

namespace LandingZone.Providers.Tests.Aws;

public class Ec2Tests
{
    private const string OneVpc =
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

    private const string Interface =
        "<item><vpcId>vpc-1</vpcId><groupSet><item><groupId>sg-1</groupId></item></groupSet></item>";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_network_states_its_ranges_and_one_that_is_only_shared_is_left_to_its_owner()
    {
        var network = Assert.Single(
            (await ReadAsync(("DescribeVpcs", OneVpc), ("DescribeNetworkInterfaces", Interface))).OfType<Network>());

        Assert.Equal("arn:aws:ec2:us-east-1:111122223333:vpc/vpc-1", network.Id);
        Assert.Equal("vpc-1 (main)", network.Name);
        Assert.Equal(["10.0.0.0/16", "2600:1f00::/56"], network.Ranges.Value);
        Assert.True(network.Default.Value);
        Assert.True(network.InUse.Value);
        Assert.False(network.FlowLogs.Value);
        Assert.Equal("main", network.Tags.Value["Name"]);
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
            (await ReadAsync(("DescribeVpcs", OneVpc), ("DescribeFlowLogs", log))).OfType<Network>());

        Assert.Equal(expected, network.FlowLogs.Value);
    }

    [Theory]
    [InlineData("<ipProtocol>tcp</ipProtocol><fromPort>22</fromPort><toPort>23</toPort>", "tcp", 22, 23)]
    [InlineData("<ipProtocol>-1</ipProtocol>", "any", 0, 65535)]
    [InlineData("<ipProtocol>icmp</ipProtocol><fromPort>8</fromPort><toPort>-1</toPort>", "icmp", 0, 0)]
    [InlineData("<ipProtocol>17</ipProtocol><fromPort>53</fromPort><toPort>53</toPort>", "udp", 53, 53)]
    [InlineData("<ipProtocol>50</ipProtocol>", "50", 0, 0)]
    public async Task A_permission_is_a_rule_with_its_ports(string ports, string protocol, int from, int to)
    {
        var rule = await RuleAsync($"{ports}<ipRanges><item><cidrIp>10.0.0.0/8</cidrIp></item></ipRanges>");

        Assert.Equal(new PortRange { Protocol = protocol, From = from, To = to }, Assert.Single(rule.Ports.Value));
        Assert.Equal(TrafficDirection.Ingress, rule.Direction.Value);
        Assert.Equal("sg-1 (web)", rule.Firewall);
        Assert.True(rule.Allows.Value);
        Assert.True(rule.Attached.Value);
        Assert.False(rule.OpenToInternet.Value);
    }

    [Fact]
    public async Task Two_halves_of_the_internet_in_one_rule_are_all_of_it()
    {
        var rule = await RuleAsync(
            "<ipProtocol>tcp</ipProtocol><fromPort>22</fromPort><toPort>22</toPort><ipRanges><item><cidrIp>"
                + "0.0.0.0/1</cidrIp></item><item><cidrIp>128.0.0.0/1</cidrIp></item></ipRanges>");

        Assert.True(rule.OpenToInternet.Value);
    }

    [Fact]
    public async Task A_prefix_list_is_resolved_and_a_refused_one_leaves_the_addresses_unread()
    {
        const string permission = "<ipProtocol>-1</ipProtocol><prefixListIds><item><prefixListId>pl-1</prefixListId>"
            + "</item></prefixListIds>";

        var resolved = await RuleAsync(permission, ("GetManagedPrefixListEntries", "<item><cidr>0.0.0.0/0</cidr>"
            + "</item>"));
        var refused = await RuleAsync(permission);

        Assert.True(resolved.OpenToInternet.Value);
        Assert.Equal("UnauthorizedOperation: grant ec2:GetManagedPrefixListEntries", refused.Addresses.Unread);
    }

    [Fact]
    public async Task A_rule_that_names_another_group_has_no_addresses()
    {
        var rule = await RuleAsync("<ipProtocol>-1</ipProtocol><groups><item><groupId>sg-2</groupId></item></groups>");

        Assert.Empty(rule.Addresses.Value);
    }

    [Theory]
    [InlineData("<httpTokens>required</httpTokens><httpEndpoint>enabled</httpEndpoint>", true)]
    [InlineData("<httpTokens>optional</httpTokens><httpEndpoint>disabled</httpEndpoint>", true)]
    [InlineData("<httpTokens>optional</httpTokens><httpEndpoint>enabled</httpEndpoint>", false)]
    [InlineData("", null)]
    public async Task An_instance_states_its_addresses_and_its_metadata_service(string options, bool? expected)
    {
        var instance = Assert.Single((await ReadAsync((
            "DescribeInstances",
            $"""
            <item><instancesSet>
              <item><instanceId>i-1</instanceId><instanceState><name>running</name></instanceState>
                <ipAddress>203.0.113.7</ipAddress>
                <networkInterfaceSet><item><association><publicIp>203.0.113.7</publicIp></association>
                  <ipv6AddressesSet>
                    <item><ipv6Address>2600:1f00::1</ipv6Address></item><item><ipv6Address>fd00::1</ipv6Address></item>
                  </ipv6AddressesSet></item></networkInterfaceSet>
                <metadataOptions>{options}</metadataOptions></item>
              <item><instanceId>i-2</instanceId><instanceState><name>terminated</name></instanceState></item>
            </instancesSet></item>
            """))).OfType<Instance>());

        Assert.Equal("arn:aws:ec2:us-east-1:111122223333:instance/i-1", instance.Id);
        Assert.True(instance.Running.Value);
        Assert.Equal(["203.0.113.7", "2600:1f00::1"], instance.PublicAddresses.Value);
        Assert.Equal(expected, instance.MetadataTokenRequired.IsRead ? instance.MetadataTokenRequired.Value : null);
    }

    [Fact]
    public async Task In_a_region_where_everything_is_refused_there_are_gaps_and_no_empty_lists()
    {
        using LoopbackServer server = new(_ => Denied());

        var rows = await Aws.ToListAsync(Ec2.ReadAsync(Aws.Client(server), Cancellation));

        Assert.Equal(["FirewallRule", "Instance", "Network"], rows.OfType<Gap>().Select(gap => gap.OfKind).Order());
        Assert.All(rows.OfType<Gap>(), gap => Assert.Equal("us-east-1", gap.Region));
        Assert.Equal(
            "UnauthorizedOperation: grant ec2:GetEbsEncryptionByDefault",
            Assert.Single(rows.OfType<Region>()).DisksEncryptedByDefault.Unread);
    }

    [Fact]
    public async Task What_depends_on_interfaces_is_unread_where_those_are_refused()
    {
        const string reason = "UnauthorizedOperation: grant ec2:DescribeNetworkInterfaces";
        var rows = await ReadAsync(
            ("DescribeVpcs", OneVpc),
            ("DescribeSecurityGroups", Group("<ipProtocol>-1</ipProtocol>")),
            ("DescribeNetworkInterfaces", null));

        Assert.Equal(reason, rows.OfType<Network>().Single().InUse.Unread);
        Assert.Equal(reason, rows.OfType<FirewallRule>().Single().Attached.Unread);
    }

    private static async Task<FirewallRule> RuleAsync(string permission, params (string, string?)[] more) =>
        Assert.Single(
        (await ReadAsync(
            [("DescribeSecurityGroups", Group(permission)), ("DescribeNetworkInterfaces", Interface), .. more]))
        .OfType<FirewallRule>());

    private static string Group(string permission) =>
        $"<item><groupId>sg-1</groupId><groupName>web</groupName><ownerId>111122223333</ownerId><ipPermissions><item>"
            + $"{permission}</item></ipPermissions></item>";

    /// <summary>
    /// Lists by operation; null refuses, and what is not given is empty, but for prefix lists, which are refused.
    /// </summary>
    private static async Task<List<Resource>> ReadAsync(params (string Operation, string? Items)[] lists)
    {
        Dictionary<string, string> sets = new()
        {
            ["DescribeVpcs"] = "vpcSet",
            ["DescribeFlowLogs"] = "flowLogSet",
            ["DescribeSecurityGroups"] = "securityGroupInfo",
            ["DescribeNetworkInterfaces"] = "networkInterfaceSet",
            ["DescribeInstances"] = "reservationSet",
            ["GetManagedPrefixListEntries"] = "entrySet",
        };
        var given = lists.ToDictionary(list => list.Operation, list => list.Items);
        using LoopbackServer server = new(request =>
        {
            var operation = request.Operation;
            if (!sets.TryGetValue(operation, out var set))
            {
                return new WireReply(200, $"<{operation}Response><ebsEncryptionByDefault>true</ebsEncryptionByDefault>"
                    + $"</{operation}Response>");
            }

            var items = given.TryGetValue(operation, out var stated) ? stated
                : operation == "GetManagedPrefixListEntries" ? null
                : "";
            return items is null
                ? Denied()
                : new WireReply(200, $"<{operation}Response><{set}>{items}</{set}></{operation}Response>");
        });
        return await Aws.ToListAsync(Ec2.ReadAsync(Aws.Client(server), Cancellation));
    }

    private static WireReply Denied() => new(
        403, "<Response><Errors><Error><Code>UnauthorizedOperation</Code><Message>no</Message></Error></Errors>"
            + "</Response>");
}
