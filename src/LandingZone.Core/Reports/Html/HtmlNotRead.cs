using LandingZone.Core.Rules;

namespace LandingZone.Core.Reports;

/// <summary>What nobody knows, why, and what to grant to know it.</summary>
internal static class HtmlNotRead
{
    private const int MaxReasons = 100;
    private const int MaxNames = 5;

    private static readonly string[] Columns = ["Cloud", "Reason, and what to grant", "Where", "Rules left unknown"];

    public static Html Of(Audit audit)
    {
        var reasons = NotRead.Of(audit);
        var places = new Places(audit);
        var rows = reasons.Take(MaxReasons).Select(reason => Row(reason, places));
        return Html.Of(
            $"""
            <section aria-labelledby="not-read">
            <h2 id="not-read">Not read</h2>
            <p class="about">{(reasons.IsEmpty
                ? "Everything that the rules asked for was read."
                : "What could not be read is unknown: it never passes, and it widens the score.")}</p>
            {(reasons.IsEmpty ? Html.Empty : HtmlTable.Of("not-read", "reasons", Columns, rows))}
            {HtmlText.More(reasons.Length - MaxReasons, "reason", "in the JSON report")}
            </section>
            """);
    }

    private static Html Row(NotRead reason, Places places) => Html.Of(
        $"""
        <tr><td>{Words.Of(reason.Cloud)}</td>
        <td>{HtmlText.Name(reason.Why)}{Lists(reason)}</td>
        <td>{Names(reason.Accounts.Select(places.Account).DefaultIfEmpty("the organization"))}</td>
        <td>{Rules(reason)}</td></tr>

        """);

    private static Html Lists(NotRead reason) =>
        HtmlText.Note(reason.Kinds.IsEmpty ? null : $"not listed: {string.Join(", ", reason.Kinds)}");

    private static Html Rules(NotRead reason) => reason.Rules.IsEmpty
        ? Html.Of($"none of those selected")
        : Html.Of($"{Words.Count(reason.Rules.Count, "rule")}: {Names(reason.Rules)}");

    private static Html Names(IEnumerable<string> names)
    {
        var all = names.ToList();
        var more = all.Count > MaxNames ? $" and {all.Count - MaxNames:N0} more" : "";
        return Html.Of($"{Html.Join(Html.Of($", "), all.Take(MaxNames).Select(HtmlText.Name))}{more}");
    }
}
