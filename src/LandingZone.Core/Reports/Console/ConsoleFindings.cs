using LandingZone.Core.Rules;
using Spectre.Console;

namespace LandingZone.Core.Reports;

/// <summary>The worst failures, one line a rule.</summary>
internal static class ConsoleFindings
{
    private const int Rows = 10;
    private const int MaxExamples = 3;

    public static void Write(IAnsiConsole console, Audit audit)
    {
        var groups = RuleFindings.Of(audit).Where(group => group.Failed > 0).ToList();
        if (groups.Count == 0)
        {
            return;
        }

        var names = audit.Accounts.ToDictionary(account => account.Id, account => account.Name);
        var shown = groups.Take(Rows).ToList();
        var idWidth = Math.Min(34, shown.Max(group => group.Rule.Id.Length)) + 2;
        console.WriteLine();
        new ConsoleLine(console).Add("WORST FINDINGS", ConsoleStyle.Strong).Write();
        var cloudWidth = shown.Max(group => Clouds(group).Length) + 2;
        foreach (var group in shown)
        {
            Write(console, group, idWidth, cloudWidth, names);
        }

        if (groups.Count > Rows)
        {
            var more = groups.Skip(Rows).ToList();
            new ConsoleLine(console)
                .Add($"and {Words.Count(more.Sum(group => group.Failed), "more failure")}")
                .Add($" of {Words.Count(more.Count, "rule")}, in the HTML and JSON reports")
                .Write();
        }
    }

    private static void Write(
        IAnsiConsole console, RuleFindings group, int idWidth, int cloudWidth, Dictionary<string, string> names)
    {
        var failed = group.Of(Verdict.Fail).ToList();
        var style = ConsoleStyle.Of(group.Rule.Severity);
        new ConsoleLine(console)
            .Add($"{group.Rule.Severity.ToString()[0]}  ", style)
            .Add(group.Rule.Id, idWidth, style)
            .Add($"{failed.Count:N0}×", 6)
            .Add(Clouds(group), cloudWidth)
            .AddCut(Examples(failed, names))
            .Write();
    }

    private static string Clouds(RuleFindings group) =>
        string.Join(", ", RuleFindings.Clouds(group.Of(Verdict.Fail)).Select(Words.Of));

    private static string Examples(List<Finding> failed, Dictionary<string, string> names)
    {
        var examples = string.Join(", ", failed.Take(MaxExamples).Select(finding => Place(finding, names)));
        return failed.Count > MaxExamples ? $"{examples} and {failed.Count - MaxExamples:N0} more" : examples;
    }

    private static string Place(Finding finding, Dictionary<string, string> names)
    {
        var resource = finding.Resource;
        var account = resource.AccountId is { } id && id != resource.Id ? names.GetValueOrDefault(id, id) : null;
        var place = string.Join("/", new[] { account, resource.Region }.OfType<string>());
        return place.Length == 0 ? resource.Name : $"{resource.Name} ({place})";
    }
}
