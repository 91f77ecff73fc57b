using System.Collections.Immutable;
using LandingZone.Core.Model;
using LandingZone.Core.Rules;

namespace LandingZone.Core.Reports;

/// <summary>What every summary says first, counted once.</summary>
internal sealed class Summary(Audit audit)
{
    // Two weeks, so that nobody is surprised by an old finding that fails again.
    private const int WarnDays = 14;

    private readonly Score _score = audit.Score;

    public ImmutableArray<Cloud> Clouds { get; } =
    [
        .. audit.Tallies.Select(tally => tally.Cloud)
            .Concat(audit.Accounts.Select(account => account.Cloud))
            .Concat(audit.Organizations.Select(organization => organization.Cloud))
            .Distinct()
            .Order(),
    ];

    public ImmutableArray<Tier> Tiers { get; } = [.. audit.Rules.Select(rule => rule.Tier).Distinct().Order()];

    /// <summary>The tiers in a few words, such as "foundation to advanced".</summary>
    public string TiersText =>
        string.Join(" to ", new[] { Tiers.FirstOrDefault(), Tiers.LastOrDefault() }.Distinct().Select(tier => Words.Lower(tier)));

    public ImmutableArray<Section> Sections { get; } =
    [
        .. audit.Rules.Select(rule => rule.Section).Distinct()
            .OrderBy(section => section.Order)
            .ThenBy(section => section.Id, StringComparer.Ordinal),
    ];

    public Interval? Overall => _score.Overall;

    /// <summary>Null where nobody has waived anything that is judged.</summary>
    public Interval? WithoutWaivers =>
        audit.Tallies.Any(tally => tally.WaivedFailed + tally.WaivedUnknown > 0) ? _score.WithoutWaivers : null;

    /// <summary>By area and cloud; a null means all of them.</summary>
    public Interval? ScoreOf(Section? section, Cloud? cloud) => _score.Of(tally =>
        (section is null || tally.Rule.Section == section) && (cloud is null || tally.Cloud == cloud));

    /// <summary>How many failures are open, in one area or (null) in all.</summary>
    public int Open(Severity severity, Section? section = null) => audit.Findings.Count(finding =>
        finding.Verdict == Verdict.Fail
        && finding.Rule.Severity == severity
        && (section is null || finding.Rule.Section == section));

    /// <summary>Rules of that severity that are undecided somewhere: more of them may fail than is known.</summary>
    public int Undecided(Severity severity) => audit.Tallies
        .Where(tally => tally.Rule.Severity == severity && (tally.Unknown > 0 || tally.Gap is not null))
        .Select(tally => tally.Rule.Id)
        .Distinct()
        .Count();

    /// <summary>Waivers up to this day end soon.</summary>
    public DateOnly WarnUntil { get; } = DateOnly.FromDateTime(audit.Header.AsOf.UtcDateTime).AddDays(WarnDays);

    /// <summary>
    /// The foundation rules of high or critical severity that keep the landing zone from being ready: those that
    /// failed, or, where none did, those that are undecided.
    /// </summary>
    public ImmutableArray<Rule> Unmet { get; } = UnmetOf(audit);

    /// <summary>
    /// The accounts of a cloud: read at least in part, in scope (null: their list was not read, so nobody knows how
    /// many there are), and left out on purpose.
    /// </summary>
    public (int Read, int? InScope, int LeftOut) Scope(Cloud cloud)
    {
        var accounts = audit.Accounts.Where(account => account.Cloud == cloud).ToList();
        var inScope = accounts.Where(account => account.LeftOut is null).ToList();
        var listed = audit.Organizations
            .Where(organization => organization.Cloud == cloud)
            .All(organization => organization.Listed.ContainsKey(nameof(Account)) || StandsAlone(organization));
        return (inScope.Count(IsRead), listed ? inScope.Count : null, accounts.Count - inScope.Count);
    }

    /// <summary>Whether a waiver ends so soon that its owner should be told.</summary>
    public bool EndsSoon(Waiver waiver) => waiver.Until <= WarnUntil;

    /// <summary>An account of which no list was read at all is known by name only.</summary>
    public static bool IsRead(Account account) => account.Listed.Any(kind => kind.Value.Length > 0);

    // An account without an organization is all there is to list.
    private static bool StandsAlone(Organization organization) => organization.InUse is { IsRead: true, Value: false };

    private static ImmutableArray<Rule> UnmetOf(Audit audit)
    {
        var failed = audit.Readiness == Readiness.NotReady;
        return
        [
            .. audit.Tallies
                .Where(tally => tally.Rule.IsMust)
                .Where(tally => failed ? tally.Failed > 0 : tally.Unknown > 0 || tally.Gap is not null)
                .Select(tally => tally.Rule)
                .DistinctBy(rule => rule.Id)
                .OrderByDescending(rule => rule.Severity)
                .ThenBy(rule => rule.Id, StringComparer.Ordinal),
        ];
    }
}
