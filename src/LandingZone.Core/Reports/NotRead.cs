using System.Collections.Immutable;
using LandingZone.Core.Model;
using LandingZone.Core.Rules;

namespace LandingZone.Core.Reports;

/// <summary>One reason why something was not read, and what stays unknown for it.</summary>
/// <param name="Cloud">Where.</param>
/// <param name="Why">The cloud's code and what to grant or do, as the provider stated it.</param>
/// <param name="Kinds">The kinds whose lists were refused; empty when only single facts were.</param>
/// <param name="Accounts">The accounts, by id; empty for what is the organization's own.</param>
/// <param name="Rules">The rules that could not be decided, by id.</param>
internal sealed record NotRead(
    Cloud Cloud,
    string Why,
    ImmutableSortedSet<string> Kinds,
    ImmutableSortedSet<string> Accounts,
    ImmutableSortedSet<string> Rules)
{
    private const string UnreadPrefix = "unread: ";
    private const string AnyAccount = "ACCOUNT";

    // Shorter ones could be parts of other words.
    private const int ShortestId = 6;

    /// <summary>All reasons, what leaves most undecided first.</summary>
    public static ImmutableArray<NotRead> Of(Audit audit) =>
    [
        .. Refused(audit).Concat(Uncounted(audit)).Concat(Undecided(audit))
            .GroupBy(one => (one.Cloud, Why: OfAnyAccount(one)))
            .Select(group => new NotRead(
                group.Key.Cloud,
                group.DistinctBy(one => one.Why).Skip(1).Any() ? group.Key.Why : group.First().Why,
                Sorted(group.Select(one => one.Kind)),
                Sorted(group.Select(one => one.Account)),
                Sorted(group.Select(one => one.Rule))))
            .OrderByDescending(reason => reason.Rules.Count)
            .ThenByDescending(reason => reason.Accounts.Count)
            .ThenBy(reason => reason.Cloud)
            .ThenBy(reason => reason.Why, StringComparer.Ordinal),
    ];

    // A role that 300 accounts refuse is one reason, though each refusal names its own account.
    private static string OfAnyAccount(Trace one) =>
        one.Account is { Length: >= ShortestId } account ? one.Why.Replace(account, AnyAccount) : one.Why;

    private static IEnumerable<Trace> Refused(Audit audit) =>
        audit.Gaps.Select(gap => new Trace(gap.Cloud, gap.Why, gap.OfKind, gap.AccountId, null));

    private static IEnumerable<Trace> Uncounted(Audit audit) =>
        audit.Tallies.Where(tally => tally.Gap is not null).Select(tally => new Trace(
            tally.Cloud, tally.Gap!, tally.Rule.Kind.Name, tally.AccountId, tally.Rule.Id));

    private static IEnumerable<Trace> Undecided(Audit audit)
    {
        var accounts = audit.Accounts.Select(account => account.Id).ToHashSet();
        return
            from finding in audit.Findings
            where finding.Verdict == Verdict.Unknown
            from reason in Reasons(finding)
            let account = accounts.Contains(reason.Of) ? reason.Of : finding.Resource.AccountId
            select new Trace(finding.Resource.Cloud, reason.Why, null, account, finding.Rule.Id);
    }

    // The evidence names the facts that were not read; without any the message says it all.
    private static IEnumerable<(string Of, string Why)> Reasons(Finding finding) =>
        finding.Evidence
            .Where(fact => fact.Value.StartsWith(UnreadPrefix, StringComparison.Ordinal))
            .Select(fact => (fact.ResourceId, fact.Value[UnreadPrefix.Length..]))
            .DefaultIfEmpty((finding.Resource.Id, finding.Message));

    private static ImmutableSortedSet<string> Sorted(IEnumerable<string?> texts) =>
        texts.OfType<string>().ToImmutableSortedSet(StringComparer.Ordinal);

    private sealed record Trace(Cloud Cloud, string Why, string? Kind, string? Account, string? Rule);
}
