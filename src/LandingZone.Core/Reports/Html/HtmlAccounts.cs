using LandingZone.Core.Model;
using LandingZone.Core.Rules;

namespace LandingZone.Core.Reports;

/// <summary>Every account: how well it stands, or why nobody can say.</summary>
internal static class HtmlAccounts
{
    private const int MaxAccounts = 500;

    public static Html Of(Audit audit)
    {
        var places = new Places(audit);
        var rows = Rows(audit);
        return Html.Of(
            $"""
            <section aria-labelledby="accounts">
            <h2 id="accounts">Accounts</h2>
            <div class="scroll" role="region" aria-labelledby="accounts" tabindex="0">
            <table class="accounts">
            <thead><tr><th scope="col">Account</th><th scope="col">Cloud</th><th scope="col">Folder</th><th scope="col">Environment</th><th scope="col">State</th><th scope="col">Score</th><th scope="col" class="number">Critical</th><th scope="col" class="number">High</th></tr></thead>
            <tbody>
            {rows.Take(MaxAccounts).Select(row => Write(row, places))}
            </tbody>
            </table>
            </div>
            {HtmlVerdict.More(rows.Count - MaxAccounts, "account", "in the JSON report")}
            </section>
            """);
    }

    private static List<Row> Rows(Audit audit)
    {
        var tallies = audit.Tallies.ToLookup(tally => tally.AccountId);
        var gaps = audit.Gaps.ToLookup(gap => gap.AccountId);
        var open = audit.Findings.Where(finding => finding.Verdict == Verdict.Fail).ToLookup(finding => finding.Resource.AccountId);
        return
        [
            .. audit.Accounts
                .Select(account => new Row(
                    account,
                    new Score(tallies[account.Id]).Overall,
                    open[account.Id].Count(finding => finding.Rule.Severity == Severity.Critical),
                    open[account.Id].Count(finding => finding.Rule.Severity == Severity.High),
                    gaps[account.Id].Count()))
                .OrderByDescending(row => row.Critical)
                .ThenByDescending(row => row.High)
                .ThenBy(row => row.Account.LeftOut is null ? 0 : 1)
                .ThenBy(row => row.Score?.Low ?? 1)
                .ThenBy(row => row.Account.Cloud)
                .ThenBy(row => row.Account.Id, StringComparer.Ordinal),
        ];
    }

    private static Html Write(Row row, Places places)
    {
        var account = row.Account;
        return Html.Of(
            $"""
            <tr><th scope="row"><bdi>{account.Name}</bdi><span class="note">{(account.Id == account.Name ? "" : account.Id)}</span></th><td>{Words.Of(account.Cloud)}</td><td><bdi>{places.Path(account) ?? "not read"}</bdi></td><td>{Environments(account)}</td><td>{State(row)}</td>{HtmlScores.Cell(row.Score)}{HtmlScores.Count(row.Critical, Severity.Critical)}{HtmlScores.Count(row.High, Severity.High)}</tr>

            """);
    }

    private static string Environments(Account account) => account.Environments.IsRead
        ? string.Join(", ", account.Environments.Value.Select(environment => Words.Lower(environment)))
        : "undeclared";

    private static string State(Row row) => row.Account switch
    {
        { LeftOut: { } why } => $"left out: {why}",
        var account when !Summary.IsRead(account) => "not read",
        _ when row.Gaps > 0 => $"read, {Words.Count(row.Gaps, "list")} refused",
        _ => "read",
    };

    private sealed record Row(Account Account, Interval? Score, int Critical, int High, int Gaps);
}
