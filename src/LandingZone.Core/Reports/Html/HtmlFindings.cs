using LandingZone.Core.Model;
using LandingZone.Core.Rules;

namespace LandingZone.Core.Reports;

/// <summary>All findings by rule, with what decided them and what to do in the resource's own cloud.</summary>
internal static class HtmlFindings
{
    /// <summary>More of one rule than anybody reads on a page; the JSON report has them all.</summary>
    private const int MaxOfRule = 200;

    public static IEnumerable<Html> Of(Audit audit)
    {
        var groups = RuleFindings.Of(audit);
        var places = new Places(audit);
        return
        [
            Html.Of(
                $"""
                <section aria-labelledby="findings">
                <h2 id="findings">Findings</h2>
                {(groups.Length == 0 ? Html.Of($"""<p class="about">Nothing failed, and nothing was left undecided.</p>""") : Filter(audit))}
                """),
            .. groups.Select(group => Rule(group, places)),
            Html.Of($"</section>"),
        ];
    }

    public static Html Chip(Severity severity) =>
        Html.Of($"""<span class="chip {Words.Lower(severity)}">{Words.Lower(severity)}</span>""");

    // Hidden until the script, without which it could do nothing, shows it.
    private static Html Filter(Audit audit) => Html.Of(
        $"""
        <form id="filter" class="filter" role="search" aria-label="Filter the findings" hidden>
        <label>Search <input type="search" name="text" placeholder="resource, account, rule …"></label>
        <label>Cloud <select name="cloud"><option value="">all</option>{audit.Findings.Select(finding => finding.Resource.Cloud).Distinct().Order().Select(cloud => Option(cloud, Words.Of(cloud)))}</select></label>
        <label>Severity <select name="severity"><option value="">all</option>{Enum.GetValues<Severity>().OrderDescending().Select(severity => Option(severity, Words.Lower(severity)))}</select></label>
        <label>Verdict <select name="verdict"><option value="">all</option>{new[] { Verdict.Fail, Verdict.Unknown, Verdict.Waived }.Select(verdict => Option(verdict, Word(verdict)))}</select></label>
        <button type="reset">Clear</button>
        <output aria-live="polite"></output>
        </form>
        """);

    private static Html Option(Enum value, string text) => Html.Of($"""<option value="{Words.Lower(value)}">{text}</option>""");

    private static Html Rule(RuleFindings group, Places places)
    {
        var rule = group.Rule;
        var shown = group.Findings.Take(MaxOfRule).ToList();
        var open = group.Failed > 0 && rule.Severity == Severity.Critical;
        return Html.Of(
            $"""
            <article class="rule" id="rule-{rule.Id}" data-severity="{Words.Lower(rule.Severity)}">
            {(open ? Html.Of($"<details open>{Body()}</details>") : Html.Of($"<details>{Body()}</details>"))}
            </article>
            """);

        Html Body() => Html.Of(
            $"""
            <summary>{Chip(rule.Severity)}<h3>{rule.Title}</h3><span class="counts">{Counts(group)}</span></summary>
            <p class="why">{rule.Why}</p>
            <p class="facts">{Facts(rule)}</p>
            {shown.GroupBy(finding => finding.Resource.Cloud).OrderBy(cloud => cloud.Key).Select(cloud => OfCloud(rule, cloud, places))}
            {HtmlVerdict.More(group.Findings.Length - MaxOfRule, "finding", "in the JSON report")}
            """);
    }

    private static string Counts(RuleFindings group) => string.Join(", ", new[]
    {
        (group.Failed, "failed"), (group.Unknown, "unknown"), (group.Waived, "waived"),
    }.Where(count => count.Item1 > 0).Select(count => $"{count.Item1:N0} {count.Item2}"));

    private static Html Facts(Rule rule) => Html.Of(
        $"""
        <code>{rule.Id}</code>{(rule.Control is { } control ? Html.Of($""" <span class="dot">·</span> {control}""") : Html.Empty)} <span class="dot">·</span> {Words.Lower(rule.Tier)} <span class="dot">·</span> {rule.Section.Title} <span class="dot">·</span> {Words.Lower(rule.Effort)} of work{rule.Frameworks.Select(framework => Html.Of($""" <span class="dot">·</span> {framework.Key} {string.Join(", ", framework.Value)}"""))}
        """);

    private static Html OfCloud(Rule rule, IGrouping<Cloud, Finding> findings, Places places) => Html.Of(
        $"""
        <section class="cloud">
        <h4>{Words.Of(findings.Key)}</h4>
        {Fix(rule.Clouds.GetValueOrDefault(findings.Key))}
        <ul class="list">
        {findings.Select(finding => Item(finding, places))}
        </ul>
        </section>

        """);

    private static Html Fix(CloudAdvice? advice) => advice?.Fix is not { } fix ? Html.Empty : Html.Of(
        $"""
        <div class="fix"><pre tabindex="0" aria-label="What to do"><code>{fix}</code></pre>{(advice.See is { } see ? Html.Of($"""<p class="see">{Html.Link(see, see)}</p>""") : Html.Empty)}</div>
        """);

    private static Html Item(Finding finding, Places places) => Html.Of(
        $"""
        <li class="finding" data-cloud="{Words.Lower(finding.Resource.Cloud)}" data-verdict="{Words.Lower(finding.Verdict)}">
        <span class="mark {Words.Lower(finding.Verdict)}">{Word(finding.Verdict)}</span>
        <div><p class="message"><bdi>{finding.Message}</bdi></p>
        <p class="where">{places.Of(finding.Resource)} <span class="dot">·</span> <code>{finding.Resource.Id}</code></p>
        {HtmlExceptions.Note(finding)}{Evidence(finding)}</div></li>

        """);

    private static Html Evidence(Finding finding) => finding.Evidence.IsEmpty ? Html.Empty : Html.Of(
        $"""
        <details class="evidence"><summary>Evidence</summary><dl>{finding.Evidence.Select(fact => Html.Of(
            $"""<div><dt><code>{fact.Fact}</code>{(fact.ResourceId == finding.Resource.Id ? Html.Empty : Html.Of($""" of <bdi>{fact.ResourceId}</bdi>"""))}</dt><dd><bdi>{fact.Value}</bdi></dd></div>"""))}</dl></details>
        """);

    private static string Word(Verdict verdict) => verdict switch
    {
        Verdict.Fail => "failed",
        _ => Words.Lower(verdict),
    };
}
