using LandingZone.Core.Rules;

namespace LandingZone.Core.Tests.Rules;

public class BuiltInRuleTests
{
    private static readonly RuleSet BuiltIn = RuleSet.BuiltIn();

    public static TheoryData<string> Ids() => [.. BuiltIn.Rules.Select(rule => rule.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Each_example_of_a_rule_gets_its_verdict(string id)
    {
        var outcomes = RuleExamples.Run(BuiltIn.Rules.Single(rule => rule.Id == id)).ToList();
        Assert.Empty(outcomes.Where(outcome => !outcome.Passed).Select(outcome => outcome.ToString()));
        Assert.NotEmpty(outcomes);
    }
}
