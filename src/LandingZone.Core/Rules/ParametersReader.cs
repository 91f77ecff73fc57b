using System.Collections.Immutable;
using LandingZone.Core.Model;
using YamlDotNet.RepresentationModel;

namespace LandingZone.Core.Rules;

/// <summary>Reads the parameters of <c>landingzone.yaml</c>: a rule's own, or those that several rules have by the same name.</summary>
internal sealed class ParametersReader(IReadOnlyDictionary<string, Rule> rules, Func<YamlMap, YamlScalarNode, Rule?> find)
{
    public IEnumerable<ParameterOverride> Read(YamlMap map)
    {
        // What is said of a single rule goes before what is said of all.
        var shared = map.Map(ParameterOverride.AllRules) is { } all ? ReadShared(all) : [];
        var own = map.Entries().Where(one => one.Key.Value != ParameterOverride.AllRules)
            .SelectMany(one => ReadOne(map, one.Key, one.Value)).ToList();
        return shared.Concat(own);
    }

    /// <summary>Each value for all rules that have such a parameter.</summary>
    private List<ParameterOverride> ReadShared(YamlMap map)
    {
        List<ParameterOverride> overrides = [];
        foreach (var (name, value) in map.Entries())
        {
            var having = rules.Values.Distinct().Where(rule => rule.Params.Any(one => one.Name == name.Value)).ToList();
            if (having.Count == 0 && rules.Count > 0)
            {
                var names = rules.Values.SelectMany(rule => rule.Params).Select(one => one.Name).Distinct();
                map.Refuse(name, $"no rule has a parameter '{name.Value}'.{Spelling.Suggest(name.Value!, names)}");
            }

            var values = ImmutableSortedDictionary<string, string>.Empty.Add(
                name.Value!, YamlJson.Convert(value, "", new Dictionary<string, YamlNode>())?.ToJsonString() ?? "null");
            HashSet<string> told = [];
            foreach (var rule in having)
            {
                rule.Programs.Parameters.With(values, (_, wrong) =>
                {
                    if (told.Add(wrong))
                    {
                        map.Refuse(value, wrong);
                    }
                });
                overrides.Add(new ParameterOverride { Rule = rule.Id, Values = values });
            }
        }

        return overrides;
    }

    private List<ParameterOverride> ReadOne(YamlMap map, YamlScalarNode id, YamlNode value)
    {
        if (find(map, id) is not { } rule || map.Map(value, id.Value!) is not { } values)
        {
            return [];
        }

        List<ParameterOverride> overrides = [new() { Rule = rule.Id, Values = ReadValues(values, rule) }];
        if (values.Map(RuleParameter.Reserved) is { } scoped)
        {
            overrides.AddRange(ReadScoped(scoped, rule));
        }

        return overrides;
    }

    private static List<ParameterOverride> ReadScoped(YamlMap scoped, Rule rule)
    {
        List<ParameterOverride> overrides = [];
        foreach (var (on, value) in scoped.Entries())
        {
            if (!RuleVariables.HaveAccount(rule.Kind))
            {
                scoped.Refuse(on, $"{rule.Id} judges what is above accounts: its parameters hold for everything");
            }

            ConfigurationReader.CheckScope(scoped, on);
            if (scoped.Map(value, on.Value!) is { } values)
            {
                overrides.Add(new ParameterOverride { Rule = rule.Id, On = on.Value, Values = ReadValues(values, rule) });
            }
        }

        return overrides;
    }

    private static ImmutableSortedDictionary<string, string> ReadValues(YamlMap map, Rule rule)
    {
        var values = map.Entries().Where(one => one.Key.Value != RuleParameter.Reserved).ToImmutableSortedDictionary(
            one => one.Key.Value!,
            one => YamlJson.Convert(one.Value, "", new Dictionary<string, YamlNode>())?.ToJsonString() ?? "null");
        rule.Programs.Parameters.With(values, (name, wrong) => map.Refuse(map.KeyOf(name), wrong));
        return values;
    }
}
