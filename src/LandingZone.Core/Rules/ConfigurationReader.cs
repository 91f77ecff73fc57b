using System.Collections.Immutable;
using LandingZone.Core.Model;
using YamlDotNet.RepresentationModel;

namespace LandingZone.Core.Rules;

/// <summary>Reads <c>landingzone.yaml</c> and checks it against the rules that it speaks of.</summary>
internal sealed class ConfigurationReader(YamlSource source, RuleSet? rules, ICollection<Problem> problems)
{
    private readonly YamlMap _file = new(source, source.Root, problems);
    private readonly Dictionary<string, Rule> _rules = (rules?.Rules ?? [])
        .SelectMany(rule => rule.Aliases.Prepend(rule.Id).Select(id => (id, rule)))
        .DistinctBy(one => one.id).ToDictionary(one => one.id, one => one.rule);

    /// <summary>What the file says, or null with all that is wrong with it.</summary>
    /// <param name="path">For messages.</param>
    /// <param name="text">Null when it could not be read, which is a problem already.</param>
    /// <param name="rules">All rules that could be selected; null to check nothing that is said of rules.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public static Configuration? Read(string path, string? text, RuleSet? rules, ICollection<Problem> problems)
    {
        var before = problems.Count;
        if (text is null || YamlSource.Read(path, text, problems) is not { } source)
        {
            return null;
        }

        var configuration = new ConfigurationReader(source, rules, problems).Read();
        return problems.Count == before ? configuration : null;
    }

    private Configuration Read()
    {
        var configuration = new Configuration
        {
            Name = _file.OptionalText("name"),
            Rules = _file.Map("rules") is { } selection ? ReadSelection(selection) : RuleSelection.Default,
            Parameters = _file.Map("parameters") is { } parameters
                ? [.. new ParametersReader(_rules, Find).Read(parameters)]
                : [],
            Environments = new PatternsReader(_file).ReadEnvironments(),
            Owners = new PatternsReader(_file).ReadOwners(),
            Waivers = [.. _file.Maps("waivers").Select(ReadWaiver)],
            Answers = ReadAnswers(),
            ExpectedAccounts = new PatternsReader(_file).ReadExpectedAccounts(),
        };
        _file.End();
        return configuration;
    }

    private RuleSelection ReadSelection(YamlMap map)
    {
        var selection = new RuleSelection
        {
            Tier = map.Word<Tier>("tier", Tier.Foundation),
            Only = [.. ReadPatterns(map, "only")],
            Skip = [.. ReadPatterns(map, "skip")],
            Clouds = [.. map.Words<Cloud>("clouds")],
            Frameworks = [.. ReadFrameworks(map)],
        };
        map.End();
        return selection;
    }

    private IEnumerable<string> ReadPatterns(YamlMap map, string key)
    {
        foreach (var pattern in map.Scalars(key))
        {
            if (rules?.WhyUnknown(pattern.Value!) is { } why)
            {
                map.Refuse(pattern, why);
            }

            yield return pattern.Value!;
        }
    }

    private static IEnumerable<string> ReadFrameworks(YamlMap map)
    {
        foreach (var framework in map.Scalars("frameworks"))
        {
            var id = framework.Value!;
            if (!Framework.IsKnown(id) && !Framework.All.Any(known => Wildcard.Matches(id, known.Id)))
            {
                map.Refuse(framework, $"unknown framework '{id}'.{Spelling.Suggest(id, Framework.All.Select(known => known.Id))}");
            }

            yield return id;
        }
    }

    private Waiver ReadWaiver(YamlMap map)
    {
        if (map.Scalar("allow", required: true) is { } allow)
        {
            Find(map, allow);
        }

        if (map.Scalar("on", required: true) is { } on)
        {
            CheckScope(map, on);
        }

        var waiver = new Waiver
        {
            Allow = map.OptionalText("allow") ?? "",
            On = map.OptionalText("on") ?? "",
            Because = map.Text("because"),
            Owner = map.Text("owner"),
            Until = map.Date("until"),
        };
        map.End();
        return waiver;
    }

    private ImmutableArray<Answer> ReadAnswers()
    {
        List<Answer> answers = [];
        foreach (var map in _file.Maps("answers"))
        {
            if (map.Scalar("question", required: true) is { } question && Find(map, question) is { Question: null })
            {
                map.Refuse(question, $"'{question.Value}' asks nothing: it is judged by what was read.{SuggestQuestion(question.Value!)}");
            }

            var answer = new Answer
            {
                Question = map.OptionalText("question") ?? "",
                On = map.OptionalText("on"),
                Value = map.Word<AnswerValue>("answer"),
                Evidence = map.Text("evidence"),
                By = map.Text("by"),
                Date = map.Date("date"),
                Until = map.Date("until"),
            };
            map.End();
            if (answers.Exists(other => (other.Question, other.On) == (answer.Question, answer.On)))
            {
                map.Refuse(map.Node, $"'{answer.Question}' is answered twice{(answer.On is null ? "" : $" for {answer.On}")}");
            }

            answers.Add(answer);
        }

        return [.. answers];
    }

    private Rule? Find(YamlMap map, YamlScalarNode id)
    {
        if (_rules.TryGetValue(id.Value!, out var rule))
        {
            return rule;
        }

        if (rules is null)
        {
            return null;
        }

        map.Refuse(id, $"there is no rule '{id.Value}'.{Spelling.Suggest(id.Value!, _rules.Keys)}");
        return null;
    }

    private string SuggestQuestion(string id) =>
        Spelling.Suggest(id, _rules.Values.Where(rule => rule.Question is not null).Select(rule => rule.Id));

    internal static void CheckScope(YamlMap map, YamlScalarNode on)
    {
        if (Scope.Check(on.Value!) is { } wrong)
        {
            map.Refuse(on, wrong);
        }
    }
}
