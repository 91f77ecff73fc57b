using System.Text;
using LandingZone.Core.Model;
using LandingZone.Core.Rules;
using static LandingZone.Cli.Generation.Markdown;

namespace LandingZone.Cli.Generation;

/// <summary><c>rules/README.md</c>: every rule at a glance, then which controls of which framework they serve.</summary>
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
            points), nothing where there is nothing to judge. Kinds and their facts are in [kinds.md](kinds.md).


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

        WriteFrameworks(page, rules);
        return page.ToString().TrimEnd() + "\n";
    }

    private static void WriteFrameworks(StringBuilder page, RuleSet rules)
    {
        page.Append("## Frameworks\n\nThe controls whose own text asks for what a rule judges.\n\n");
        var controls = rules.Rules.SelectMany(rule => rule.Frameworks.SelectMany(
            framework => framework.Value.Select(control => (Framework: framework.Key, Control: control, Rule: rule))));
        foreach (var framework in controls.GroupBy(one => one.Framework).OrderBy(one => one.Key, StringComparer.Ordinal))
        {
            var title = Framework.All.FirstOrDefault(known => known.Id == framework.Key)?.Title ?? framework.Key;
            page.Append($"### {title}\n\n`{framework.Key}`\n\n{Row("Control", "Rules")}\n{Row("---", "---")}\n");
            foreach (var control in framework.GroupBy(one => one.Control).OrderBy(one => one.Key, NumbersInText.Order))
            {
                page.Append(Row(control.Key, string.Join(", ", control.Select(one => one.Rule.Id)))).Append('\n');
            }

            page.Append('\n');
        }
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

    /// <summary>2.1.4 before 2.1.10.</summary>
    private static class NumbersInText
    {
        public static Comparer<string> Order { get; } = Comparer<string>.Create(Compare);

        private static int Compare(string a, string b) =>
            a.Split('.').Zip(b.Split('.'))
                .Select(part => int.TryParse(part.First, out var first) && int.TryParse(part.Second, out var second)
                    ? first.CompareTo(second)
                    : string.CompareOrdinal(part.First, part.Second))
                .FirstOrDefault(order => order != 0, a.Length.CompareTo(b.Length));
    }
}
