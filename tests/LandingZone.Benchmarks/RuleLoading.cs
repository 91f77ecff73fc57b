using BenchmarkDotNet.Attributes;
using LandingZone.Core.Rules;

namespace LandingZone.Benchmarks;

/// <summary>Reading, checking and compiling all built-in rules, their examples included.</summary>
[MemoryDiagnoser]
public class RuleLoading
{
    [Benchmark]
    public int LoadBuiltIn() => RuleSet.BuiltIn().Rules.Length;
}
