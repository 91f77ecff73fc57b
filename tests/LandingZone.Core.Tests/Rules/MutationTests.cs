using LandingZone.Core.Rules;

namespace LandingZone.Core.Tests.Rules;

public class MutationTests
{
    private const string Weak = """
        tests:
          pass: [{case: good, resource: {versioned: true, tlsOnly: true}}]
          fail: [{case: bad, resource: {versioned: false, tlsOnly: false}}]
        """;

    private static readonly RuleSet BuiltIn = RuleSet.BuiltIn();

    public static TheoryData<string> Ids() => [.. BuiltIn.Rules.Select(rule => rule.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void No_mistake_in_a_built_in_rule_goes_unnoticed(string id)
    {
        var mutants = RuleMutation.Run(BuiltIn.Rules.Single(rule => rule.Id == id));
        var survivors = string.Join('\n', mutants.Where(mutant => mutant.Fate == MutantFate.Survived).Select(Text));
        Assert.True(survivors.Length == 0, survivors);
    }

    [Fact]
    public void A_mistake_that_no_example_notices_is_told_with_its_place()
    {
        var rule = Given.Rule("flaw", "Bucket", "resource.versioned && resource.tlsOnly", Weak);
        var survivor = Assert.Single(RuleMutation.Run(rule), mutant => mutant.Fate == MutantFate.Survived);
        Assert.Equal("rules/storage/flaw.yaml:5:31: condition: && to ||", Text(survivor));
    }

    [Fact]
    public void One_example_more_and_the_mistake_is_noticed()
    {
        var more = Weak.Replace(
            "fail: [", "fail: [{case: half, resource: {versioned: true, tlsOnly: false}}, ", StringComparison.Ordinal);
        var rule = Given.Rule("flaw", "Bucket", "resource.versioned && resource.tlsOnly", more);
        Assert.Equal(MutantFate.Killed, Assert.Single(RuleMutation.Run(rule)).Fate);
    }

    [Fact]
    public void A_mistake_that_does_not_compile_is_told_apart()
    {
        var mutants = RuleMutation.Run(Given.Rule("flaw", "FirewallRule", "resource.direction == 'ingress'"));
        Assert.Equal(
            [("==", "!=", false), ("'ingress'", "''", true), ("'ingress'", "'ingress~'", true)],
            mutants.Select(mutant => (mutant.Original, mutant.Replacement, mutant.Fate == MutantFate.Refused)));
    }

    [Theory]
    [InlineData("!resource.public || resource.versioned", "! taken out", "|| to &&")]
    [InlineData("account.buckets.all(b, b.public)", "all to exists")]
    [InlineData("account.buckets.exists(b, b.public)", "exists to all")]
    [InlineData("size(resource.name) > 3", "> to >=", "3 to 4", "3 to 2")]
    [InlineData("size(resource.name) >= 3 + 1", ">= to >", "3 to 4", "3 to 2", "+ to -", "1 to 2", "1 to 0")]
    [InlineData("size(resource.name) < -1", "< to <=", "-1 to 0", "-1 to -2")]
    [InlineData("double(size(resource.name)) <= 0.5", "<= to <", "0.5 to 1.5", "0.5 to -0.5")]
    [InlineData("resource.name != 'it\\'s'", "!= to ==", "'it\\'s' to ''", "'it\\'s' to 'it\\'s~'")]
    [InlineData("resource.name in ['']", "resource.name in [''] to !(resource.name in [''])", "'' to '~'")]
    [InlineData("resource.public ? true : false", "resource.public to !(resource.public)", "true to false", "false to true")]
    public void Every_operator_limit_and_literal_is_changed(string condition, params string[] changes)
    {
        var rule = Given.Rule("flaw", "Bucket", $"\"{condition.Replace("\\", "\\\\", StringComparison.Ordinal)}\"");
        Assert.Equal(changes, RuleMutation.Run(rule).Select(mutant => mutant.Change));
    }

    [Fact]
    public void When_and_named_expressions_are_changed_too_and_a_pinned_message_notices()
    {
        const string More = """
            when: "!resource.public"
            let:
              long: size(resource.name) + 1
              half: long - 1
            message: "{half} letters"
            tests:
              pass: [{case: good, resource: {public: false, versioned: true}}]
              fail: [{case: bad, resource: {name: abc, public: false, versioned: false}, message: 3 letters}]
              skip: [{case: on purpose, resource: {public: true, versioned: false}}]
            """;
        var mutants = RuleMutation.Run(Given.Rule("flaw", "Bucket", "resource.versioned", More)).ToList();
        Assert.Equal(["when", "let.long", "let.long", "let.long", "let.half", "let.half", "let.half"], mutants.Select(
            mutant => mutant.Key));
        Assert.All(mutants, mutant => Assert.Equal(MutantFate.Killed, mutant.Fate));
    }

    private static string Text(RuleMutant mutant) =>
        $"{mutant.Rule.Path}:{mutant.Line}:{mutant.Column}: {mutant.Key}: {mutant.Change}";
}
