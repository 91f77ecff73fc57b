using LandingZone.Core.Model;
using LandingZone.Core.Rules;

namespace LandingZone.Core.Tests.Rules;

public class ConfigurationDraftTests
{
    private static readonly RuleSet Rules = RuleSet.BuiltIn();

    private static (string Text, Configuration Read) Draft(params string[] lines)
    {
        var estate = Given.Estate([Given.Organization, .. lines]);
        var text = ConfigurationDraft.Write(estate.Header, estate.Read(), Rules);
        return (text, Configuration.Parse("landingzone.yaml", text, Rules));
    }

    [Fact]
    public void The_draft_of_the_demo_is_valid_and_judges_as_nothing_would()
    {
        var estate = new EstateFile(Path.Combine(Repository.Root, "src", "LandingZone.Cli", "Demo", "estate.jsonl"));
        var draft = Configuration.Parse(
            "landingzone.yaml", ConfigurationDraft.Write(estate.Header, estate.Read(), Rules), Rules);
        Assert.Equal(11, draft.ExpectedAccounts[Cloud.Aws].Ids.Length);
        var with = Judge.Run(estate, Rules, draft.ToOptions());

        // Without a configuration nobody has said which accounts there must be.
        Assert.Equal(
            Judge.Run(estate, Rules).Findings.Select(one => one.Key)
                .Where(key => !key.StartsWith("accounts-not-as-expected@", StringComparison.Ordinal)),
            with.Findings.Select(one => one.Key));
        Assert.All(draft.ExpectedAccounts, one => Assert.Null(
            one.Value.Differs([.. with.Accounts.Where(account => account.Cloud == one.Key)])));
    }

    [Fact]
    public void Accounts_that_say_nothing_of_their_environment_are_listed_to_be_declared()
    {
        var (text, _) = Draft(Given.Account("111", name: "shop-prod"), Given.Account("222", name: "zeus"));
        Assert.Contains("1 of 2 accounts say it that way", text, StringComparison.Ordinal);
        Assert.Contains("  # production: shop-prod\n", text, StringComparison.Ordinal);
        Assert.Contains("  # accounts:\n  #   \"222\": production # zeus\n", text, StringComparison.Ordinal);
        var declared = text.Replace("  # accounts:\n  #   ", "  accounts:\n    ", StringComparison.Ordinal);
        var read = Configuration.Parse("landingzone.yaml", declared, Rules);
        Assert.Equal([AccountEnvironment.Production], read.Environments.Accounts["222"]);
    }

    [Fact]
    public void The_tag_that_is_used_most_for_owners_is_taken()
    {
        var buckets = Enumerable.Range(0, 5).Select(i =>
            Given.Bucket($"b{i}", "111", i < 3 ? "\"tags\":{\"Squad-Name\":\"x\"}" : "\"tags\":{\"owner\":\"x\",\"Name\":\"x\"}"));
        Assert.Equal(["Squad-Name"], Draft([.. buckets]).Read.Owners.TagKeys);
        Assert.Equal(OwnerPatterns.Default.TagKeys, Draft(Given.Account("111")).Read.Owners.TagKeys);
    }

    [Fact]
    public void Many_accounts_are_expected_by_their_number()
    {
        var read = Draft([.. Enumerable.Range(100, 61).Select(i => Given.Account($"{i}"))]).Read;
        Assert.Equal(61, read.ExpectedAccounts[Cloud.Aws].Count);
        Assert.Empty(read.ExpectedAccounts[Cloud.Aws].Ids);
    }

    [Fact]
    public void A_name_cannot_write_itself_into_the_file() =>
        Assert.Empty(Draft(Given.Account("111", name: "x\\nwaivers: [{allow: public-bucket}]\\n# prod")).Read.Waivers);

    [Fact]
    public void What_is_missing_and_what_is_not_expected_is_told()
    {
        var accounts = Given.Estate(Given.Account("111"), Given.Account("a/222")).Read().Cast<Account>().ToList();
        Assert.Null(new ExpectedAccounts { Count = 2, Ids = ["111", "222"] }.Differs(accounts));
        Assert.Equal(
            "expected and not found: 333; found and not expected: a/222 shop-prod",
            new ExpectedAccounts { Count = 2, Ids = ["111", "333"] }.Differs(accounts));
        Assert.Equal("expected 3 accounts, found 2", new ExpectedAccounts { Count = 3 }.Differs(accounts));
    }
}
