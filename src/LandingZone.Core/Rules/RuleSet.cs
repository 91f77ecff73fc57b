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
        var names = assembly.GetManifestResourceNames().Where(name => name.StartsWith(Resources, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);
        var rules = names.AsParallel().AsOrdered().Select(name =>
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            return RuleReader.ReadProven(name, reader.ReadToEnd());
        }).ToList();
        return new RuleSet(Sort(rules), DigestOf(rules.Select(rule => rule.Text)));
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
        List<Problem> problems = [];
        return Load(files.Select(path => (path, YamlSource.ReadText(path, problems))), problems);
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
    public RuleSet Select(Tier tier, IReadOnlyCollection<string> only, IReadOnlyCollection<string> skip) =>
        Select(new RuleSelection { Tier = tier, Only = [.. only], Skip = [.. skip] });

    /// <summary>The rules that a selection names; of each only what it says of the selected clouds.</summary>
    /// <exception cref="ArgumentException">A pattern names no rule.</exception>
    public RuleSet Select(RuleSelection selection)
    {
        if (selection.Only.Concat(selection.Skip).Select(WhyUnknown).FirstOrDefault(why => why is not null) is { } unknown)
        {
            throw new ArgumentException(unknown);
        }

        ImmutableArray<Rule> selected =
        [
            .. Rules.Where(rule => selection.Only.Length > 0
                    ? selection.Only.Any(pattern => Names(pattern, rule))
                    : rule.Tier <= selection.Tier)
                .Where(rule => !selection.Skip.Any(pattern => Names(pattern, rule)))
                .Where(rule => selection.Frameworks.Length == 0
                    || rule.Frameworks.Keys.Any(id => selection.Frameworks.Any(pattern => Wildcard.Matches(pattern, id))))
                .Select(rule => selection.Clouds.Length == 0 ? rule : Within(rule, selection.Clouds))
                .Where(rule => rule.Clouds.Count > 0),
        ];
        var clouds = selection.Clouds.Distinct().Order().Select(cloud => cloud.ToString());
        return new RuleSet(selected, DigestOf([Digest, .. selected.Select(rule => rule.Id), .. clouds]));
    }

    /// <summary>Why a pattern of a selection names no rule, section or control; null when it names one.</summary>
    public string? WhyUnknown(string pattern) =>
        Rules.Any(rule => Names(pattern, rule))
            ? null
            : $"no rule, section or control is called '{pattern}'."
                + Spelling.Suggest(pattern, Rules.Select(rule => rule.Id).Concat(Rules.Select(rule => rule.Section.Id).Distinct()));

    // A cloud of which a rule says nothing is not judged by it.
    private static Rule Within(Rule rule, ImmutableArray<Cloud> clouds) =>
        rule with { Clouds = rule.Clouds.RemoveRange(rule.Clouds.Keys.Except(clouds)) };

    /// <summary>The digest of the rules together with a company's own parameters.</summary>
    internal string DigestWith(ImmutableArray<ParameterOverride> parameters) =>
        parameters.IsEmpty ? Digest : DigestOf(
            [Digest, .. parameters.SelectMany(one => one.Values.Select(value => $"{one.Rule} {one.On} {value.Key} {value.Value}"))]);

    private static bool Names(string pattern, Rule rule) =>
        Wildcard.Matches(pattern, rule.Id) || rule.Aliases.Any(alias => Wildcard.Matches(pattern, alias))
        || Wildcard.Matches(pattern, rule.Section.Id) || (rule.Control is { } control && Wildcard.Matches(pattern, control));

    private static RuleSet Load(IEnumerable<(string Path, string? Text)> files, List<Problem> problems)
    {
        List<Rule> rules = [];
        List<string> texts = [];
        Dictionary<string, string> paths = [];
        foreach (var (path, text) in files.OrderBy(file => file.Path, StringComparer.Ordinal))
        {
            if (text is null)
            {
                continue;
            }

            texts.Add(text);
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
