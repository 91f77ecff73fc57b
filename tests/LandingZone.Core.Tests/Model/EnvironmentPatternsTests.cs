using LandingZone.Core.Model;

namespace LandingZone.Core.Tests.Model;

public class EnvironmentPatternsTests
{
    private static string Of(string name, string tags = "{}", string folders = "[]", string management = "false", params string[] more)
    {
        var account = $$$"""{"kind":"Account","id":"1","name":"{{{name}}}","cloud":"aws","accountId":"1","organization":"o-1","folders":{{{folders}}},"management":{{{management}}},"tags":{{{tags}}},"listed":{}}""";
        var estate = new Estate(Given.Estate([Given.Organization, account, .. more]).Read());
        var environments = estate.Accounts[0].Environments;
        return environments.IsRead ? string.Join(' ', environments.Value) : "unread: " + environments.Unread;
    }

    private static string Folder(string id, string name) =>
        $$"""{"kind":"Folder","id":"{{id}}","name":"{{name}}","cloud":"aws","organization":"o-1","parentId":"o-1"}""";

    [Theory]
    [InlineData("shop-prod", "Production")]
    [InlineData("shop_PRD", "Production")]
    [InlineData("shop.staging.eu", "Test")]
    [InlineData("prod-dev", "Production Development")]
    [InlineData("log-archive", "Shared")]
    public void A_name_says_it_by_its_words(string name, string expected) => Assert.Equal(expected, Of(name));

    [Theory]
    [InlineData("product-catalog")]
    [InlineData("devotion")]
    [InlineData("shop")]
    public void What_no_word_matches_is_undeclared(string name) =>
        Assert.StartsWith("unread: undeclared", Of(name), StringComparison.Ordinal);

    [Fact]
    public void A_tag_comes_before_the_nearest_folder_and_that_before_the_name()
    {
        string[] folders = [Folder("f1", "Production"), Folder("f2", "Sandboxes")];
        Assert.Equal("Sandbox", Of("shop-dev", folders: "[\"f1\",\"f2\"]", more: folders));
        Assert.Equal("Test", Of("shop-dev", "{\"Environment\":\"QA\"}", "[\"f1\",\"f2\"]", more: folders));
    }

    [Fact]
    public void The_management_account_is_shared_unless_it_says_otherwise()
    {
        Assert.Equal("Shared", Of("contoso", management: "true"));
        Assert.Equal("Production", Of("contoso-prod", management: "true"));
    }

    [Fact]
    public void What_could_not_be_read_might_have_said_it() =>
        Assert.Equal("unread: AccessDenied", Of("shop", "{\"unread\":\"AccessDenied\"}"));
}
