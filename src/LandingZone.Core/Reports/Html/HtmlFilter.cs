using LandingZone.Core.Rules;

namespace LandingZone.Core.Reports;

/// <summary>The form above the findings: hidden until the script, without which it does nothing, shows it.</summary>
internal static class HtmlFilter
{
    private static readonly Verdict[] Verdicts = [Verdict.Fail, Verdict.Unknown, Verdict.Waived];

    public static Html Of(Summary summary) => Html.Of(
        $"""
        <form id="filter" class="filter" role="search" aria-label="Filter the findings" hidden>
        <label>Search <input type="search" name="text" placeholder="resource, account, rule …"></label>
        {Select("Cloud", summary.Clouds.Select(cloud => Option(cloud, Words.Of(cloud))))}
        {Select("Severity", Enum.GetValues<Severity>().OrderDescending().Select(severity => Option(severity)))}
        {Select("Verdict", Verdicts.Select(verdict => Option(verdict, HtmlFindings.Word(verdict))))}
        <button type="reset">Clear</button>
        <output aria-live="polite"></output>
        </form>
        """);

    private static Html Select(string label, IEnumerable<Html> options) => Html.Of(
        $"""
        <label>{label} <select name="{label.ToLowerInvariant()}"><option value="">all</option>{options}</select></label>
        """);

    private static Html Option(Enum value, string? text = null) =>
        Html.Of($"""<option value="{Words.Lower(value)}">{text ?? Words.Lower(value)}</option>""");
}
