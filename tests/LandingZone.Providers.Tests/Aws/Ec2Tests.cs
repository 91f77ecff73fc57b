using LandingZone.Core.Model;
using LandingZone.Providers.Aws;

namespace LandingZone.Providers.Tests.Aws;

public class Ec2Tests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("<item><cidrIp>10.0.0.0/8</cidrIp><description>office</description></item>", "office")]
    [InlineData("<item><cidrIp>10.0.0.0/8</cidrIp><description>office</description></item>"
        + "<item><cidrIp>10.1.0.0/16</cidrIp><description>shop</description></item>", "office; shop")]
    [InlineData("<item><cidrIp>10.0.0.0/8</cidrIp><description>office</description></item>"
        + "<item><cidrIp>10.1.0.0/16</cidrIp></item>", "")]
    [InlineData("<item><cidrIp>10.0.0.0/8</cidrIp></item>", "")]
    public async Task A_rule_is_described_when_each_of_its_addresses_is(string ranges, string expected)
    {
        var rule = await RuleAsync($"<ipProtocol>-1</ipProtocol><ipRanges>{ranges}</ipRanges>");

        Assert.Equal(expected, rule.Description.Value);
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
        Assert.Equal("arn:aws:ec2:us-east-1:111122223333:security-group/sg-1", rule.FirewallId);
        Assert.Equal(0, rule.Priority.Value);
        Assert.False(rule.OfDefault.Value);
    }

    [Fact]
    public async Task A_prefix_list_is_resolved_and_a_refused_one_leaves_the_addresses_unread()
    {
        const string permission = "<ipProtocol>-1</ipProtocol><prefixListIds><item><prefixListId>pl-1</prefixListId>"
            + "</item></prefixListIds>";

        var resolved = await RuleAsync(permission, ("GetManagedPrefixListEntries", "<item><cidr>0.0.0.0/0</cidr>"
            + "</item>"));
        var refused = await RuleAsync(permission);

        Assert.Equal(["0.0.0.0/0"], resolved.Addresses.Value);
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
        var instance = Assert.Single((await Ec2Region.ReadAsync((
            "DescribeInstances",
            $"""
            <item><instancesSet>
              <item><instanceId>i-1</instanceId><instanceState><name>running</name></instanceState>
                <ipAddress>203.0.113.7</ipAddress>
                <networkInterfaceSet><item><association><publicIp>203.0.113.7</publicIp></association>
                  <ipv6AddressesSet>
                    <item><ipv6Address>2600:1f00::1</ipv6Address></item><item><ipv6Address>fd00::1</ipv6Address></item>
                  </ipv6AddressesSet></item></networkInterfaceSet>
                {(options.Length > 0 ? "<iamInstanceProfile><id>p</id></iamInstanceProfile>" : "")}
                <metadataOptions>{options}</metadataOptions></item>
              <item><instanceId>i-2</instanceId><instanceState><name>terminated</name></instanceState></item>
            </instancesSet></item>
            """))).OfType<Instance>());

        Assert.Equal("arn:aws:ec2:us-east-1:111122223333:instance/i-1", instance.Id);
        Assert.True(instance.Running.Value);
        Assert.Equal(["203.0.113.7", "2600:1f00::1"], instance.PublicAddresses.Value);
        Assert.Equal(
            options.Length > 0 ? InstanceIdentity.Own : InstanceIdentity.None, instance.Identity.Value);
        Assert.False(instance.MonthlySavings.IsRead);
        Assert.Equal(expected, instance.MetadataTokenRequired.IsRead ? instance.MetadataTokenRequired.Value : null);
    }

    [Fact]
    public async Task In_a_region_where_everything_is_refused_there_are_gaps_and_no_empty_lists()
    {
        using LoopbackServer server = new(_ => Ec2Region.Denied());

        var rows = await Aws.ToListAsync(Ec2.ReadAsync(Aws.Client(server), Cancellation));

        Assert.Equal(
            ["FirewallRule", "Instance", "Network", "NetworkInterface", "PrivateEndpoint", "PublicAddress", "Subnet"],
            rows.OfType<Gap>().Select(gap => gap.OfKind).Order());
        Assert.All(rows.OfType<Gap>(), gap => Assert.Equal("us-east-1", gap.Region));
        Assert.Equal(
            "UnauthorizedOperation: grant ec2:GetEbsEncryptionByDefault",
            Assert.Single(rows.OfType<Region>()).DisksEncryptedByDefault.Unread);
    }

    [Fact]
    public async Task What_depends_on_interfaces_is_unread_where_those_are_refused()
    {
        const string reason = "UnauthorizedOperation: grant ec2:DescribeNetworkInterfaces";
        var rows = await Ec2Region.ReadAsync(
            ("DescribeVpcs", VpcTests.OneVpc),
            ("DescribeSubnets", SubnetTests.OneSubnet),
            ("DescribeNetworkInterfaces", null));

        Assert.Equal(reason, rows.OfType<Network>().Single().InUse.Unread);
        Assert.Equal(reason, rows.OfType<Subnet>().Single().PublicServices.Unread);
        Assert.Equal(reason, rows.OfType<Gap>().Single(gap => gap.OfKind == "NetworkInterface").Why);
    }

    private static async Task<FirewallRule> RuleAsync(string permission, params (string, string?)[] more) =>
        Assert.Single(
        (await Ec2Region.ReadAsync(
            [("DescribeSecurityGroups", Group(permission)), .. more]))
        .OfType<FirewallRule>());

    public static string Group(string permission) =>
        $"<item><groupId>sg-1</groupId><groupName>web</groupName><ownerId>111122223333</ownerId><ipPermissions><item>"
            + $"{permission}</item></ipPermissions></item>";
}
