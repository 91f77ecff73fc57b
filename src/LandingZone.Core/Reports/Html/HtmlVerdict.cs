using LandingZone.Core.Rules;

namespace LandingZone.Core.Reports;

/// <summary>What the report comes to: the verdict and its reasons, what is open, and how much of it is known.</summary>
internal static class HtmlVerdict
{
    private const int MaxReasons = 8;
    private const int MaxCriticals = 10;

    public static string Title(Audit audit) =>
        audit.Header.Name.Length > 0 ? $"{audit.Header.Name}: landing zone audit" : "Landing zone audit";

    public static Html Header(Audit audit, Summary summary) => Html.Of(
        $"""
        <header class="banner">
        <p class="product">LandingZone</p>
        <h1><bdi>{(audit.Header.Name.Length > 0 ? audit.Header.Name : "Landing zone")}</bdi></h1>
        <p class="run">Landing zone audit <span class="dot">·</span> {Words.Time(audit.Header.AsOf)} <span class="dot">·</span> {string.Join(", ", summary.Tiers.Select(tier => Words.Lower(tier)))} <span class="dot">·</span> rules {audit.RulesDigest}</p>
        <nav aria-label="Sections"><ul>
        <li><a href="#scores">Scores</a></li>
        <li><a href="#findings">Findings</a></li>
        <li><a href="#not-read">Not read</a></li>
        <li><a href="#accounts">Accounts</a></li>
        <li><a href="#run">This run</a></li>
        </ul></nav>
        </header>
        """);

    public static Html Of(Audit audit, Summary summary) => Html.Of(
        $"""
        <section class="verdict {Words.Lower(audit.Readiness)}" aria-labelledby="verdict">
        <div class="answer">
        <h2 id="verdict"><span class="kicker">Verdict</span> {Words.Of(audit.Readiness)}</h2>
        <p>{Why(audit, summary)}</p>
        {Reasons(summary)}
        </div>
        <dl class="figures">
        {Open(summary, Severity.Critical)}
        {Open(summary, Severity.High)}
        <div class="figure wide">
        <dt>Score</dt>
        <dd><strong>{Figure(summary.Overall)}</strong> {HtmlBar.Of(summary.Overall)} <span class="note">{Percent.Sentence(summary.Overall)}{WithoutWaivers(summary)}</span></dd>
        </div>
        <div class="figure wide">
        <dt>Coverage</dt>
        <dd><strong>{(summary.Overall is { } overall ? $"{Percent.Coverage(overall)} %" : "–")}</strong> <span class="note">how much of what was asked could be decided; what was not read counts as neither passed nor failed</span></dd>
        </div>
        </dl>
        </section>
        """);

    /// <summary>The open criticals one by one: a number that averages must not hide one public bucket.</summary>
    public static Html Criticals(Audit audit)
    {
        var criticals = audit.Findings
            .Where(finding => finding is { Verdict: Verdict.Fail, Rule.Severity: Severity.Critical })
            .Order(FindingOrder.Instance)
            .ToList();
        if (criticals.Count == 0)
        {
            return Html.Empty;
        }

        var places = new Places(audit);
        return Html.Of(
            $"""
            <section aria-labelledby="criticals">
            <h2 id="criticals">Open criticals</h2>
            <ol class="criticals">
            {criticals.Take(MaxCriticals).Select(finding => Critical(finding, places))}
            </ol>
            {More(criticals.Count - MaxCriticals, "open critical", "below")}
            </section>
            """);
    }

    /// <summary>What a cut list says; nothing where nothing was cut.</summary>
    public static Html More(int count, string what, string where) =>
        count > 0 ? Html.Of($"""<p class="more">and {Words.Count(count, "more " + what)}, {where}</p>""") : Html.Empty;

    public static Html RuleLink(Rule rule) => Html.Of($"""<a href="#rule-{rule.Id}">{rule.Title}</a>""");

    private static Html Critical(Finding finding, Places places) => Html.Of(
        $"""
        <li><a href="#rule-{finding.Rule.Id}">{finding.Rule.Id}</a> <span class="message">{finding.Message}</span> <span class="where">{places.Of(finding.Resource)}</span></li>
        """);

    private static string Why(Audit audit, Summary summary) => (audit.Readiness, summary.Unmet.Length) switch
    {
        (Readiness.Ready, _) => "Every foundation rule of high or critical severity was judged and passed.",
        (Readiness.NotReady, var unmet) => $"{Words.Count(unmet, "foundation rule")} of high or critical severity failed:",
        (_, 0) => "No foundation rule of high or critical severity was judged.",
        (_, var unmet) => $"None failed, but {Words.Count(unmet, "foundation rule")} of high or critical severity could not be decided:",
    };

    private static Html Reasons(Summary summary) => summary.Unmet.Length == 0 ? Html.Empty : Html.Of(
        $"""
        <ul class="reasons">{summary.Unmet.Take(MaxReasons).Select(rule => Html.Of(
            $"""<li>{HtmlFindings.Chip(rule.Severity)} {RuleLink(rule)}</li>"""))}</ul>
        {More(summary.Unmet.Length - MaxReasons, "rule", "below")}
        """);

    private static Html Open(Summary summary, Severity severity)
    {
        var (open, undecided) = (summary.Open(severity), summary.Undecided(severity));
        return Html.Of(
            $"""
            <div class="figure {(open > 0 ? Words.Lower(severity) : "none")}">
            <dt>Open {Words.Lower(severity)}</dt>
            <dd><strong>{open:N0}</strong> {Undecided(undecided)}</dd>
            </div>
            """);
    }

    private static Html Undecided(int rules) =>
        rules > 0 ? Html.Of($"""<span class="note">{Words.Count(rules, "rule")} not fully read</span>""") : Html.Empty;

    private static string Figure(Interval? score) => score is { } known && !Percent.IsUnread(known)
        ? $"{Percent.Range(known)} %"
        : Percent.Range(score);

    private static string WithoutWaivers(Summary summary) =>
        summary.WithoutWaivers is { } without ? $"; without waivers {Percent.Range(without)} %" : "";
}
