using System.Globalization;
using System.Text.Json;

namespace LandingZone.Cel.Tests;

/// <summary>
/// Runs the language's own conformance tests, which <c>conformance/export.mjs</c> writes to the folder that LZ_CEL_SPEC
/// names. An expected error may come when the expression is compiled, as our checker always runs.
/// </summary>
public sealed class ConformanceTests(ITestOutputHelper output)
{
    /// <summary>Of 2,344 tests in version 0.6.1; a lower number means that tests were lost, not mended.</summary>
    private const int LeastToRun = 1529;

    [Fact]
    public void The_language_conforms_to_its_specification()
    {
        var folder = Tool.Folder("LZ_CEL_SPEC", "conformance/export.mjs writes it");
        var results = File.ReadLines(Path.Combine(folder, "conformance.jsonl"))
            .Select(line => new ConformanceCase(JsonDocument.Parse(line).RootElement))
            .Select(test => (Test: test, LeftOut: test.LeftOut()))
            .ToList();
        var run = results.Where(result => result.LeftOut is null).Select(result => result.Test).ToList();
        var failures = run
            .Select(test => (Test: test, Problem: test.Problem()))
            .Where(result => result.Problem is not null)
            .Select(result => $"{result.Test.Path}: {result.Test.Source}\n    {result.Problem}")
            .ToList();

        Report(results.Count, run.Count, failures.Count, results.Select(result => result.LeftOut).OfType<string>());
        Assert.True(failures.Count == 0, string.Join("\n", failures));
        Assert.True(run.Count >= LeastToRun, $"only {run.Count} tests were run, not {LeastToRun}");
    }

    private void Report(int all, int run, int failed, IEnumerable<string> leftOut)
    {
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{all} tests, {run} run, {run - failed} passed"));
        foreach (var reason in leftOut.CountBy(reason => reason).OrderByDescending(reason => reason.Value))
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{reason.Value,5} left out: {reason.Key}"));
        }
    }
}
