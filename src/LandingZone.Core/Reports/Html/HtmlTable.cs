namespace LandingZone.Core.Reports;

/// <summary>A table that scrolls by itself where the page is narrow, by keyboard too.</summary>
internal static class HtmlTable
{
    /// <param name="heading">The id of the heading that names it.</param>
    /// <param name="style">Its class.</param>
    /// <param name="columns">What each column holds; one that ends in <c>#</c> holds numbers.</param>
    /// <param name="rows">Each a <c>tr</c>.</param>
    /// <param name="foot">A <c>tr</c> that sums up, or nothing.</param>
    public static Html Of(
        string heading, string style, IEnumerable<string> columns, IEnumerable<Html> rows, Html foot = default) =>
        Html.Of(
            $"""
            <div class="scroll" role="group" aria-labelledby="{heading}" tabindex="0">
            <table class="{style}">
            <thead><tr>{columns.Select(Column)}</tr></thead>
            <tbody>
            {rows}</tbody>
            {(foot.IsEmpty ? Html.Empty : Html.Of($"<tfoot>{foot}</tfoot>"))}
            </table>
            </div>
            """);

    private static Html Column(string title) => title.EndsWith('#')
        ? Html.Of($"""<th scope="col" class="number">{title[..^1]}</th>""")
        : Html.Of($"""<th scope="col">{title}</th>""");
}
