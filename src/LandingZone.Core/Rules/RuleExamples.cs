using LandingZone.Core.Model;

namespace LandingZone.Core.Rules;

/// <summary>Runs the examples in a rule's own file.</summary>
public static class RuleExamples
{
    public static IEnumerable<ExampleOutcome> Run(Rule rule) => rule.Tests.Select(test => Run(rule, test));

    private static ExampleOutcome Run(Rule rule, RuleTest test)
    {
        var options = JudgeOptions.Default with { Answers = test.Answer is { } answer ? [answer] : [] };
        var run = new RuleRun(new Estate(test.Estate, options.Environments), test.AsOf, options);
        run.Set(rule, test.Params);
        var opinion = run.Judge(rule, test.Estate[0]);
        var expected = test.Message is null || test.Message == opinion.Message;
        return new ExampleOutcome(test, opinion.Verdict, opinion.Message, expected && opinion.Verdict == test.Expected);
    }
}

/// <summary>What an example came to.</summary>
/// <param name="Test">The example.</param>
/// <param name="Actual">The verdict that it got.</param>
/// <param name="Message">The message that it got; empty for a pass.</param>
/// <param name="Passed">Whether both are what the example expects.</param>
public sealed record ExampleOutcome(RuleTest Test, Verdict Actual, string Message, bool Passed)
{
    public override string ToString() =>
        $"line {Test.Line}, \"{Test.Case}\": expected {Test.Expected} {Test.Message}, got {Actual} {Message}".Replace("  ", " ", StringComparison.Ordinal);
}
