using LandingZone.Core.Rules;

namespace LandingZone.Core.Reports;

/// <summary>What is left out of the score on purpose: waived by somebody, or guaranteed by the platform.</summary>
internal static class HtmlExceptions
{
    private const int MaxWaivers = 200;

    // As long before the end as the other reports warn.
    private const int WarnDays = 14;

    public static Html Waivers(Audit audit)
    {
        var waived = audit.Findings.Where(finding => finding is { Verdict: Verdict.Waived, Waiver: not null })
            .Order(FindingOrder.Instance)
            .ToList();
        var soon = DateOnly.FromDateTime(audit.Header.AsOf.UtcDateTime).AddDays(WarnDays);
        return waived.Count == 0 ? Html.Empty : Html.Of(
            $"""
            <section aria-labelledby="waivers">
            <h2 id="waivers">Waivers</h2>
            <p class="about">{Words.Count(waived.Count, "finding")} accepted and left out of the score. After its last day a finding fails again.</p>
            <div class="scroll" role="region" aria-labelledby="waivers" tabindex="0">
            <table>
            <thead><tr><th scope="col">Rule</th><th scope="col">Resource</th><th scope="col">Because</th><th scope="col">Owner</th><th scope="col">Last day</th></tr></thead>
            <tbody>
            {waived.Take(MaxWaivers).Select(finding => Row(finding, finding.Waiver!, soon))}
            </tbody>
            </table>
            </div>
            {HtmlVerdict.More(waived.Count - MaxWaivers, "waived finding", "in the JSON report")}
            </section>
            """);
    }

    public static Html Guaranteed(Audit audit)
    {
        var guaranteed = audit.Tallies.Where(tally => tally.Guaranteed > 0)
            .GroupBy(tally => (tally.Rule, tally.Cloud))
            .OrderBy(group => group.Key.Rule.Section.Order)
            .ThenBy(group => group.Key.Rule.Id, StringComparer.Ordinal)
            .ThenBy(group => group.Key.Cloud)
            .ToList();
        return guaranteed.Count == 0 ? Html.Empty : Html.Of(
            $"""
            <section aria-labelledby="guaranteed">
            <h2 id="guaranteed">Guaranteed by the platform</h2>
            <p class="about">{Words.Count(guaranteed.Sum(group => group.Sum(tally => tally.Guaranteed)), "check")} cannot fail. They earn no points.</p>
            <ul class="plain">
            {guaranteed.Select(group => Item(group.Key.Rule, group.Key.Cloud, group.Sum(tally => tally.Guaranteed)))}
            </ul>
            </section>
            """);
    }

    /// <summary>Who accepted a finding and until when; or that nobody does any more.</summary>
    public static Html Note(Finding finding) => finding.Waiver is not { } waiver ? Html.Empty : Html.Of(
        $"""
        <p class="waiver">{(finding.Verdict == Verdict.Waived ? "Waived until" : "The waiver ended on")} {Words.Day(waiver.Until)} <span class="dot">·</span> <bdi>{waiver.Owner}</bdi> <span class="dot">·</span> <bdi>{waiver.Because}</bdi></p>
        """);

    private static Html Row(Finding finding, Waiver waiver, DateOnly soon) => Html.Of(
        $"""
        <tr><td>{HtmlVerdict.RuleLink(finding.Rule)}</td><td><bdi>{finding.Resource.Name}</bdi></td><td><bdi>{waiver.Because}</bdi></td><td><bdi>{waiver.Owner}</bdi></td><td>{Words.Day(waiver.Until)}{(waiver.Until <= soon ? Html.Of($""" <span class="note">ends soon</span>""") : Html.Empty)}</td></tr>

        """);

    private static Html Item(Rule rule, Model.Cloud cloud, long count) => Html.Of(
        $"""
        <li><strong>{rule.Title}</strong> <span class="where">{Words.Of(cloud)}, {Words.Count(count, "check")}</span> {rule.Clouds.GetValueOrDefault(cloud)?.Always}</li>

        """);
}
