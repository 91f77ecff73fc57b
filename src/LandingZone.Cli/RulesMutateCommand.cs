using System.CommandLine;
using LandingZone.Core.Rules;

namespace LandingZone.Cli;

/// <summary><c>lz rules mutate</c>: finds out what examples of rules do not notice.</summary>
internal static class RulesMutateCommand
{
    private const string Purpose = """
        Puts each small mistake into rules, one at a time, and lists those that no example notices.

        Changed are operators, limits and literals of when, condition and let. A mistake that no example notices is a
        part of the rule that could be wrong: add an example in which it decides.
        """;

    public static Command Create()
    {
        var ids = new Argument<string[]>("RULE")
        {
            Description = "Rules to change (default: all)",
            Arity = ArgumentArity.ZeroOrMore,
            CompletionSources = { _ => RulesArguments.Ids() },
        };
        var folders = AwsArguments.List("--rules", "Folders of rules (default: ./rules if there is one, otherwise the built-in rules)");
        var command = new Command("mutate", Purpose) { ids, folders };
        command.SetAction((parsed, _) => Failure.Told(() =>
        {
            var all = RulesArguments.LoadAlone(parsed.GetValue(folders));
            var rules = parsed.GetValue(ids) is { Length: > 0 } named
                ? named.Select(id => RulesArguments.Find(all, id))
                : all.Rules;
            return Task.FromResult(Run([.. rules]));
        }));
        return command;
    }

    private static int Run(IReadOnlyCollection<Rule> rules)
    {
        // Examples that fail as it is would notice everything.
        var failing = rules.Where(rule => RuleExamples.Run(rule).Any(outcome => !outcome.Passed)).Select(rule => rule.Id).ToList();
        if (failing.Count > 0)
        {
            throw new ArgumentException($"examples of {string.Join(", ", failing)} fail as it is: see lz rules test");
        }

        var counts = new int[Enum.GetValues<MutantFate>().Length];
        foreach (var mutant in rules.SelectMany(RuleMutation.Run))
        {
            counts[(int)mutant.Fate]++;
            if (mutant.Fate == MutantFate.Survived)
            {
                Console.WriteLine($"{mutant.Rule.Path}:{mutant.Line}:{mutant.Column}: {mutant.Key}: {mutant.Change}: no example notices");
            }
        }

        var survived = counts[(int)MutantFate.Survived];
        Console.WriteLine(
            $"{rules.Count} {(rules.Count == 1 ? "rule" : "rules")}, {counts.Sum()} mistakes: {counts[(int)MutantFate.Killed]} noticed by an example, "
            + $"{counts[(int)MutantFate.Refused]} by the type checker, {survived} by nobody");
        return survived == 0 ? ExitCode.Good : ExitCode.Gate;
    }
}
