using LandingZone.Core.Model;
using LandingZone.Core.Rules;

namespace LandingZone.Core.Tests.Rules;

public class BuiltInRuleTests
{
    private static readonly RuleSet BuiltIn = RuleSet.BuiltIn();

    public static TheoryData<string> Ids() => [.. BuiltIn.Rules.Select(rule => rule.Id)];

    /// <summary>The program takes the examples of its own rules for well; here they are read.</summary>
    [Fact]
    public void The_files_of_all_rules_are_well_examples_included() => Assert.Equal(
        BuiltIn.Rules.Select(rule => rule.Id),
        RuleSet.Load(Path.Combine(Repository.Root, "rules")).Rules.Select(rule => rule.Id));

    /// <summary>The program cuts the examples off, which must therefore stand at the end.</summary>
    [Fact]
    public void The_program_reads_of_its_rules_all_but_the_examples() => Assert.Equal(
        RuleSet.Load(Path.Combine(Repository.Root, "rules")).Rules.Select(Told), BuiltIn.Rules.Select(Told));

    private static string Told(Rule rule) => System.Text.Json.JsonSerializer.Serialize(
        new { rule.Id, rule.Title, rule.Control, rule.Tier, rule.Severity, rule.When, rule.Condition, rule.Message, rule.Why, rule.Let, rule.Params, rule.Frameworks, rule.Clouds });

    [Theory]
    [MemberData(nameof(Ids))]
    public void Each_example_of_a_rule_gets_its_verdict(string id)
    {
        var outcomes = RuleExamples.Run(BuiltIn.Rules.Single(rule => rule.Id == id)).ToList();
        Assert.Empty(outcomes.Where(outcome => !outcome.Passed).Select(outcome => outcome.ToString()));
        Assert.NotEmpty(outcomes);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Each_rule_fails_and_passes_in_the_demo_estate(string id)
    {
        var tallies = Demo.Value.Tallies.Where(tally => tally.Rule.Id == id).ToList();
        Assert.True(tallies.Sum(tally => tally.Failed) > 0, $"{id} fails nowhere in the demo estate");
        Assert.True(tallies.Sum(tally => tally.Passed) > 0, $"{id} passes nowhere in the demo estate");
    }

    [Fact]
    public void The_demo_estate_is_written_as_estates_are()
    {
        var path = DemoFile("estate.jsonl");
        var estate = new EstateFile(path);
        var copy = Path.GetTempFileName();
        EstateWriter.Write(copy, estate.Header, estate.Read());
        Assert.Equal(File.ReadAllText(path), File.ReadAllText(copy));
        File.Delete(copy);
    }

    private static readonly Lazy<Audit> Demo = new(() => Judge.Run(
        new EstateFile(DemoFile("estate.jsonl")),
        BuiltIn,
        Configuration.Load(DemoFile(Configuration.FileName), BuiltIn).ToOptions()));

    private static string DemoFile(string name) => Path.Combine(Repository.Root, "src", "LandingZone.Cli", "Demo", name);
}
