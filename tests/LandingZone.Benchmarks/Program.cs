using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using LandingZone.Benchmarks;

// `-- judge 100000` runs once and prints time and peak memory, `-- cel-peers FILE` is half of cel-peers/run.sh; all else
// is BenchmarkDotNet's (`-- --filter *`).
if (args is ["judge", var buckets])
{
    return JudgeOnce.Run(int.Parse(buckets, System.Globalization.CultureInfo.InvariantCulture));
}

if (args is ["cel-peers", var expressions])
{
    return CelPeers.Run(expressions);
}

// In this process: the generated project of the other toolchains would need this repository's settings again.
var job = Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance);
BenchmarkSwitcher.FromAssembly(typeof(JudgeOnce).Assembly).Run(args, DefaultConfig.Instance.AddJob(job));
return 0;
