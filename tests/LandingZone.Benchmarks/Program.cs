using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using LandingZone.Benchmarks;

// `-- grow DEMO FILE 1000000` writes an estate and `-- judge FILE` judges it once and prints time and peak memory;
// `-- cel-peers FILE` is half of cel-peers/run.sh; all else is BenchmarkDotNet's (`-- --filter *`).
if (args is ["grow", var demo, var grown, var resources])
{
    return JudgeOnce.Write(demo, grown, int.Parse(resources, System.Globalization.CultureInfo.InvariantCulture));
}

if (args is ["judge", var estate])
{
    return JudgeOnce.Run(estate);
}

if (args is ["cel-peers", var expressions])
{
    return CelPeers.Run(expressions);
}

// In this process: the generated project of the other toolchains would need this repository's settings again.
var job = Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance);
BenchmarkSwitcher.FromAssembly(typeof(JudgeOnce).Assembly).Run(args, DefaultConfig.Instance.AddJob(job));
return 0;
