using System.Collections.Immutable;
using LandingZone.Core.Model;
using LandingZone.Core.Rules;

namespace LandingZone.Core.Reports;

/// <summary>One rule's findings, in one place: the same flaw in a thousand resources is one thing to read.</summary>
internal sealed record RuleFindings(Rule Rule, ImmutableArray<Finding> Findings)
{
    public int Failed => Of(Verdict.Fail).Count();

    public int Unknown => Of(Verdict.Unknown).Count();

    public int Waived => Of(Verdict.Waived).Count();

    /// <summary>All rules with findings: the failed, the severest first, then the unknown, then the waived.</summary>
    public static ImmutableArray<RuleFindings> Of(Audit audit) =>
    [
        .. audit.Findings
            .GroupBy(finding => finding.Rule.Id)
            .Select(group => new RuleFindings(group.First().Rule, [.. group]))
            .OrderBy(group => group.Failed > 0 ? 0 : group.Unknown > 0 ? 1 : 2)
            .ThenByDescending(group => group.Rule.Severity)
            .ThenByDescending(group => group.Failed)
            .ThenBy(group => group.Rule.Id, StringComparer.Ordinal),
    ];

    public IEnumerable<Finding> Of(Verdict verdict) => Findings.Where(finding => finding.Verdict == verdict);

    /// <summary>How many accounts these findings are in; 0 when they are the organization's own.</summary>
    public static int Accounts(IEnumerable<Finding> findings) =>
        findings.Select(finding => finding.Resource.AccountId).OfType<string>().Distinct().Count();

    public static IEnumerable<Cloud> Clouds(IEnumerable<Finding> findings) =>
        findings.Select(finding => finding.Resource.Cloud).Distinct().Order();
}
