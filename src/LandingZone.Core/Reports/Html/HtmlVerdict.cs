using LandingZone.Core.Rules;

namespace LandingZone.Core.Reports;

/// <summary>What the report comes to: the verdict and its reasons, what is open, and how much of it is known.</summary>
internal static class HtmlVerdict
{
    private const int MaxReasons = 8;
    private const string Coverage =
        "of what was asked could be decided; the rest was not read, and counts as neither well nor wrong";

    public static string Title(Audit audit) =>
        audit.Header.Name.Length > 0 ? $"{audit.Header.Name}: landing zone audit" : "Landing zone audit";

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
        <div class="figure wide"><dt>Score</dt>
        <dd><strong>{Figure(summary.Overall)}</strong> {HtmlBar.Of(summary.Overall)}
        {HtmlText.Note(Ends(summary))}</dd></div>
        <div class="figure wide"><dt>Coverage</dt>
        <dd><strong>{(summary.Overall is { } overall ? $"{Percent.Coverage(overall)} %" : "–")}</strong>
        {HtmlText.Note(summary.Overall is { } score && !Percent.IsExact(score) ? Coverage : null)}</dd></div>
        </dl>
        </section>
        """);

    private static string Why(Audit audit, Summary summary)
    {
        var unmet = Words.Count(summary.Unmet.Length, "foundation rule") + " of high or critical severity";
        return (audit.Readiness, summary.Unmet.Length) switch
        {
            (Readiness.Ready, _) => "Every foundation rule of high or critical severity was judged and passed.",
            (Readiness.NotReady, _) => $"{unmet} failed. What should hold, and does not:",
            (_, 0) => "No foundation rule of high or critical severity was judged.",
            _ => $"None failed, but {unmet} could not be decided:",
        };
    }

    private static Html Reasons(Summary summary) => summary.Unmet.Length == 0 ? Html.Empty : Html.Of(
        $"""
        <ul class="reasons">{summary.Unmet.Take(MaxReasons).Select(Reason)}</ul>
        {HtmlText.More(summary.Unmet.Length - MaxReasons, "rule", "below")}
        """);

    private static Html Reason(Rule rule) =>
        Html.Of($"<li>{HtmlText.Chip(rule.Severity)} {HtmlText.RuleLink(rule)}</li>");

    private static Html Open(Summary summary, Severity severity)
    {
        var (open, undecided) = (summary.Open(severity), summary.Undecided(severity));
        var note = undecided > 0 ? $"{Words.Count(undecided, "rule")} not fully read" : null;
        return Html.Of(
            $"""
            <div class="figure {(open > 0 ? Words.Lower(severity) : "none")}"><dt>Open {Words.Lower(severity)}</dt>
            <dd><strong>{open:N0}</strong> {HtmlText.Note(note)}</dd></div>
            """);
    }

    private static string Figure(Interval? score) =>
        score is { } known && !Percent.IsUnread(known) ? $"{Percent.Range(known)} %" : Percent.Range(score);

    private static string Ends(Summary summary)
    {
        var ends = summary.Overall is { } exact && Percent.IsExact(exact) ? "" : Percent.Sentence(summary.Overall);
        return summary.WithoutWaivers is not { } without ? ends
            : $"{ends}{(ends.Length > 0 ? "; " : "")}without waivers {Percent.Range(without)} %";
    }
}
