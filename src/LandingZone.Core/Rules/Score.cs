namespace LandingZone.Core.Rules;

/// <summary>
/// How much of what was asked is well, as an interval: its low end takes everything unread for a failure, its high end for
/// a pass. A rule's rate is the mean over accounts, so that one account with 20,000 buckets does not hide the others; the
/// rates are weighted by severity. What is waived, guaranteed or not applicable has no part.
/// </summary>
public sealed class Score(IEnumerable<Tally> tallies)
{
    private readonly IReadOnlyCollection<Tally> _tallies = [.. tallies];

    /// <summary>The whole, or null where nothing was judged.</summary>
    public Interval? Overall => Of(_ => true);

    /// <summary>What the score would be if nobody had waived anything.</summary>
    public Interval? WithoutWaivers => Of(_ => true, withoutWaivers: true);

    /// <summary>Of some rules or accounts, or null where nothing of them was judged.</summary>
    public Interval? Of(Func<Tally, bool> include, bool withoutWaivers = false)
    {
        var (weights, low, high) = (0d, 0d, 0d);
        foreach (var rule in _tallies.Where(include).GroupBy(tally => tally.Rule.Id))
        {
            var rates = rule.Select(tally => Rate(tally, withoutWaivers)).OfType<Interval>().ToList();
            if (rates.Count == 0)
            {
                continue;
            }

            var weight = Weight(rule.First().Rule.Severity);
            weights += weight;
            low += weight * rates.Average(rate => rate.Low);
            high += weight * rates.Average(rate => rate.High);
        }

        return weights > 0 ? new Interval(low / weights, high / weights) : null;
    }

    /// <summary>What a failure weighs.</summary>
    public static int Weight(Severity severity) => severity switch
    {
        Severity.Critical => 10,
        Severity.High => 6,
        Severity.Medium => 3,
        _ => 1,
    };

    // A list that was refused could hold anything: all failures, or nothing but passes.
    private static Interval? Rate(Tally tally, bool withoutWaivers)
    {
        var failed = tally.Failed + (withoutWaivers ? tally.WaivedFailed : 0);
        var unknown = tally.Unknown + (withoutWaivers ? tally.WaivedUnknown : 0);
        var judged = (double)(tally.Passed + failed + unknown);
        return tally.Gap is not null ? new Interval(0, 1)
            : judged == 0 ? null
            : new Interval(tally.Passed / judged, (tally.Passed + unknown) / judged);
    }

    internal static Readiness ReadinessOf(Audit audit)
    {
        return audit.Tallies.Any(tally => tally.Rule.IsMust && tally.Failed > 0) ? Readiness.NotReady
            : audit.Tallies.Any(tally => tally.Rule.IsMust && (tally.Unknown > 0 || tally.Gap is not null))
                || !audit.Tallies.Any(tally => tally.Rule.IsMust && tally.Passed > 0) ? Readiness.Conditional
            : Readiness.Ready;
    }
}

/// <summary>From the worst that can be true to the best, 0 to 1.</summary>
public readonly record struct Interval(double Low, double High)
{
    /// <summary>How much of it is known: 1 when all was read, 0 when nothing was.</summary>
    public double Coverage => 1 - (High - Low);
}

/// <summary>Whether the landing zone can take workloads.</summary>
public enum Readiness
{
    /// <summary>Every foundation rule of high or critical severity was judged and passed.</summary>
    Ready,

    /// <summary>None of them failed, but something that decides was not read.</summary>
    Conditional,

    /// <summary>One of them failed.</summary>
    NotReady,
}
