using LandingZone.Core.Model;

namespace LandingZone.Core.Rules;

/// <summary>Runs the examples in a rule's own file.</summary>
public static class RuleExamples
{
    public static IEnumerable<ExampleOutcome> Run(Rule rule) => rule.Tests.Select(test =>
    {
        var estate = EstateOf(test);
        var outcome = Run(rule, test, estate);
        return outcome.Passed
            ? outcome
            : outcome with { Evidence = Given(rule, test, estate).Explain(rule, Judged(test, estate)) };
    });

    // Accounts and organizations have their derived facts only in the estate.
    private static Resource Judged(RuleTest test, Estate estate) => estate.Find(test.Estate[0].Id)!;

    internal static Estate EstateOf(RuleTest test) => new(test.Estate);

    internal static ExampleOutcome Run(Rule rule, RuleTest test, Estate estate)
    {
        var opinion = Given(rule, test, estate).Judge(rule, Judged(test, estate));
        var expected = test.Message is null || test.Message == opinion.Message;
        return new ExampleOutcome(test, opinion.Verdict, opinion.Message, expected && opinion.Verdict == test.Expected);
    }

    private static RuleRun Given(Rule rule, RuleTest test, Estate estate)
    {
        var answered = JudgeOptions.Default with { Answers = test.Answer is { } answer ? [answer] : [] };
        var run = new RuleRun(estate, test.AsOf, answered);
        run.Set(rule, test.Params);
        return run;
    }
}

/// <summary>What an example came to.</summary>
/// <param name="Test">The example.</param>
/// <param name="Actual">The verdict that it got.</param>
/// <param name="Message">The message that it got; empty for a pass.</param>
/// <param name="Passed">Whether both are what the example expects.</param>
public sealed record ExampleOutcome(RuleTest Test, Verdict Actual, string Message, bool Passed)
{
    /// <summary>The facts that decided; only of an example that did not pass.</summary>
    public IReadOnlyList<Evidence> Evidence { get; init; } = [];

    public override string ToString() =>
        $"line {Test.Line}, \"{Test.Case}\": expected {Test.Expected} {Test.Message}, got {Actual} {Message}"
            .Replace("  ", " ", StringComparison.Ordinal);
}
