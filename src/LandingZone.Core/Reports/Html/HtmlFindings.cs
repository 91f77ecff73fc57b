using LandingZone.Core.Model;
using LandingZone.Core.Rules;

namespace LandingZone.Core.Reports;

/// <summary>All findings by rule, with what decided them and what to do in the resource's own cloud.</summary>
internal static class HtmlFindings
{
    // More of one rule than anybody reads on a page; the JSON report has them all.
    private const int MaxOfRule = 200;

    public static IEnumerable<Html> Of(Audit audit, Summary summary)
    {
        var groups = RuleFindings.Of(audit);
        var places = new Places(audit);
        yield return Html.Of(
            $"""
            <section aria-labelledby="findings">
            <h2 id="findings">Findings</h2>
            <p class="about print-only">The evidence is in the page itself and in the JSON report.</p>
            {(groups.IsEmpty ? Html.Of($"<p>Nothing failed, and nothing is undecided.</p>") : HtmlFilter.Of(summary))}
            """);
        foreach (var group in groups)
        {
            yield return Rule(group, places);
        }

        yield return Html.Of($"</section>");
    }

    public static string Word(Verdict verdict) => verdict == Verdict.Fail ? "failed" : Words.Lower(verdict);

    // Open criticals are unfolded: whoever only scrolls still sees them.
    private static Html Rule(RuleFindings group, Places places)
    {
        var body = Body(group, places);
        var unfolded = group.Failed > 0 && group.Rule.Severity == Severity.Critical;
        return Html.Of(
            $"""
            <article class="rule" id="rule-{group.Rule.Id}" data-severity="{Words.Lower(group.Rule.Severity)}">
            {(unfolded ? Html.Of($"<details open>{body}</details>") : Html.Of($"<details>{body}</details>"))}
            </article>
            """);
    }

    private static Html Body(RuleFindings group, Places places)
    {
        var rule = group.Rule;
        var byCloud = group.Findings.Take(MaxOfRule).GroupBy(finding => finding.Resource.Cloud);
        return Html.Of(
            $"""
            <summary>{HtmlText.Chip(rule.Severity)}<h3>{rule.Title}</h3>
            <span class="counts">{Counts(group)}</span></summary>
            <p class="why">{rule.Why}</p>
            <p class="facts">{Facts(rule)}</p>
            {byCloud.OrderBy(cloud => cloud.Key).Select(cloud => OfCloud(rule, cloud, places))}
            {HtmlText.More(group.Findings.Length - MaxOfRule, "finding", "in the JSON report")}
            """);
    }

    private static string Counts(RuleFindings group)
    {
        (int Count, Verdict Verdict)[] counts =
        [
            (group.Failed, Verdict.Fail), (group.Unknown, Verdict.Unknown), (group.Waived, Verdict.Waived),
        ];
        return string.Join(
            ", ", counts.Where(one => one.Count > 0).Select(one => $"{one.Count:N0} {Word(one.Verdict)}"));
    }

    private static Html Facts(Rule rule) => HtmlText.Dotted(
    [
        HtmlText.Code(rule.Id),
        Html.Of($"{rule.Control}"),
        Html.Of($"{Words.Lower(rule.Tier)}"),
        Html.Of($"{rule.Section.Title}"),
        Html.Of($"{Words.Lower(rule.Effort)} of work"),
        .. rule.Frameworks.Select(framework => Html.Of($"{framework.Key} {string.Join(", ", framework.Value)}")),
    ]);

    private static Html OfCloud(Rule rule, IGrouping<Cloud, Finding> findings, Places places) => Html.Of(
        $"""
        <section class="cloud">
        <h4>{Words.Of(findings.Key)}</h4>
        {Fix(rule.Clouds.GetValueOrDefault(findings.Key))}
        <ul class="list">
        {findings.Select(finding => Item(finding, places))}</ul>
        </section>

        """);

    private static Html Fix(CloudAdvice? advice)
    {
        if (advice?.Fix is not { } fix)
        {
            return Html.Empty;
        }

        var see = advice.See is { } page ? Html.Of($"""<p class="see">{Html.Link(page, page)}</p>""") : Html.Empty;
        return Html.Of(
            $"""<div class="fix"><pre tabindex="0" aria-label="What to do"><code>{fix}</code></pre>{see}</div>""");
    }

    private static Html Item(Finding finding, Places places)
    {
        var place = HtmlText.Dotted([.. places.Within(finding.Resource), HtmlText.Code(finding.Resource.Id)]);
        var (cloud, verdict) = (Words.Lower(finding.Resource.Cloud), Words.Lower(finding.Verdict));
        return Html.Of(
            $"""
            <li class="finding" data-cloud="{cloud}" data-verdict="{verdict}">
            <span class="mark {verdict}">{Word(finding.Verdict)}</span>
            <div><p class="message">{HtmlText.Name(finding.Message)}</p>
            <p class="where">{place}</p>
            {HtmlExceptions.Note(finding)}{Evidence(finding)}</div></li>

            """);
    }

    private static Html Evidence(Finding finding) => finding.Evidence.IsEmpty ? Html.Empty : Html.Of(
        $"""
        <details class="evidence"><summary>Evidence</summary>
        <dl>{finding.Evidence.Select(fact => Fact(fact, finding.Resource))}</dl></details>
        """);

    private static Html Fact(Evidence fact, Resource judged)
    {
        var whose = fact.ResourceId == judged.Id ? Html.Empty : Html.Of($" of {HtmlText.Name(fact.ResourceId)}");
        return Html.Of($"<div><dt>{HtmlText.Code(fact.Fact)}{whose}</dt><dd>{HtmlText.Name(fact.Value)}</dd></div>");
    }
}
