using System.Collections.Immutable;
using System.Text;
using LandingZone.Core.Rules;
using static LandingZone.Cli.Generation.Markdown;

namespace LandingZone.Cli.Generation;

/// <summary><c>rules/frameworks.md</c>: of each framework what rules serve, and what none does.</summary>
internal static class FrameworkCatalogue
{
    private const string NobodySaidWhy = "no rule asks for it";

    // What two neighbours would gain by it is not worth the reading.
    private const int ShortestRun = 3;

    public static string Write(RuleSet rules)
    {
        var frameworks = Framework.All.Select(framework => new Coverage(framework, rules))
            .Where(one => one.Framework.Controls.Length > 0 || one.Rules.Count > 0).ToList();
        var page = new StringBuilder($"""
            # Frameworks: a rule judges what an item asks for; this is not an attestation

            Written by `lz generate` from what rules say under `frameworks`. An item is covered where its own text asks for
            what a rule judges. Items that ask for less, for more or for something else are not, and each of them is
            listed with the reason. Of an item only its number is here: its text is its publisher's. The checklist is
            the list of controls that rules name as `control`, such as LZ-OBJ-002.

            {Row("Framework", "Name", "Items", "Covered", "Not covered")}
            {Row("---", "---", "---:", "---:", "---:")}

            """);
        foreach (var one in frameworks)
        {
            var (items, missing) = (one.Framework.Controls.Length, one.Missing.Count());
            page.Append(Row(
                [
                    $"[{one.Framework.Title}](#{Anchor(one.Framework.Title)})", $"`{one.Framework.Id}`",
                    items == 0 ? "not listed" : $"{items}", $"{one.Rules.Count}", items == 0 ? "" : $"{missing}",
                ])).Append('\n');
        }

        frameworks.ForEach(one => WriteOne(page, one));
        return page.ToString();
    }

    private static void WriteOne(StringBuilder page, Coverage one)
    {
        page.Append($"\n## {one.Framework.Title}\n\n{Row("Item", "Rules")}\n{Row("---", "---")}\n");
        foreach (var item in one.Covered)
        {
            page.Append(Row(item, string.Join(", ", one.Rules[item].Select(Link)))).Append('\n');
        }

        var missing = one.Missing.GroupBy(control => control.WhyNoRule ?? NobodySaidWhy).ToList();
        if (missing.Count > 0)
        {
            page.Append("\nNot covered:\n\n");
        }

        foreach (var reason in missing)
        {
            page.Append($"- {reason.Key}: {string.Join(", ", Runs([.. reason.Select(control => control.Id)]))}\n");
        }
    }

    /// <summary>Items that follow each other, as the first and the last of them.</summary>
    private static IEnumerable<string> Runs(ImmutableArray<string> items)
    {
        for (var first = 0; first < items.Length;)
        {
            var next = first + 1;
            while (next < items.Length && Follows(items[next - 1], items[next]))
            {
                next++;
            }

            if (next - first >= ShortestRun)
            {
                yield return $"{items[first]} to {items[next - 1]}";
            }
            else
            {
                yield return string.Join(", ", items[first..next]);
            }

            first = next;
        }
    }

    private static bool Follows(string item, string next)
    {
        var (dot, nextDot) = (item.LastIndexOf('.'), next.LastIndexOf('.'));
        return item[..(dot + 1)] == next[..(nextDot + 1)]
            && int.TryParse(item[(dot + 1)..], out var number)
            && int.TryParse(next[(nextDot + 1)..], out var nextNumber)
            && nextNumber == number + 1;
    }

    private static string Link(Rule rule) => $"[{rule.Id}]({rule.Section.Id}/{rule.Id}.yaml)";

    // As GitHub names a heading.
    private static string Anchor(string title) => string.Concat(
        title.ToLowerInvariant().Where(letter => char.IsLetterOrDigit(letter) || letter is ' ' or '-')).Replace(' ', '-');

    private sealed class Coverage(Framework framework, RuleSet rules)
    {
        public Framework Framework => framework;

        public ILookup<string, Rule> Rules { get; } = rules.Rules
            .SelectMany(rule =>
                rule.Frameworks.GetValueOrDefault(framework.Id, []).Select(item => (Item: item, Rule: rule)))
            .ToLookup(one => one.Item, one => one.Rule);

        public IEnumerable<string> Covered => framework.Controls.Length > 0
            ? framework.Controls.Select(control => control.Id).Where(Rules.Contains)
            : Rules.Select(item => item.Key).Order(StringComparer.Ordinal);

        public IEnumerable<FrameworkControl> Missing =>
            framework.Controls.Where(control => !Rules.Contains(control.Id));
    }
}
