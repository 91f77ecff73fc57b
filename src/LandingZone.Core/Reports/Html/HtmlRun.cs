using LandingZone.Core.Model;
using LandingZone.Core.Rules;

namespace LandingZone.Core.Reports;

/// <summary>How the report came about, so that two of them can be compared.</summary>
internal static class HtmlRun
{
    public static Html Of(Audit audit)
    {
        var header = audit.Header;
        var summary = new Summary(audit);
        return Html.Of(
            $"""
            <section aria-labelledby="run">
            <h2 id="run">This run</h2>
            <dl class="about-run">
            {Term("Read as of", Html.Of($"{Words.Time(header.AsOf)}"))}
            {Term("Read as", Lines(header.Identities.Select(identity => $"{Words.Of(identity.Cloud)} {identity.Name}"), "no cloud was asked"))}
            {Term("Accounts", Lines(summary.Clouds.Select(cloud => Scope(cloud, summary)), "none"))}
            {Term("Limited to", Lines(header.Scope, "nothing: all accounts and regions"))}
            {Term("Rules", Html.Of($"{Words.Count(audit.Rules.Length, "rule")} of {string.Join(", ", summary.Tiers.Select(tier => Words.Lower(tier)))}, digest <code>{audit.RulesDigest}</code>"))}
            {Term("Resources", Lines(audit.ResourceCounts.Select(kind => $"{kind.Key} {kind.Value:N0}"), "none"))}
            {Term("Run", Html.Of($"<code>{header.RunId}</code>, LandingZone {header.Tool}"))}
            </dl>
            </section>
            """);
    }

    private static string Scope(Cloud cloud, Summary summary)
    {
        var (read, inScope, leftOut) = summary.Scope(cloud);
        return $"{Words.Of(cloud)} {read:N0} of {inScope:N0} read" + (leftOut > 0 ? $", {leftOut:N0} left out" : "");
    }

    private static Html Term(string term, Html description) => Html.Of($"<div><dt>{term}</dt><dd>{description}</dd></div>");

    private static Html Lines(IEnumerable<string> lines, string otherwise) =>
        Html.Join(lines.DefaultIfEmpty(otherwise).Select(line => Html.Of($"""<span class="line"><bdi>{line}</bdi></span>""")));
}
