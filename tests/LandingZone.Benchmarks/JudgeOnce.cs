using System.Diagnostics;
using LandingZone.Core.Model;
using LandingZone.Core.Rules;

namespace LandingZone.Benchmarks;

/// <summary>Judges a saved estate of any size by all rules, once, as the program does.</summary>
internal static class JudgeOnce
{
    /// <summary>Writes the estate; a process of its own, whose memory is not measured.</summary>
    public static int Write(string demo, string path, int resources)
    {
        Console.WriteLine($"{new GrownEstate(demo).Write(path, resources):N0} resources, {new FileInfo(path).Length >> 20} MiB");
        return 0;
    }

    public static int Run(string path)
    {
        var watch = Stopwatch.StartNew();
        var rules = RuleSet.BuiltIn();
        var loading = watch.Elapsed;
        var audit = Judge.Run(new EstateFile(path), rules);
        var seconds = (watch.Elapsed - loading).TotalSeconds;
        var resources = audit.ResourceCounts.Values.Sum();
        var verdicts = audit.Tallies.Sum(tally => tally.Passed + tally.Failed + tally.Unknown + tally.WaivedFailed + tally.WaivedUnknown);
        Console.WriteLine(
            $"{resources:N0} resources, {rules.Rules.Length} rules (loaded in {loading.TotalMilliseconds:0} ms), "
            + $"{verdicts:N0} verdicts, {audit.Findings.Length:N0} findings: {seconds:0.0} s, "
            + $"peak {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MiB");
        return 0;
    }
}
