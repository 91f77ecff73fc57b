using LandingZone.Core.Model;
using LandingZone.Core.Rules;

namespace LandingZone.Core.Tests.Rules;

public class ScaffoldTests
{
    public static TheoryData<string> Kinds() => [.. Kind.All.Append(Kind.Question).Select(kind => kind.Name)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_rule_to_begin_with_loads_and_its_examples_pass_and_miss_nothing(string kind)
    {
        List<Problem> problems = [];
        var text = RuleScaffold.Text(
            "my-flaw", Kind.Find(kind) ?? Kind.Question, Enum.GetValues<Cloud>(), "../../rules.schema.json");
        var rule = RuleReader.Read("rules/mine/my-flaw.yaml", text, problems);
        Assert.Empty(problems);
        var outcomes = RuleExamples.Run(rule!).ToList();
        Assert.All(outcomes, outcome => Assert.True(outcome.Passed, outcome.ToString()));
        Assert.Equal([Verdict.Pass, Verdict.Fail, Verdict.Unknown], outcomes.Select(outcome => outcome.Actual));
        Assert.DoesNotContain(RuleMutation.Run(rule!), mutant => mutant.Fate == MutantFate.Survived);
        Assert.StartsWith("# yaml-language-server: $schema=../../rules.schema.json\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void It_has_the_clouds_that_were_asked_for()
    {
        List<Problem> problems = [];
        var text = RuleScaffold.Text("my-flaw", Kind.Find("Bucket")!, [Cloud.Gcp, Cloud.Oci], null);
        Assert.Equal([Cloud.Gcp, Cloud.Oci], RuleReader.Read("rules/mine/my-flaw.yaml", text, problems)!.Clouds.Keys);
        Assert.StartsWith("id: my-flaw\n", text, StringComparison.Ordinal);
    }
}
