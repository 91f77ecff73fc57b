using System.CommandLine;
using System.CommandLine.Completions;
using LandingZone.Core.Model;
using LandingZone.Core.Rules;

namespace LandingZone.Cli;

/// <summary>Which rules a command is about.</summary>
internal static class RulesArguments
{
    private const string Folder = "rules";

    /// <summary>Folders beside the built-in rules.</summary>
    public static Option<string[]> Beside() =>
        AwsArguments.List("--rules", "Folders with rules of your own, beside the built-in ones");

    /// <summary>Folders to look at alone.</summary>
    public static Argument<string[]> Folders() => new("DIR")
    {
        Description = "Folders of rules (default: ./rules if there is one, otherwise the built-in rules)",
        Arity = ArgumentArity.ZeroOrMore,
    };

    /// <summary>A rule's id, completed by the shell.</summary>
    public static Argument<string> Id() => new("RULE")
    {
        Description = "The rule's id",
        CompletionSources = { _ => Ids() },
    };

    /// <exception cref="ProblemsException">All that is wrong with any rule.</exception>
    public static RuleSet LoadBeside(string[]? folders) =>
        (folders ?? []).Aggregate(RuleSet.BuiltIn(), (all, folder) => all.With(RuleSet.Load(folder)));

    /// <exception cref="ProblemsException">All that is wrong with any rule of any folder.</exception>
    public static RuleSet LoadAlone(string[]? folders)
    {
        if (folders is null or [])
        {
            return Directory.Exists(Folder) ? RuleSet.Load(Folder) : RuleSet.BuiltIn();
        }

        List<Problem> problems = [];
        List<RuleSet> sets = [];
        foreach (var folder in folders)
        {
            try
            {
                sets.Add(RuleSet.Load(folder));
            }
            catch (ProblemsException wrong)
            {
                problems.AddRange(wrong.Problems);
            }
        }

        return problems.Count == 0
            ? sets.Aggregate((all, set) => all.With(set))
            : throw new ProblemsException(problems);
    }

    /// <summary>The rule of an id or an earlier id.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static Rule Find(RuleSet rules, string id) =>
        rules.Rules.FirstOrDefault(rule => rule.Id == id || rule.Aliases.Contains(id))
        ?? throw new ArgumentException(
            $"no rule is called '{id}'.{Spelling.Suggest(id, rules.Rules.Select(rule => rule.Id))}");

    /// <summary>What a rule can judge, questions included.</summary>
    public static IReadOnlyList<Kind> Judged { get; } = [.. Kind.All, Kind.Question];

    /// <exception cref="ArgumentException">None of the kinds has the name.</exception>
    public static Kind FindKind(IReadOnlyList<Kind> kinds, string name) =>
        kinds.FirstOrDefault(kind => kind.Name == name)
        ?? throw Unknown("kind", name, [.. kinds.Select(kind => kind.Name)]);

    /// <summary>A name that is none of the known ones, with what was meant.</summary>
    public static ArgumentException Unknown(string what, string name, IReadOnlyCollection<string> known) =>
        new($"unknown {what} '{name}': {string.Join(", ", known)}.{Spelling.Suggest(name, known)}");

    /// <summary>The words of a shell's completion.</summary>
    public static IEnumerable<CompletionItem> Words(IEnumerable<Kind> kinds) =>
        kinds.Select(kind => new CompletionItem(kind.Name));

    public static IEnumerable<CompletionItem> Ids() =>
        RuleSet.BuiltIn().Rules.Select(rule => new CompletionItem(rule.Id));
}
