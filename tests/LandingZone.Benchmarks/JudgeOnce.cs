using System.Diagnostics;
using LandingZone.Core.Model;
using LandingZone.Core.Rules;

namespace LandingZone.Benchmarks;

/// <summary>Judges a saved estate of many buckets by all bucket rules, once, as the program does.</summary>
internal static class JudgeOnce
{
    public static int Run(int buckets)
    {
        var path = Path.Combine(Path.GetTempPath(), $"lz-benchmark-{buckets}.jsonl");
        Write(path, buckets);
        try
        {
            var rules = RuleSet.BuiltIn().Select(Tier.Advanced, ["storage"], ["account-*"]);
            var watch = Stopwatch.StartNew();
            var audit = Judge.Run(new EstateFile(path), rules);
            var seconds = watch.Elapsed.TotalSeconds;
            Console.WriteLine(
                $"{buckets:N0} buckets, {rules.Rules.Length} rules, {audit.Findings.Length:N0} findings: {seconds:0.00} s, "
                + $"{buckets * rules.Rules.Length / seconds:N0} verdicts/s, "
                + $"peak {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MiB, file {new FileInfo(path).Length >> 20} MiB");
        }
        finally
        {
            File.Delete(path);
        }

        return 0;
    }

    // Line by line: a list of a million resources would be the peak that is measured.
    private static void Write(string path, int buckets)
    {
        using var stream = EstateWriter.Create(path);
        EstateWriter.WriteLine(stream, SyntheticEstate.Header(SyntheticEstate.Resources(buckets).LongCount()));
        EstateWriter.WriteLines(stream, SyntheticEstate.Resources(buckets));
    }
}
