using LandingZone.Core.Rules;

namespace LandingZone.Core.Reports;

/// <summary>
/// The open criticals, before anything that averages: a score must not hide one public bucket among 20,000. Every rule
/// has its row, so that a flaw with many findings does not hide one with few.
/// </summary>
internal static class HtmlCriticals
{
    private const int MaxOfRule = 3;

    public static Html Of(Audit audit)
    {
        var groups = RuleFindings.Of(audit)
            .Where(group => group is { Failed: > 0, Rule.Severity: Severity.Critical })
            .ToList();
        var places = new Places(audit);
        return groups.Count == 0 ? Html.Empty : Html.Of(
            $"""
            <section aria-labelledby="criticals">
            <h2 id="criticals">Open criticals</h2>
            <ol class="criticals">
            {groups.Select(group => Row(group, places))}</ol>
            </section>
            """);
    }

    private static Html Row(RuleFindings group, Places places) => Html.Of(
        $"""
        <li><div>{HtmlText.RuleLink(group.Rule)} {HtmlText.Note($"{group.Failed:N0} open")}</div>
        <ul>{group.Of(Verdict.Fail).Take(MaxOfRule).Select(finding => Example(finding, places))}
        {More(group.Failed - MaxOfRule)}</ul></li>

        """);

    private static Html Example(Finding finding, Places places) => Html.Of(
        $"""
        <li>{HtmlText.Name(finding.Message)} <span class="where">{places.Full(finding.Resource)}</span></li>

        """);

    private static Html More(int count) =>
        count > 0 ? Html.Of($"""<li class="more">and {count:N0} more, below</li>""") : Html.Empty;
}
