using LandingZone.Core.Model;

namespace LandingZone.Core.Tests.Model;

/// <summary>What holds for an account because it is set above it or elsewhere.</summary>
public class InheritanceTests
{
    private const string Everything = "all";

    [Fact]
    public void What_is_set_for_the_organization_holds_for_each_account() => Assert.Equal(
        "g", Held("Guardrail", Organization(), Account("1"), Guardrail("\"scopes\":[\"o-1\"]")));

    [Fact]
    public void What_is_set_for_a_folder_holds_for_the_accounts_beneath_it_alone()
    {
        string[] estate =
        [
            Organization(), Folder("f-1", "o-1"), Folder("f-2", "f-1"), Account("1", folders: "\"f-1\",\"f-2\""),
            Account("2"), Guardrail("\"scopes\":[\"f-1\"]"),
        ];
        Assert.Equal("g", Held("Guardrail", estate));
        Assert.Equal("", Held("Guardrail", estate, "2"));
    }

    [Fact]
    public void A_guardrail_does_not_hold_where_it_says_that_it_does_not() => Assert.Equal(
        "", Held("Guardrail", Organization(), Account("1"), Guardrail("\"scopes\":[\"o-1\"]", "\"notScopes\":[\"1\"]")));

    [Fact]
    public void What_holds_twice_is_there_once() => Assert.Equal(
        "g", Held("Guardrail", Organization(), Account("1"), Guardrail("\"scopes\":[\"1\",\"o-1\"]")));

    [Theory]
    [InlineData("\"scopes\":{\"unread\":\"x\"}", "\"notScopes\":[]", "where baseline holds: x")]
    [InlineData("\"scopes\":[\"o-1\"]", "\"notScopes\":{\"unread\":\"x\"}", "where baseline does not hold: x")]
    public void A_guardrail_of_which_nobody_knows_where_it_holds_may_hold(string scopes, string notScopes, string why) =>
        Assert.Equal($" … {why}", Held("Guardrail", Organization(), Account("1"), Guardrail(scopes, notScopes)));

    [Fact]
    public void What_belongs_to_an_unknown_organization_and_holds_nobody_knows_where_may_hold_in_each() => Assert.Equal(
        " … where baseline holds: x",
        Held("Guardrail", Organization(), Account("1"), Guardrail("\"scopes\":{\"unread\":\"x\"}").Replace("o-1", "o-2", StringComparison.Ordinal)));

    [Theory]
    [InlineData("Contact", "", "", "contacts of the organization: not collected")]
    [InlineData("Contact", Everything, "", "contacts: not collected")]
    [InlineData("Budget", "Budget", "Budget", "")]
    [InlineData("AlertRule", "", "AlertRule", "")]
    public void It_is_complete_only_with_what_the_organization_and_the_managing_account_hold(
        string kind, string ofOrganization, string ofManagement, string why) => Assert.Equal(
        why.Length > 0 ? $" … {why}" : "",
        Held(kind, Organization(ofOrganization), Account("1"), Account("m", listed: ofManagement, management: "true")));

    [Theory]
    [InlineData("AlertRule", " … alertRules: not collected")]
    [InlineData("Contact", "")]
    public void Only_what_any_account_may_hold_for_others_may_lie_in_one_that_was_not_read(string kind, string expected) =>
        Assert.Equal(expected, Held(kind, Organization(), Account("1"), Account("2", listed: "")));

    [Fact]
    public void An_account_of_which_nobody_knows_whether_it_manages_may_hold_more() => Assert.Equal(
        " … contacts: not collected",
        Held("Contact", Organization(), Account("1"), Account("2", listed: "", management: "{\"unread\":\"x\"}")));

    [Fact]
    public void A_suspended_account_holds_nothing_for_others() => Assert.Equal(
        "", Held("AlertRule", Organization(), Account("1"), Account("2", listed: "", status: "suspended")));

    [Fact]
    public void Accounts_that_nobody_listed_may_hold_more() => Assert.Equal(
        " … accounts of the organization: not collected", Held("AlertRule", Organization(null), Account("1")));

    [Fact]
    public void An_account_that_stands_alone_has_nothing_above_it() => Assert.Equal(
        "", Held("Contact", Organization(null, inUse: "false"), Account("1")));

    [Fact]
    public void An_account_whose_folders_are_unread_may_have_more_above_it()
    {
        var unread = Account("1").Replace("\"folders\":[]", "\"folders\":{\"unread\":\"x\"}", StringComparison.Ordinal);
        Assert.Equal("g … x", Held("Guardrail", Organization(), unread, Guardrail("\"scopes\":[\"o-1\"]")));
    }

    [Fact]
    public void The_hubs_bastion_serves_the_networks_that_are_connected_with_its_own()
    {
        string[] estate =
        [
            Organization(), Account("1"), Account("2"), Account("hub"), Network("n-hub", "hub", "[\"n-1\"]"),
            Network("n-1", "1", "[\"n-hub\"]"), Network("n-2", "2", "[]"),
            """{"kind":"Bastion","id":"b","name":"b","cloud":"aws","accountId":"hub","scopes":["hub"],"networks":["n-hub"]}""",
        ];
        Assert.Equal("b", Held("Bastion", estate));
        Assert.Equal("b", Held("Bastion", estate, "hub"));
        Assert.Equal("", Held("Bastion", estate, "2"));
    }

    [Fact]
    public void A_network_whose_peers_are_unread_may_reach_a_bastion() => Assert.Equal(
        " … AccessDenied", Held("Bastion", Organization(), Account("1"), Network("n-1", "1", "{\"unread\":\"AccessDenied\"}")));

    [Fact]
    public void What_belongs_to_no_account_belongs_to_its_organization()
    {
        var estate = new Estate(Given.Estate(Organization(), Guardrail("\"scopes\":[]")).Read());
        Assert.Equal("o-1", estate.Organization(estate.Find("g")!)!.Id);
    }

    /// <summary>The ids of what holds for an account, and after an ellipsis why there may be more.</summary>
    private static string Held(string kind, params string[] estate) => Held(kind, estate, "1");

    private static string Held(string kind, string[] lines, string account)
    {
        var estate = new Estate(Given.Estate(lines).Read());
        var (items, why) = estate.HoldingFor((Account)estate.Find(account)!, Kind.Find(kind)!);
        return string.Join(' ', items.Select(item => item.Id)) + (why is null ? "" : $" … {why}");
    }

    private static string Organization(string? listed = Everything, string inUse = "true") =>
        $$"""{"kind":"Organization","id":"o-1","name":"contoso","cloud":"aws","inUse":{{inUse}},"listed":{{Listed(listed is null ? "" : $"Account {listed}")}}}""";

    private static string Account(
        string id, string folders = "", string listed = Everything, string management = "false", string status = "active") =>
        $$"""{"kind":"Account","id":"{{id}}","name":"{{id}}","cloud":"aws","accountId":"{{id}}","organization":"o-1","folders":[{{folders}}],"management":{{management}},"status":"{{status}}","listed":{{Listed(listed)}}}""";

    private static string Listed(string kinds) => "{" + string.Join(',', kinds.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .SelectMany(kind => kind == Everything ? Kind.All.Select(one => one.Name) : [kind]).Distinct()
        .Select(kind => $"\"{kind}\":[\"global\"]")) + "}";

    private static string Folder(string id, string parent) =>
        $$"""{"kind":"Folder","id":"{{id}}","name":"{{id}}","cloud":"aws","organization":"o-1","parentId":"{{parent}}"}""";

    private static string Guardrail(string scopes, string notScopes = "\"notScopes\":[]") =>
        $$"""{"kind":"Guardrail","id":"g","name":"baseline","cloud":"aws","organizationId":"o-1",{{scopes}},{{notScopes}}}""";

    private static string Network(string id, string account, string peers) =>
        $$"""{"kind":"Network","id":"{{id}}","name":"{{id}}","cloud":"aws","accountId":"{{account}}","peers":{{peers}}}""";
}
