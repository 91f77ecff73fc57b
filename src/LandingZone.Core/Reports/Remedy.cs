using System.Collections.Immutable;
using LandingZone.Core.Model;
using LandingZone.Core.Rules;

namespace LandingZone.Core.Reports;

/// <summary>One rule to mend in one cloud, and what that clears.</summary>
/// <param name="Rule">What fails.</param>
/// <param name="Cloud">Where; each cloud is a piece of work of its own.</param>
/// <param name="Findings">How many failures it clears.</param>
/// <param name="Accounts">In how many accounts; 0 when it is the organization's own.</param>
internal sealed record Remedy(Rule Rule, Cloud Cloud, int Findings, int Accounts)
{
    /// <summary>The weights of all failures that it clears, for each hour of the rule's effort.</summary>
    private double Worth => (double)Findings * Score.Weight(Rule.Severity) / Hours(Rule.Effort);

    /// <summary>Everything that fails, what is worth most first.</summary>
    public static ImmutableArray<Remedy> Of(Audit audit) =>
    [
        .. audit.Findings
            .Where(finding => finding.Verdict == Verdict.Fail)
            .GroupBy(finding => (finding.Rule.Id, finding.Resource.Cloud))
            .Select(group => new Remedy(
                group.First().Rule, group.Key.Cloud, group.Count(), RuleFindings.Accounts(group)))
            .OrderByDescending(remedy => remedy.Worth)
            .ThenByDescending(remedy => remedy.Rule.Severity)
            .ThenBy(remedy => remedy.Rule.Id, StringComparer.Ordinal)
            .ThenBy(remedy => remedy.Cloud),
    ];

    // Relative, not a promise: days are a few working hours each, weeks more than one working day.
    private static int Hours(Effort effort) => effort switch
    {
        Effort.Hours => 1,
        Effort.Days => 3,
        _ => 8,
    };
}
