using LandingZone.Core.Model;
using LandingZone.Core.Rules;

namespace LandingZone.Core.Tests.Rules;

public sealed class RuleReaderTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("lz-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static List<string> Problems(string text, string path = "rules/storage/flaw.yaml")
    {
        List<Problem> problems = [];
        var rule = RuleReader.Read(path, text, problems);
        Assert.Equal(problems.Count == 0, rule is not null);
        return [.. problems.Select(problem => problem.ToString())];
    }

    private static string Problem(string condition, string more = "") =>
        Assert.Single(Problems(Given.RuleText("flaw", "Bucket", condition, more)));

    [Fact]
    public void All_problems_of_a_file_are_told_at_once_with_their_places()
    {
        const string Text = """
            id: flaw
            title: All is well
            tier: foundatoin
            severity: high
            effort: hours
            kind: Bukcet
            condition: resource.versioned
            mesage: typo
            why: It matters.
            clouds:
              azur: {fix: mend it}
              aws: {fix: mend it, skip: and not}
            tests: {pass: [{case: good}]}
            """;
        Assert.Equal(
            [
                "rules/storage/flaw.yaml:1:1: error: 'message' is missing",
                "rules/storage/flaw.yaml:3:7: error: 'foundatoin' is not one of foundation, standard, advanced. Did you mean 'foundation'?",
                "rules/storage/flaw.yaml:6:7: error: unknown kind 'Bukcet'. Did you mean 'Bucket'?",
                "rules/storage/flaw.yaml:8:1: error: unknown key 'mesage'. Did you mean 'message'?",
                "rules/storage/flaw.yaml:11:3: error: unknown cloud 'azur': aws, azure, gcp, oci. Did you mean 'azure'?",
                "rules/storage/flaw.yaml:12:3: error: 'aws' needs exactly one of fix, always and skip",
            ],
            Problems(Text).Order(LineOrder));
    }

    private static readonly Comparer<string> LineOrder =
        Comparer<string>.Create((a, b) => int.Parse(a.Split(':')[1], null).CompareTo(int.Parse(b.Split(':')[1], null)));

    [Theory]
    [InlineData("resource.versoined", ":5:21: error: ", "versioned")]
    [InlineData("\"  !resource.versoined\"", ":5:25: error: ", "versioned")]
    [InlineData("resource.name == 1", ":5:", "")]
    [InlineData("size(resource.name)", ":5:12: error: ", "bool")]
    [InlineData("accuont.publicAccessBlocked", ":5:12: error: ", "account")]
    public void A_wrong_condition_is_told_at_its_character(string condition, string place, string mentioned)
    {
        var problem = Problem(condition);
        Assert.Contains(place, problem, StringComparison.Ordinal);
        Assert.Contains(mentioned, problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folded_condition_is_told_at_its_own_line()
    {
        var text = Given.RuleText("flaw", "Bucket", ">-\n  resource.versioned\n  || resource.tlsOnyl");
        Assert.StartsWith("rules/storage/flaw.yaml:7:15: error: ", Assert.Single(Problems(text)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_hole_of_the_message_is_checked_too() =>
        Assert.Contains(":11:21: error: ", Problem("resource.versioned", "message: \"{resource.nam} is wrong.\""), StringComparison.Ordinal);

    [Theory]
    [InlineData("tests: {pass: [{case: good, resource: {versioned: maybe}}], fail: [{case: bad}]}", "expected true or false, found 'maybe'")]
    [InlineData("tests: {pass: [{case: good, resource: {versoined: true}}], fail: [{case: bad}]}", "Did you mean 'versioned'?")]
    [InlineData("tests: {pass: [{case: good, resource: {versioned: null}}], fail: [{case: bad}]}", "null is not a fact")]
    [InlineData("tests: {pass: [{case: good}]}", "needs an example of 'fail'")]
    [InlineData("tests: {pass: [{case: good}], fail: [{resource: {}}]}", "'case' is missing")]
    [InlineData("tests: {pass: [{case: good, params: {x: 1}}], fail: [{case: bad}]}", "there is no parameter 'x'")]
    public void A_wrong_example_is_told(string tests, string why) =>
        Assert.Contains(why, Problem("resource.versioned", tests), StringComparison.Ordinal);

    [Theory]
    [InlineData("cis-aws-5.0", "2.1.44", "CIS AWS Foundations Benchmark 5.0 has no item '2.1.44'. Did you mean '2.1.4'?")]
    [InlineData("cis-aws-50", "2.1.4", "unknown framework 'cis-aws-50'; one of your own begins with 'x-'. Did you mean 'cis-aws-5.0'?")]
    public void What_no_framework_has_is_told_at_its_place(string framework, string item, string why)
    {
        var problem = Problem("resource.versioned", $"frameworks:\n  {framework}: [\"{item}\"]\n");
        Assert.Matches(@"flaw\.yaml:\d+:\d+: error: ", problem);
        Assert.Contains(why, problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("x-acme", "any")]
    [InlineData("nist-csf-2.0", "PR.DS-01")]
    public void Where_there_is_no_list_every_item_is_taken(string framework, string item) =>
        Assert.Empty(Problems(Given.RuleText("flaw", "Bucket", "resource.versioned", $"frameworks:\n  {framework}: [\"{item}\"]\n")));

    [Theory]
    [InlineData("a: &a [x]\nb: *a", "aliases are not allowed")]
    [InlineData("a: [", "")]
    [InlineData("- a", "a map of keys")]
    public void What_is_no_rule_is_refused(string text, string why) =>
        Assert.Contains(why, Assert.Single(Problems(text)), StringComparison.Ordinal);

    [Fact]
    public void A_file_that_is_too_large_is_refused() =>
        Assert.Contains("larger than 1 MiB", Assert.Single(Problems(new string('#', 2 << 20))), StringComparison.Ordinal);

    [Fact]
    public void The_id_is_the_files_name() => Assert.Contains(
        "the id must be the file's name, 'other'",
        Assert.Single(Problems(Given.RuleText("flaw", "Bucket", "resource.versioned"), "rules/storage/other.yaml")),
        StringComparison.Ordinal);

    [Fact]
    public void A_rule_over_organizations_has_no_account() =>
        Assert.Contains("account", Assert.Single(Problems(
            Given.RuleText("flaw", "Organization", "account.publicAccessBlocked"))), StringComparison.Ordinal);

    [Fact]
    public void An_id_that_two_files_use_is_told()
    {
        foreach (var section in new[] { "a", "b" })
        {
            Directory.CreateDirectory(Path.Combine(_folder, section));
            File.WriteAllText(Path.Combine(_folder, section, "flaw.yaml"), Given.RuleText("flaw", "Bucket", "resource.versioned"));
        }

        var wrong = Assert.Throws<ProblemsException>(() => RuleSet.Load(_folder));
        Assert.Contains("the id 'flaw' is taken by", Assert.Single(wrong.Problems).Message, StringComparison.Ordinal);
        Assert.Throws<ProblemsException>(() => RuleSet.Load(Path.Combine(_folder, "gone")));
    }

    [Fact]
    public void A_selection_is_by_tier_or_by_name()
    {
        var rules = RuleSet.BuiltIn();
        Assert.All(rules.Select(Tier.Foundation, [], []).Rules, rule => Assert.Equal(Tier.Foundation, rule.Tier));
        Assert.All(rules.Select(Tier.Foundation, ["storage"], ["public-*"]).Rules, rule =>
        {
            Assert.Equal("storage", rule.Section.Id);
            Assert.False(rule.Id.StartsWith("public-", StringComparison.Ordinal));
        });
        Assert.Equal("ssh-open", Assert.Single(rules.Select(Tier.Foundation, ["LZ-ACC-003"], []).Rules).Id);
        var wrong = Assert.Throws<ArgumentException>(() => rules.Select(Tier.Foundation, ["shh-open"], []));
        Assert.Contains("Did you mean 'ssh-open'?", wrong.Message, StringComparison.Ordinal);
    }
}
