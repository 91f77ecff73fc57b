using LandingZone.Core.Model;

namespace LandingZone.Core.Tests.Model;

/// <summary>Whether what a firewall lets in from the internet reaches anything.</summary>
public class ExposureTests
{
    private const string Ssh = """[{"protocol":"tcp","from":22,"to":22}]""";
    private const string Any = """[{"protocol":"any","from":0,"to":65535}]""";

    private static readonly string Public = Interface("eni-1", "sg-1", addresses: "\"198.51.100.7\"");

    [Fact]
    public void A_public_interface_in_a_routed_subnet_is_exposed() =>
        Assert.Equal("tcp 22-22, attached, tcp 22-22", Of(Rule("r", "sg-1"), Subnet(), Public));

    [Fact]
    public void A_group_that_nothing_uses_exposes_nothing() =>
        Assert.Equal("tcp 22-22, unattached, ", Of(Rule("r", "sg-2"), Subnet(), Public));

    [Fact]
    public void Without_a_public_address_nothing_is_exposed() =>
        Assert.Equal("tcp 22-22, attached, ", Of(Rule("r", "sg-1"), Subnet(), Interface("eni-1", "sg-1")));

    [Fact]
    public void Without_a_route_nothing_is_exposed() =>
        Assert.Equal("tcp 22-22, attached, ", Of(Rule("r", "sg-1"), Subnet(routed: "false"), Public));

    [Fact]
    public void One_of_several_interfaces_is_enough() => Assert.Equal(
        "tcp 22-22, attached, tcp 22-22",
        Of(Rule("r", "sg-1"), Subnet(), Interface("eni-0", "sg-1"), Public));

    [Fact]
    public void What_the_subnet_refuses_is_not_exposed_and_what_it_lets_in_is() => Assert.Equal(
        "any 0-65535, attached, tcp 443-443",
        Of(
            Rule("r", "sg-1", Any), Subnet("\"acl-1\""), Public,
            Rule("n", "acl-1", """[{"protocol":"tcp","from":443,"to":443}]""")));

    [Fact]
    public void The_interfaces_firewall_is_the_one_to_mend_where_both_let_in() => Assert.Equal(
        ", attached, ", Of(Rule("r", "acl-1", Any), Subnet("\"acl-1\""), Public, Rule("n", "sg-1")));

    [Fact]
    public void The_subnets_firewall_is_the_one_to_mend_where_the_interface_has_none() => Assert.Equal(
        "tcp 22-22, attached, tcp 22-22",
        Of(Rule("r", "nsg-1"), Subnet("\"nsg-1\""), Interface("nic-1", "", addresses: "\"198.51.100.7\"")));

    [Fact]
    public void Two_groups_of_one_interface_can_be_open_together() => Assert.Equal(
        ", attached, tcp 22-22",
        Of(
            Rule("a", "sg-1", addresses: "\"0.0.0.0/1\""), Subnet(),
            Interface("eni-1", "sg-1\",\"sg-2", addresses: "\"198.51.100.7\""),
            Rule("b", "sg-2", addresses: "\"128.0.0.0/1\"")));

    [Theory]
    [InlineData("\"routedToInternet\":true", "\"routedToInternet\":{\"unread\":\"AccessDenied\"}")]
    [InlineData("\"publicAddresses\":[\"198.51.100.7\"]", "\"publicAddresses\":{\"unread\":\"AccessDenied\"}")]
    [InlineData("\"addresses\":[\"0.0.0.0/0\"]", "\"addresses\":{\"unread\":\"AccessDenied\"}")]
    public void What_decides_and_was_not_read_leaves_it_unread(string read, string unread)
    {
        string[] lines = [Rule("r", "sg-1"), Subnet(), Public];
        Assert.EndsWith("unread: AccessDenied", Of([.. lines.Select(line => line.Replace(read, unread, StringComparison.Ordinal))]));
    }

    [Fact]
    public void Interfaces_that_nobody_listed_may_be_exposed() => Assert.Equal(
        "tcp 22-22, unread: networkInterfaces: not collected, unread: networkInterfaces: not collected",
        Describe("\"Subnet\":[\"global\"]", Rule("r", "sg-1")));

    [Fact]
    public void A_subnet_that_is_not_there_leaves_it_unread() => Assert.Equal(
        "tcp 22-22, unread: Subnet s-1 is not in the estate, unread: Subnet s-1 is not in the estate",
        Of(Rule("r", "sg-1"), Public));

    [Fact]
    public void What_goes_out_lets_nobody_in() => Assert.Equal(
        ", attached, ", Of(Rule("r", "sg-1").Replace("ingress", "egress", StringComparison.Ordinal), Subnet(), Public));

    private static string Of(params string[] lines) => Describe("\"NetworkInterface\":[\"global\"]", lines);

    /// <summary>The first line's rule: its ports for the internet, whether it is attached, and what of them is exposed.</summary>
    private static string Describe(string listed, params string[] lines)
    {
        var estate = new Estate(Given.Estate([Given.Organization, Given.Account("111", listed: listed), .. lines]).Read());
        var rule = estate.Of(typeof(FirewallRule)).Cast<FirewallRule>().First(rule => lines[0].Contains($"\"id\":\"{rule.Id}\"", StringComparison.Ordinal));
        var attached = rule.Attached.IsRead ? rule.Attached.Value ? "attached" : "unattached" : $"unread: {rule.Attached.Unread}";
        return $"{Text(rule.InternetPorts)}, {attached}, {Text(rule.ExposedPorts)}";
    }

    private static string Text(Fact<System.Collections.Immutable.ImmutableArray<PortRange>> ports) => ports.IsRead
        ? string.Join(' ', ports.Value.Select(range => $"{range.Protocol} {range.From}-{range.To}"))
        : $"unread: {ports.Unread}";

    private static string Rule(string id, string firewall, string ports = Ssh, string addresses = "\"0.0.0.0/0\"") =>
        $$"""{"kind":"FirewallRule","id":"{{id}}","name":"{{id}}","cloud":"aws","accountId":"111","firewall":"{{firewall}}","firewallId":"{{firewall}}","direction":"ingress","allows":true,"priority":0,"ports":{{ports}},"addresses":[{{addresses}}]}""";

    private static string Subnet(string firewalls = "", string routed = "true") =>
        $$"""{"kind":"Subnet","id":"s-1","name":"s-1","cloud":"aws","accountId":"111","firewalls":[{{firewalls}}],"routedToInternet":{{routed}}}""";

    private static string Interface(string id, string firewall, string addresses = "") =>
        $$"""{"kind":"NetworkInterface","id":"{{id}}","name":"{{id}}","cloud":"aws","accountId":"111","subnet":"s-1","firewalls":[{{(firewall == "" ? "" : $"\"{firewall}\"")}}],"publicAddresses":[{{addresses}}]}""";
}
