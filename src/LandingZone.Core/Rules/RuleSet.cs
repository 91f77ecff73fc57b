using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using LandingZone.Core.Model;

namespace LandingZone.Core.Rules;

/// <summary>Rules that were loaded and checked, by section and id.</summary>
/// <param name="Rules">Their expressions are compiled.</param>
/// <param name="Digest">Six hexadecimal digits that change with any rule's text.</param>
public sealed record RuleSet(ImmutableArray<Rule> Rules, string Digest)
{
    private const string Resources = "rules/";

    /// <summary>The rules that come with the program.</summary>
    public static RuleSet BuiltIn()
    {
        var assembly = typeof(RuleSet).Assembly;
        var files = assembly.GetManifestResourceNames().Where(name => name.StartsWith(Resources, StringComparison.Ordinal));
        return Load(files.Select(name =>
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            return (name, reader.ReadToEnd());
        }));
    }

    /// <summary>All <c>.yaml</c> files below a folder.</summary>
    /// <exception cref="ProblemsException">All that is wrong with any of them, or there is no such folder.</exception>
    public static RuleSet Load(string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw new ProblemsException(folder, 1, 1, "no such folder of rules");
        }

        var files = Directory.EnumerateFiles(folder, "*.yaml", SearchOption.AllDirectories);
        return Load(files.Select(path => (path, File.ReadAllText(path))), FrameworkNames.Check);
    }

    /// <summary>These and others, which must have other ids.</summary>
    /// <exception cref="ProblemsException">An id is there twice.</exception>
    public RuleSet With(RuleSet others)
    {
        var ids = Rules.ToDictionary(rule => rule.Id);
        var twice = others.Rules.Where(rule => ids.ContainsKey(rule.Id)).Select(rule =>
            new Problem(rule.Path, 1, 1, $"the id '{rule.Id}' is taken by {ids[rule.Id].Path}")).ToList();
        return twice.Count > 0
            ? throw new ProblemsException(twice)
            : new RuleSet(Sort(Rules.Concat(others.Rules)), DigestOf([Digest, others.Digest]));
    }

    /// <summary>The rules of a tier and those below it, less or only those that patterns name.</summary>
    /// <param name="tier">The highest tier.</param>
    /// <param name="only">Ids, sections or controls, with <c>*</c> for any text; these count whatever their tier. Empty: all.</param>
    /// <param name="skip">The same, left out.</param>
    /// <exception cref="ArgumentException">A pattern names no rule.</exception>
    public RuleSet Select(Tier tier, IReadOnlyCollection<string> only, IReadOnlyCollection<string> skip)
    {
        foreach (var pattern in only.Concat(skip).Where(pattern => !Rules.Any(rule => Names(pattern, rule))))
        {
            var names = Rules.Select(rule => rule.Id).Concat(Rules.Select(rule => rule.Section.Id).Distinct());
            throw new ArgumentException($"no rule, section or control is called '{pattern}'.{Spelling.Suggest(pattern, names)}");
        }

        ImmutableArray<Rule> selected =
        [
            .. Rules.Where(rule => only.Count > 0 ? only.Any(pattern => Names(pattern, rule)) : rule.Tier <= tier)
                .Where(rule => !skip.Any(pattern => Names(pattern, rule))),
        ];
        return new RuleSet(selected, DigestOf(selected.Select(rule => rule.Id).Prepend(Digest)));
    }

    private static bool Names(string pattern, Rule rule) =>
        Wildcard.Matches(pattern, rule.Id) || rule.Aliases.Any(alias => Wildcard.Matches(pattern, alias))
        || Wildcard.Matches(pattern, rule.Section.Id) || (rule.Control is { } control && Wildcard.Matches(pattern, control));

    private static RuleSet Load(
        IEnumerable<(string Path, string Text)> files, Action<string, string, List<Problem>>? check = null)
    {
        List<Problem> problems = [];
        List<Rule> rules = [];
        List<string> texts = [];
        Dictionary<string, string> paths = [];
        foreach (var (path, text) in files.OrderBy(file => file.Path, StringComparer.Ordinal))
        {
            texts.Add(text);
            check?.Invoke(path, text, problems);
            if (RuleReader.Read(path, text, problems) is not { } rule)
            {
                continue;
            }

            rules.Add(rule);
            foreach (var id in rule.Aliases.Prepend(rule.Id).Where(id => !paths.TryAdd(id, path)))
            {
                problems.Add(new Problem(path, 1, 1, $"the id '{id}' is taken by {paths[id]}"));
            }
        }

        return problems.Count == 0
            ? new RuleSet(Sort(rules), DigestOf(texts))
            : throw new ProblemsException(
                [.. problems.OrderBy(problem => problem.Path, StringComparer.Ordinal).ThenBy(problem => problem.Line)]);
    }

    private static ImmutableArray<Rule> Sort(IEnumerable<Rule> rules) =>
        [.. rules.OrderBy(rule => rule.Section.Order).ThenBy(rule => rule.Id, StringComparer.Ordinal)];

    private static string DigestOf(IEnumerable<string> texts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', texts))))[..6];
}
