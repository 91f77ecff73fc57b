using System.CommandLine;
using LandingZone.Core.Rules;

namespace LandingZone.Cli;

/// <summary><c>lz rules test</c>: runs the examples in rules' own files.</summary>
internal static class RulesTestCommand
{
    public static Command Create()
    {
        var folders = RulesArguments.Folders();
        var command = new Command("test", "Runs the examples of rules.") { folders };
        command.SetAction((parsed, _) => Failure.Told(() =>
            Task.FromResult(Run(RulesArguments.LoadAlone(parsed.GetValue(folders))))));
        return command;
    }

    public static string Word(Verdict verdict) => verdict switch
    {
        Verdict.NotApplicable => "skip",
        _ => verdict.ToString().ToLowerInvariant(),
    };

    private static int Run(RuleSet rules)
    {
        var page = new Page(Console.Out);
        var (passed, failed) = (0, 0);
        foreach (var rule in rules.Rules)
        {
            foreach (var outcome in RuleExamples.Run(rule))
            {
                _ = outcome.Passed ? passed++ : failed++;
                if (!outcome.Passed)
                {
                    Write(page, rule, outcome);
                }
            }
        }

        page.Text($"{passed} passed, {failed} failed");
        return failed == 0 ? ExitCode.Good : ExitCode.Gate;
    }

    private static void Write(Page page, Rule rule, ExampleOutcome outcome)
    {
        page.Text($"{rule.Path}:{outcome.Test.Line}: {outcome.Test.Case}");
        if (outcome.Actual == outcome.Test.Expected)
        {
            page.Row("- expected", outcome.Test.Message!, indent: 2);
            page.Row("+ got", outcome.Message, indent: 2);
        }
        else
        {
            page.Row("- expected", Said(outcome.Test.Expected, outcome.Test.Message), indent: 2);
            page.Row("+ got", Said(outcome.Actual, outcome.Message), indent: 2);
        }

        foreach (var fact in outcome.Evidence)
        {
            page.Row("because", $"{fact.ResourceId} {fact.Fact}: {fact.Value}", indent: 2);
        }

        page.Blank();
    }

    private static string Said(Verdict verdict, string? message) =>
        string.IsNullOrEmpty(message) ? Word(verdict) : $"{Word(verdict)}: {message}";
}
