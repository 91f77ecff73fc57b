using System.Text;
using LandingZone.Core.Model;
using LandingZone.Core.Rules;
using static LandingZone.Cli.Generation.Markdown;

namespace LandingZone.Cli.Generation;

/// <summary><c>rules/README.md</c>: every rule at a glance.</summary>
internal static class RuleCatalogue
{
    private static readonly Cloud[] Clouds = Enum.GetValues<Cloud>();

    public static string Write(RuleSet rules)
    {
        var page = new StringBuilder();
        var tiers = string.Join(", ", rules.Rules.CountBy(rule => rule.Tier).OrderBy(tier => tier.Key)
            .Select(tier => $"{tier.Value} {Word(tier.Key)}"));
        page.Append($"""
            # Rules

            {rules.Rules.Length} rules: {tiers}. Written by `lz generate`; the rules themselves are the files beside this page.

            A cloud's column says `yes` where the rule is judged, `always` where the platform guarantees the good state (no
            points), nothing where there is nothing to judge. Kinds and their facts are in [kinds.md](kinds.md),
            the frameworks whose items rules serve in [frameworks.md](frameworks.md).


            """);
        foreach (var section in rules.Rules.GroupBy(rule => rule.Section))
        {
            page.Append($"## {section.Key.Title}\n\n");
            page.Append(Row(["Rule", "Good state", .. Clouds.Select(Name), "Tier", "Severity", "Effort", "Judges"])).Append('\n');
            page.Append(Row(Enumerable.Repeat("---", 6 + Clouds.Length))).Append('\n');
            foreach (var rule in section)
            {
                page.Append(Row(
                    [
                        $"[{rule.Id}]({section.Key.Id}/{rule.Id}.yaml)", rule.Title, .. Clouds.Select(cloud => Judged(rule, cloud)),
                        Word(rule.Tier), Word(rule.Severity), Word(rule.Effort), $"[{rule.Kind.Name}](kinds.md#{rule.Kind.Name.ToLowerInvariant()})",
                    ])).Append('\n');
            }

            page.Append('\n');
        }

        return page.ToString().TrimEnd() + "\n";
    }

    private static string Judged(Rule rule, Cloud cloud) =>
        !rule.Clouds.TryGetValue(cloud, out var advice) || advice.Skip is not null ? ""
        : advice.Always is not null ? "always"
        : "yes";

    private static string Name(Cloud cloud) => cloud switch
    {
        Cloud.Aws => "AWS",
        Cloud.Gcp => "Google",
        Cloud.Oci => "Oracle",
        _ => cloud.ToString(),
    };
}
