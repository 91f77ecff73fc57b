using System.CommandLine;
using LandingZone.Core.Model;
using LandingZone.Core.Reports;
using LandingZone.Core.Rules;

namespace LandingZone.Cli;

/// <summary><c>lz rules list</c>: a table of rules.</summary>
internal static class RulesListCommand
{
    private static readonly string[] Columns = ["ID", "SECTION", "TIER", "SEVERITY", "KIND", "CLOUDS", "TITLE"];

    public static Command Create()
    {
        var tier = Word<Tier>("--tier", "Only this tier");
        var severity = Word<Severity>("--severity", "Only this severity");
        var cloud = Word<Cloud>("--cloud", "Only what is judged on this cloud");
        var section = Text("--section", "Only this section, such as identity");
        var kind = Text("--kind", "Only rules that judge this kind, such as Bucket");
        kind.CompletionSources.Add(_ => RulesArguments.Words(RulesArguments.Judged));
        var framework = Text("--framework", "Only rules that a framework asks for, by the beginning of its name");
        var text = Text("--text", "Only rules whose id, control, title, reason or message has this text");
        var folders = RulesArguments.Beside();
        var command = new Command("list", "Lists the rules.")
        {
            tier, section, severity, kind, cloud, framework, text, folders,
        };
        command.SetAction((parsed, _) => Failure.Told(() =>
        {
            IEnumerable<Rule> rules = RulesArguments.LoadBeside(parsed.GetValue(folders)).Rules;
            rules = Where(rules, Known(rules, parsed.GetValue(section)), (rule, wanted) => rule.Section.Id == wanted);
            rules = Where(rules, parsed.GetValue(tier), (rule, wanted) => rule.Tier == wanted);
            rules = Where(rules, parsed.GetValue(severity), (rule, wanted) => rule.Severity == wanted);
            rules = Where(rules, parsed.GetValue(cloud), (rule, wanted) => Judged(rule).Contains(wanted));
            rules = Where(rules, parsed.GetValue(kind), (rule, wanted) =>
                rule.Kind == RulesArguments.FindKind(RulesArguments.Judged, wanted));
            rules = Where(rules, parsed.GetValue(framework), (rule, wanted) =>
                rule.Frameworks.Keys.Any(name => name.StartsWith(wanted, StringComparison.Ordinal)));
            rules = Where(rules, parsed.GetValue(text), Contains);
            RulesTable.Write(Columns, [.. rules.Select(Cells)]);
            return Task.FromResult(ExitCode.Good);
        }));
        return command;
    }

    /// <summary>An option of few words, which help and completion write as rules do.</summary>
    private static Option<T?> Word<T>(string name, string description)
        where T : struct, Enum
    {
        string[] words = [.. Enum.GetNames<T>().Select(word => word.ToLowerInvariant())];
        var option = new Option<T?>(name)
        {
            Description = description,
            HelpName = string.Join('|', words),
            CustomParser = result => Parsing.Word<T>(result),
        };
        option.CompletionSources.Clear();
        option.CompletionSources.Add(words);
        return option;
    }

    private static Option<string?> Text(string name, string description) =>
        new(name) { Description = description, HelpName = "TEXT" };

    private static IEnumerable<Rule> Where<T>(IEnumerable<Rule> rules, T? wanted, Func<Rule, T, bool> matches)
        where T : struct => wanted is { } value ? rules.Where(rule => matches(rule, value)) : rules;

    private static IEnumerable<Rule> Where(IEnumerable<Rule> rules, string? wanted, Func<Rule, string, bool> matches) =>
        wanted is null ? rules : rules.Where(rule => matches(rule, wanted));

    private static string? Known(IEnumerable<Rule> rules, string? section)
    {
        List<string> known =
            [.. Section.All.Concat(rules.Select(rule => rule.Section)).Select(one => one.Id).Distinct()];
        return section is null || known.Contains(section)
            ? section
            : throw RulesArguments.Unknown("section", section, known);
    }

    private static IEnumerable<Cloud> Judged(Rule rule) =>
        rule.Clouds.Where(cloud => cloud.Value.Fix is not null).Select(cloud => cloud.Key);

    private static bool Contains(Rule rule, string wanted) =>
        new[] { rule.Id, rule.Control, rule.Title, rule.Why, rule.Message }.Any(
            text => text?.Contains(wanted, StringComparison.OrdinalIgnoreCase) == true);

    private static string[] Cells(Rule rule) =>
    [
        rule.Id, rule.Section.Id, rule.Tier.ToString().ToLowerInvariant(), rule.Severity.ToString().ToLowerInvariant(),
        rule.Kind.Name, string.Join(' ', Judged(rule).Select(RulesPage.Name)), VisibleText.Line(rule.Title),
    ];
}
