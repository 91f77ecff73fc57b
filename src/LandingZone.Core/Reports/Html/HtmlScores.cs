using LandingZone.Core.Rules;

namespace LandingZone.Core.Reports;

/// <summary>The table of areas and clouds.</summary>
internal static class HtmlScores
{
    public static Html Of(Summary summary) => Html.Of(
        $"""
        <section aria-labelledby="scores">
        <h2 id="scores">By area and cloud</h2>
        <p class="about">Percent of what was asked that is well, weighted by severity. The solid part of a bar is
        certain; the <span class="hatched">hatched</span> part was not read and can be either. A dash: nothing is
        judged.</p>
        {HtmlTable.Of(
            "scores",
            "scores",
            ["Area", .. summary.Clouds.Select(Words.Of), "Critical#", "High#"],
            summary.Sections.Select(section => Row(summary, section)),
            Row(summary, null))}
        </section>
        """);

    /// <summary>A bar and its numbers.</summary>
    public static Html Cell(Interval? score)
    {
        var style = score is { } known && Percent.IsUnread(known) ? "range unread" : "range";
        return Html.Of(
            $"""<td class="score">{HtmlBar.Of(score)}<span class="{style}">{Percent.Range(score)}</span></td>""");
    }

    /// <summary>How many are open; nothing that shouts where none are.</summary>
    public static Html Count(int open, Severity severity) =>
        Html.Of($"""<td class="number {(open > 0 ? Words.Lower(severity) : "none")}">{open:N0}</td>""");

    private static Html Row(Summary summary, Section? section) => Html.Of(
        $"""
        <tr><th scope="row">{section?.Title ?? "All areas"}</th>
        {summary.Clouds.Select(cloud => Cell(summary.ScoreOf(section, cloud)))}
        {Count(summary.Open(Severity.Critical, section), Severity.Critical)}
        {Count(summary.Open(Severity.High, section), Severity.High)}</tr>

        """);
}
