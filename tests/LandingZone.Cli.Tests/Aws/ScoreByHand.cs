namespace LandingZone.Cli.Tests.Aws;

/// <summary>
/// The score by the formula of the documentation, worked out again from counts: a rule's rate is the mean over accounts
/// of passed ÷ judged, its high end takes the unknown for passed, a refused list makes the account's share 0 to 1, and
/// rules weigh 10, 6, 3 and 1.
/// </summary>
internal static class ScoreByHand
{
    private static readonly Dictionary<string, int> Weights = new()
    {
        ["critical"] = 10,
        ["high"] = 6,
        ["medium"] = 3,
        ["low"] = 1,
    };

    public static (double Low, double High) Of(AuditReport report)
    {
        double sum = 0, low = 0, high = 0;
        foreach (var rule in report.Rules)
        {
            var lows = new List<double>();
            var highs = new List<double>();
            foreach (var tally in report.Tallies.Where(tally => tally.Rule == rule.Id))
            {
                var counts = tally.Counts;
                double judged = counts.Passed + counts.Failed + counts.Unknown;
                if (tally.Gap is null && judged == 0)
                {
                    continue;
                }
                lows.Add(tally.Gap is null ? counts.Passed / judged : 0);
                highs.Add(tally.Gap is null ? (counts.Passed + counts.Unknown) / judged : 1);
            }
            if (lows.Count > 0)
            {
                sum += Weights[rule.Severity];
                low += Weights[rule.Severity] * lows.Sum() / lows.Count;
                high += Weights[rule.Severity] * highs.Sum() / highs.Count;
            }
        }
        return (low / sum, high / sum);
    }
}
