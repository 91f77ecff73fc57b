using LandingZone.Core.Model;
using LandingZone.Core.Rules;

namespace LandingZone.Core.Reports;

/// <summary>What is left out of the score on purpose: waived by somebody, or guaranteed by the platform.</summary>
internal static class HtmlExceptions
{
    private const int MaxWaivers = 200;

    private static readonly string[] Columns = ["Rule", "Resource", "Because", "Owner", "Last day"];

    public static Html Waivers(Audit audit, Summary summary)
    {
        var waived = audit.Findings.Where(finding => finding.Verdict == Verdict.Waived).ToList();
        var rows = waived.Take(MaxWaivers).Select(finding => Row(finding, summary));
        return waived.Count == 0 ? Html.Empty : Html.Of(
            $"""
            <section aria-labelledby="waivers">
            <h2 id="waivers">Waivers</h2>
            <p class="about">{Words.Count(waived.Count, "finding")} accepted by their owners and left out of the score.
            After its last day a waiver ends, and the finding fails again.</p>
            {HtmlTable.Of("waivers", "waivers", Columns, rows)}
            {HtmlText.More(waived.Count - MaxWaivers, "waived finding", "in the JSON report")}
            </section>
            """);
    }

    public static Html Guaranteed(Audit audit)
    {
        var guaranteed = audit.Tallies
            .Where(tally => tally.Guaranteed > 0)
            .GroupBy(tally => (tally.Rule, tally.Cloud))
            .Select(group => (group.Key.Rule, group.Key.Cloud, Checks: group.Sum(tally => tally.Guaranteed)))
            .ToList();
        var checks = Words.Count(guaranteed.Sum(one => one.Checks), "check");
        return guaranteed.Count == 0 ? Html.Empty : Html.Of(
            $"""
            <section aria-labelledby="guaranteed">
            <h2 id="guaranteed">Guaranteed by the platform</h2>
            <p class="about">{checks} that cannot fail. They earn no points.</p>
            <ul class="plain">
            {guaranteed.Select(one => Item(one.Rule, one.Cloud, one.Checks))}</ul>
            </section>
            """);
    }

    /// <summary>Who accepted a finding, until when and why; nothing for what nobody did.</summary>
    public static Html Note(Finding finding) => finding.Waiver is not { } waiver ? Html.Empty : Html.Of(
        $"""
        <p class="waiver">{HtmlText.Dotted(
            Html.Of($"waived until {Words.Day(waiver.Until)}"),
            HtmlText.Name(waiver.Owner),
            HtmlText.Name(waiver.Because))}</p>
        """);

    private static Html Row(Finding finding, Summary summary)
    {
        var waiver = finding.Waiver!;
        return Html.Of(
            $"""
            <tr><td>{HtmlText.RuleLink(finding.Rule)}</td>
            <td>{HtmlText.Name(finding.Resource.Name)}</td>
            <td>{HtmlText.Name(waiver.Because)}</td>
            <td>{HtmlText.Name(waiver.Owner)}</td>
            <td class="day">{Words.Day(waiver.Until)}
            {HtmlText.Note(summary.EndsSoon(waiver) ? "ends soon" : null)}</td></tr>

            """);
    }

    private static Html Item(Rule rule, Cloud cloud, long checks) => Html.Of(
        $"""
        <li><strong>{rule.Title}</strong> <span class="where">{Words.Of(cloud)}, {Words.Count(checks, "check")}</span>
        {rule.Clouds.GetValueOrDefault(cloud)?.Always}</li>

        """);
}
