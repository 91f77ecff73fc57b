using LandingZone.Core.Model;
using LandingZone.Core.Rules;

namespace LandingZone.Core.Reports;

/// <summary>Every account: how well it stands, or why nobody can say.</summary>
internal static class HtmlAccounts
{
    private const int MaxAccounts = 500;

    private static readonly string[] Columns =
        ["Account", "Cloud", "Folder", "Environment", "State", "Score", "Critical#", "High#"];

    public static Html Of(Audit audit)
    {
        var places = new Places(audit);
        var standings = Standings(audit);
        var rows = standings.Take(MaxAccounts).Select(standing => Row(standing, places));
        return Html.Of(
            $"""
            <section aria-labelledby="accounts">
            <h2 id="accounts">Accounts</h2>
            {HtmlTable.Of("accounts", "accounts", Columns, rows)}
            {HtmlText.More(standings.Count - MaxAccounts, "account", "in the JSON report")}
            </section>
            """);
    }

    // The worst first; what is left out on purpose last.
    private static List<Standing> Standings(Audit audit)
    {
        var tallies = audit.Tallies.ToLookup(tally => tally.AccountId);
        var gaps = audit.Gaps.ToLookup(gap => gap.AccountId);
        var open = audit.Findings
            .Where(finding => finding.Verdict == Verdict.Fail)
            .ToLookup(finding => (finding.Resource.AccountId, finding.Rule.Severity));
        return
        [
            .. audit.Accounts
                .Select(account => new Standing(
                    account,
                    new Score(tallies[account.Id]).Overall,
                    open[(account.Id, Severity.Critical)].Count(),
                    open[(account.Id, Severity.High)].Count(),
                    gaps[account.Id].Count()))
                .OrderByDescending(standing => standing.Critical)
                .ThenByDescending(standing => standing.High)
                .ThenBy(standing => standing.Account.LeftOut is null ? 0 : 1)
                .ThenBy(standing => standing.Score?.Low ?? 1)
                .ThenBy(standing => standing.Account, EstateWriter.Order),
        ];
    }

    private static Html Row(Standing standing, Places places)
    {
        var account = standing.Account;
        return Html.Of(
            $"""
            <tr><th scope="row">{HtmlText.Name(account.Name)}
            {HtmlText.Note(account.Id == account.Name ? null : account.Id)}</th>
            <td>{Words.Of(account.Cloud)}</td>
            <td>{HtmlText.Name(places.Path(account) ?? "not read")}</td>
            <td>{Environments(account)}</td>
            <td>{State(standing)}</td>
            {HtmlScores.Cell(standing.Score)}
            {Count(standing, standing.Critical, Severity.Critical)}
            {Count(standing, standing.High, Severity.High)}</tr>

            """);
    }

    // Nothing found where nobody looked is no zero.
    private static Html Count(Standing standing, int open, Severity severity) =>
        open > 0 || (standing.Account.LeftOut is null && Summary.IsRead(standing.Account))
            ? HtmlScores.Count(open, severity)
            : Html.Of($"""<td class="number none">–</td>""");

    private static string Environments(Account account) => account.Environments.IsRead
        ? string.Join(", ", account.Environments.Value.Select(environment => Words.Lower(environment)))
        : "undeclared";

    private static string State(Standing standing) => standing.Account switch
    {
        { LeftOut: { } why } => $"left out: {why}",
        var account when !Summary.IsRead(account) => "not read",
        _ when standing.Gaps > 0 => $"read, {Words.Count(standing.Gaps, "list")} refused",
        _ => "read",
    };

    private sealed record Standing(Account Account, Interval? Score, int Critical, int High, int Gaps);
}
