using LandingZone.Core.Rules;

namespace LandingZone.Core.Reports;

/// <summary>The table of areas and clouds.</summary>
internal static class HtmlScores
{
    public static Html Of(Summary summary) => Html.Of(
        $"""
        <section aria-labelledby="scores">
        <h2 id="scores">By area and cloud</h2>
        <p class="about">Percent of what was asked that is well, weighted by severity. The solid part is certain; the <span class="hatched">hatched</span> part was not read and can be either. A dash: nothing is judged.</p>
        <div class="scroll" role="region" aria-labelledby="scores" tabindex="0">
        <table class="scores">
        <thead><tr><th scope="col">Area</th>{summary.Clouds.Select(cloud => Html.Of($"""<th scope="col">{Words.Of(cloud)}</th>"""))}<th scope="col" class="number">Critical</th><th scope="col" class="number">High</th></tr></thead>
        <tbody>
        {summary.Sections.Select(section => Row(summary, section))}
        </tbody>
        <tfoot>
        {Row(summary, null)}
        </tfoot>
        </table>
        </div>
        </section>
        """);

    /// <summary>A bar and its numbers.</summary>
    public static Html Cell(Interval? score)
    {
        var unread = score is { } known && Percent.IsUnread(known);
        return Html.Of($"""<td class="score">{HtmlBar.Of(score)}<span class="range{(unread ? " unread" : "")}">{Percent.Range(score)}</span></td>""");
    }

    /// <summary>How many are open; nothing that shouts where none are.</summary>
    public static Html Count(int open, Severity severity) =>
        Html.Of($"""<td class="number {(open > 0 ? Words.Lower(severity) : "none")}">{open:N0}</td>""");

    private static Html Row(Summary summary, Section? section) => Html.Of(
        $"""
        <tr><th scope="row">{section?.Title ?? "All areas"}</th>{summary.Clouds.Select(cloud => Cell(summary.ScoreOf(section, cloud)))}{Count(summary.Open(Severity.Critical, section), Severity.Critical)}{Count(summary.Open(Severity.High, section), Severity.High)}</tr>

        """);
}
