using LandingZone.Core.Model;
using LandingZone.Core.Rules;

namespace LandingZone.Core.Reports;

/// <summary>Whose estate it is, and how the report came about, so that two of them can be compared.</summary>
internal static class HtmlRun
{
    public static Html Banner(Audit audit, Summary summary) => Html.Of(
        $"""
        <header class="banner">
        <p class="product">LandingZone</p>
        <h1>{HtmlText.Name(audit.Header.Name.Length > 0 ? audit.Header.Name : "Landing zone audit")}</h1>
        <p class="run">{HtmlText.Dotted(
            Html.Of($"Landing zone audit"),
            Html.Of($"{Words.Time(audit.Header.AsOf)}"),
            Html.Of($"{summary.TiersText}"),
            Html.Of($"rules {audit.RulesDigest}"))}</p>
        <nav aria-label="Sections"><ul>
        <li><a href="#scores">Scores</a></li>
        <li><a href="#findings">Findings</a></li>
        <li><a href="#not-read">Not read</a></li>
        <li><a href="#accounts">Accounts</a></li>
        <li><a href="#run">This run</a></li>
        </ul></nav>
        </header>
        """);

    public static Html Of(Audit audit, Summary summary)
    {
        var header = audit.Header;
        var rules = $"{Words.Count(audit.Rules.Length, "rule")} ({summary.TiersText}), digest {audit.RulesDigest}";
        return Html.Of(
            $"""
            <section aria-labelledby="run">
            <h2 id="run">This run</h2>
            <dl class="about-run">
            {Term("As of", [Words.Time(header.AsOf)])}
            {Term("Read as", header.Identities.Select(identity => $"{Words.Of(identity.Cloud)} {identity.Name}"))}
            {Term("Accounts", summary.Clouds.Select(cloud => Scope(cloud, summary)))}
            {Term("Limited to", header.Scope.DefaultIfEmpty("nothing: all accounts and regions"))}
            {Term("Rules", [rules])}
            {Term("Resources", audit.ResourceCounts.Select(kind => $"{kind.Key} {kind.Value:N0}"))}
            {Term("Run", [$"{header.RunId}, read with LandingZone {header.Tool}"])}
            </dl>
            </section>
            """);
    }


    private static string Scope(Cloud cloud, Summary summary)
    {
        var (read, inScope, leftOut) = summary.Scope(cloud);
        var of = inScope is { } known ? $"of {known:N0} read" : "read, of a list that could not be read";
        return $"{Words.Of(cloud)} {read:N0} {of}{(leftOut > 0 ? $", {leftOut:N0} left out" : "")}";
    }

    private static Html Term(string term, IEnumerable<string> lines) =>
        Html.Of($"<div><dt>{term}</dt><dd>{lines.DefaultIfEmpty("none").Select(Line)}</dd></div>");

    private static Html Line(string line) => Html.Of($"""<span class="line">{HtmlText.Name(line)}</span>""");
}
