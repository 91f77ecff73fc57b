using LandingZone.Core.Model;
using LandingZone.Core.Rules;
using Spectre.Console;

namespace LandingZone.Core.Reports;

/// <summary>The worst failures, one line a rule.</summary>
internal static class ConsoleFindings
{
    private const int Rows = 10;
    private const int MaxExamples = 3;
    private const int MaxClouds = 2;
    private const int CountWidth = 7;

    public static void Write(IAnsiConsole console, Audit audit)
    {
        var groups = RuleFindings.Of(audit).Where(group => group.Failed > 0).ToList();
        if (groups.Count == 0)
        {
            return;
        }

        var places = new Places(audit);
        var shown = groups.Take(Rows).ToList();
        var idWidth = Math.Min(40, shown.Max(group => group.Rule.Id.Length)) + 2;
        console.WriteLine();
        new ConsoleLine(console).Add("WORST FINDINGS", ConsoleStyle.Strong).Write();
        var cloudWidth = shown.Max(group => Clouds(group).Length) + 2;
        foreach (var group in shown)
        {
            Write(console, group, idWidth, cloudWidth, places);
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

    private static void Write(IAnsiConsole console, RuleFindings group, int idWidth, int cloudWidth, Places places)
    {
        var failed = group.Of(Verdict.Fail).ToList();
        var style = ConsoleStyle.Of(group.Rule.Severity);
        var line = new ConsoleLine(console)
            .Add($"{group.Rule.Severity.ToString()[0]}  ", style)
            .Add(group.Rule.Id, idWidth, style)
            .Add($"{failed.Count:N0}×", CountWidth)
            .Add(Clouds(group), cloudWidth);
        line.AddCut(Examples(failed, places, line.Left)).Write();
    }

    private static string Clouds(RuleFindings group)
    {
        var clouds = RuleFindings.Clouds(group.Of(Verdict.Fail)).Select(Words.Of).ToList();
        return clouds.Count > MaxClouds ? Words.Count(clouds.Count, "cloud") : string.Join(", ", clouds);
    }

    // As many as fit, but at least one; the count before them says how many there are.
    private static string Examples(List<Finding> failed, Places places, int width)
    {
        var count = Math.Min(MaxExamples, failed.Count);
        while (count > 1 && ConsoleLine.Cells(Join(count)) > width)
        {
            count--;
        }

        return Join(count);

        string Join(int shown) =>
            string.Join(", ", failed.Take(shown).Select(finding => Place(finding.Resource, places)))
            + (failed.Count > shown ? " …" : "");
    }

    private static string Place(Resource resource, Places places) =>
        resource.AccountId is { } account && account != resource.Id
            ? $"{resource.Name} in {places.Account(account)}"
            : resource.Name;
}
