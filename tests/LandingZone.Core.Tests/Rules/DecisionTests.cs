using System.Collections.Immutable;
using LandingZone.Core.Model;
using LandingZone.Core.Rules;

namespace LandingZone.Core.Tests.Rules;

/// <summary>What a company decides for itself, as it reaches the verdicts.</summary>
public class DecisionTests
{
    private const string Folder = """{"kind":"Folder","id":"ou-1","name":"Lab","cloud":"aws","organization":"o-1","parentId":"o-1"}""";
    private const string Below = """{"kind":"Folder","id":"ou-2","name":"Deep","cloud":"aws","organization":"o-1","parentId":"ou-1"}""";
    private const string Limit = "params: {most: {type: int, default: 3, about: How many.}, name: {type: string, default: b, about: Which.}}";

    private static string Account(string id, string more) => $$"""
        {"kind":"Account","id":"{{id}}","name":"shop-{{id}}","cloud":"aws","accountId":"{{id}}","organization":"o-1","listed":{},{{more}}}
        """.Trim();

    private static Verdict VerdictOf(string account, params (string? On, string Name, string Value)[] overrides)
    {
        var rule = Given.Rule("flaw", "Account", "params.most == 5", Limit);
        var options = JudgeOptions.Default with
        {
            Parameters = [.. overrides.Select(one => new ParameterOverride
            {
                Rule = "flaw",
                On = one.On,
                Values = ImmutableSortedDictionary<string, string>.Empty.Add(one.Name, one.Value),
            })],
        };
        var audit = Given.Audit(Given.Estate(Given.Organization, Folder, Below, account), options, rule);
        return audit.Findings.Select(finding => finding.Verdict).SingleOrDefault(Verdict.Pass);
    }

    private const string Placed = "\"folders\":[\"ou-1\",\"ou-2\"],\"tags\":{\"stage\":\"lab\"}";

    [Theory]
    [InlineData(null, Verdict.Pass)]
    [InlineData("folder:Lab", Verdict.Pass)]
    [InlineData("folder:ou-2", Verdict.Pass)]
    [InlineData("folder:Other", Verdict.Fail)]
    [InlineData("tag:stage=lab", Verdict.Pass)]
    [InlineData("tag:stage", Verdict.Pass)]
    [InlineData("tag:stage=prod", Verdict.Fail)]
    [InlineData("111", Verdict.Pass)]
    [InlineData("shop-*", Verdict.Pass)]
    [InlineData("222", Verdict.Fail)]
    public void A_parameter_is_overridden_where_it_says(string? on, Verdict expected) =>
        Assert.Equal(expected, VerdictOf(Account("111", Placed), (on, "most", "5")));

    [Theory]
    [InlineData(null, "folder:Lab")]
    [InlineData("folder:Lab", "folder:Deep")]
    [InlineData("folder:Deep", "tag:stage=lab")]
    [InlineData("tag:stage=lab", "shop-*")]
    [InlineData("shop-*", "111")]
    public void The_most_specific_override_wins_wherever_it_stands(string? general, string specific)
    {
        Assert.Equal(Verdict.Pass, VerdictOf(Account("111", Placed), (general, "most", "4"), (specific, "most", "5")));
        Assert.Equal(Verdict.Pass, VerdictOf(Account("111", Placed), (specific, "most", "5"), (general, "most", "4")));
    }

    [Fact]
    public void An_override_leaves_the_other_parameters_as_they_were() =>
        Assert.Equal(Verdict.Pass, VerdictOf(Account("111", Placed), (null, "most", "5"), ("111", "name", "\"c\"")));

    [Fact]
    public void A_parameter_that_depends_on_what_was_not_read_is_unknown()
    {
        const string Hidden = "\"folders\":[],\"tags\":{\"unread\":\"AccessDenied: grant organizations:ListTagsForResource\"}";
        Assert.Equal(Verdict.Unknown, VerdictOf(Account("111", Hidden), (null, "most", "5"), ("tag:stage=lab", "most", "4")));
        Assert.Equal(Verdict.Pass, VerdictOf(Account("111", Hidden), (null, "most", "5"), ("folder:Lab", "most", "4")));
    }

    [Fact]
    public void Other_parameters_make_another_digest_and_the_name_is_the_companys()
    {
        var rule = Given.Rule("flaw", "Account", "params.most == 5", Limit);
        var estate = Given.Estate(Given.Organization, Account("111", Placed));
        var plain = Given.Audit(estate, rule);
        var own = Configuration.Parse("c.yaml", "name: Fabrikam\nparameters: {flaw: {most: 5}}", new RuleSet([rule], "test"));
        var decided = Given.Audit(estate, own.ToOptions(), rule);
        Assert.NotEqual(plain.RulesDigest, decided.RulesDigest);
        Assert.Equal(("contoso", "Fabrikam"), (plain.Header.Name, decided.Header.Name));
        Assert.Empty(decided.Findings);
    }

    [Theory]
    [InlineData("2026-01-01", Verdict.Waived)]
    [InlineData("2025-12-31", Verdict.Fail)]
    public void A_waiver_holds_until_its_last_day(string until, Verdict expected)
    {
        var rule = Given.Rule("flaw", "Account", "params.most == 5", Limit);
        var own = Configuration.Parse(
            "c.yaml", $"waivers: [{{allow: flaw, on: folder:Lab, because: x, owner: y, until: {until}}}]", new RuleSet([rule], "test"));
        var audit = Given.Audit(Given.Estate(Given.Organization, Folder, Account("111", Placed)), own.ToOptions(), rule);
        Assert.Equal(expected, Assert.Single(audit.Findings).Verdict);
    }

    [Fact]
    public void An_environment_that_is_declared_goes_before_what_a_name_says()
    {
        var patterns = EnvironmentPatterns.Default with
        {
            Accounts = ImmutableSortedDictionary<string, ImmutableArray<AccountEnvironment>>.Empty
                .Add("shop-*", [AccountEnvironment.Sandbox]),
        };
        var audit = Given.Audit(
            Given.Estate(Given.Organization, Given.Account("111")),
            JudgeOptions.Default with { Environments = patterns },
            Given.Rule("flaw", "Account", "account.environments == ['sandbox']"));
        Assert.Empty(audit.Findings);
    }

    [Theory]
    [InlineData("\"tags\":{\"Owner\":\"web\"}", "web")]
    [InlineData("\"tags\":{\"Owner\":\" \"},\"folders\":[\"ou-1\",\"ou-2\"]", "deep")]
    [InlineData("\"tags\":{},\"folders\":[\"ou-1\"]", null)]
    [InlineData("\"folders\":[\"ou-1\"]", null)]
    public void An_account_has_the_owner_of_its_tag_or_nearest_folder(string facts, string? owner)
    {
        var audit = Audit(facts, OwnerPatterns.Default with
        {
            Folders = ImmutableSortedDictionary<string, string>.Empty.Add("Deep", "deep"),
        });
        var found = audit.OwnerOf(audit.Accounts[0]);
        Assert.Equal(owner, found.IsRead ? found.Value : null);
    }

    [Fact]
    public void A_resources_own_tag_goes_before_its_account()
    {
        var audit = Audit("\"tags\":{\"team\":\"platform\"}", OwnerPatterns.Default with
        {
            Accounts = ImmutableSortedDictionary<string, string>.Empty.Add("shop-*", "shop").Add("111", "exact"),
        });
        Assert.Equal("exact", audit.OwnerOf(audit.Accounts[0]).Value);
        var buckets = Given.Estate(
            Given.Bucket("b", "111", "\"tags\":{\"owner\":\"web\"}"), Given.Bucket("c", "111", "\"tags\":{}")).Read().ToList();
        Assert.Equal(["web", "exact"], buckets.Select(bucket => audit.OwnerOf(bucket).Value));
    }

    private static Audit Audit(string facts, OwnerPatterns owners) => Given.Audit(
        Given.Estate(Given.Organization, Folder, Below, Account("111", facts)),
        JudgeOptions.Default with { Owners = owners },
        Given.Rule("flaw", "Account", "true"));
}
