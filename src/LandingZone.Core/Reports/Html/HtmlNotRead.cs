using LandingZone.Core.Rules;

namespace LandingZone.Core.Reports;

/// <summary>What nobody knows, why, and what to grant to know it.</summary>
internal static class HtmlNotRead
{
    private const int MaxReasons = 100;
    private const int MaxNames = 5;

    public static Html Of(Audit audit)
    {
        var reasons = NotRead.Of(audit);
        var places = new Places(audit);
        return Html.Of(
            $"""
            <section aria-labelledby="not-read">
            <h2 id="not-read">Not read</h2>
            {(reasons.Length == 0 ? Html.Of($"""<p class="about">Everything that the rules asked for was read.</p>""") : Table())}
            </section>
            """);

        Html Table() => Html.Of(
            $"""
            <p class="about">What could not be read is unknown: it never passes, and it widens the score.</p>
            <div class="scroll" role="region" aria-labelledby="not-read" tabindex="0">
            <table>
            <thead><tr><th scope="col">Cloud</th><th scope="col">Reason, and what to grant</th><th scope="col">Where</th><th scope="col">Rules left unknown</th></tr></thead>
            <tbody>
            {reasons.Take(MaxReasons).Select(reason => Row(reason, places))}
            </tbody>
            </table>
            </div>
            {HtmlVerdict.More(reasons.Length - MaxReasons, "reason", "in the JSON report")}
            """);
    }

    private static Html Row(NotRead reason, Places places) => Html.Of(
        $"""
        <tr><td>{Words.Of(reason.Cloud)}</td><td><bdi>{reason.Why}</bdi>{Lists(reason)}</td><td>{Names(reason.Places.Select(places.Account))}</td><td>{Rules(reason)}</td></tr>

        """);

    private static Html Lists(NotRead reason) => reason.Kinds.IsEmpty ? Html.Empty : Html.Of(
        $"""<span class="note">refused: the list of {string.Join(", ", reason.Kinds)}</span>""");

    private static Html Rules(NotRead reason) => reason.Rules.IsEmpty
        ? Html.Of($"none of those selected")
        : Html.Of($"{Words.Count(reason.Rules.Count, "rule")}: {Names(reason.Rules)}");

    private static Html Names(IEnumerable<string> names)
    {
        var all = names.ToList();
        var more = all.Count > MaxNames ? $" and {all.Count - MaxNames:N0} more" : "";
        return Html.Of($"{Html.Join(all.Take(MaxNames).Select((name, at) => Html.Of($"{(at > 0 ? ", " : "")}<bdi>{name}</bdi>")))}{more}");
    }
}
