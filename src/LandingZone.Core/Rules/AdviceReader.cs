using System.Collections.Immutable;
using LandingZone.Core.Model;

namespace LandingZone.Core.Rules;

/// <summary>Reads what a rule says for people: which frameworks ask for it, and what to do about it on each cloud.</summary>
internal sealed class AdviceReader(YamlMap file)
{
    public ImmutableSortedDictionary<string, ImmutableArray<string>> ReadFrameworks()
    {
        var frameworks = ImmutableSortedDictionary.CreateBuilder<string, ImmutableArray<string>>(StringComparer.Ordinal);
        if (file.Map("frameworks") is { } map)
        {
            foreach (var (name, _) in map.Entries())
            {
                if (!Framework.IsKnown(name.Value!))
                {
                    file.Refuse(name, WhyUnknown(name.Value!));
                }

                frameworks[name.Value!] = [.. ReadControls(map, name.Value!)];
            }
        }

        return frameworks.ToImmutable();
    }

    public ImmutableSortedDictionary<Cloud, CloudAdvice> ReadClouds()
    {
        var clouds = ImmutableSortedDictionary.CreateBuilder<Cloud, CloudAdvice>();
        var names = Enum.GetValues<Cloud>().ToDictionary(cloud => cloud.ToString().ToLowerInvariant());
        foreach (var (name, value) in file.Map("clouds", required: true)?.Entries() ?? [])
        {
            if (!names.TryGetValue(name.Value!, out var cloud))
            {
                file.Refuse(name, $"unknown cloud '{name.Value}': {string.Join(", ", names.Keys)}.{Spelling.Suggest(name.Value!, names.Keys)}");
            }
            else if (file.Map(value, name.Value!) is { } map)
            {
                clouds[cloud] = ReadAdvice(map);
                if (new[] { clouds[cloud].Fix, clouds[cloud].Always, clouds[cloud].Skip }.Count(text => text is not null) != 1)
                {
                    file.Refuse(name, $"'{name.Value}' needs exactly one of fix, always and skip");
                }
            }
        }

        return clouds.ToImmutable();
    }

    private static IEnumerable<string> ReadControls(YamlMap map, string id)
    {
        var framework = Framework.All.FirstOrDefault(known => known.Id == id);
        foreach (var control in map.Scalars(id))
        {
            if (framework is { Controls.Length: > 0 } && framework.Controls.All(known => known.Id != control.Value))
            {
                map.Refuse(
                    control,
                    $"{framework.Title} has no item '{control.Value}'."
                    + Spelling.Suggest(control.Value!, framework.Controls.Select(known => known.Id)));
            }

            yield return control.Value!;
        }
    }

    private static CloudAdvice ReadAdvice(YamlMap map)
    {
        var advice = new CloudAdvice
        {
            Fix = map.OptionalText("fix"),
            Always = map.OptionalText("always"),
            Skip = map.OptionalText("skip"),
            See = map.OptionalText("see"),
        };
        map.End();
        return advice;
    }

    private static string WhyUnknown(string id) =>
        $"unknown framework '{id}'; one of your own begins with '{Framework.OwnPrefix}'."
        + Spelling.Suggest(id, Framework.All.Select(framework => framework.Id));
}
