namespace LandingZone.Cli.Tests;

public sealed class DemoTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_demo_prints_a_summary_and_writes_both_reports()
    {
        var run = await Lz.RunAsync(_folder.Path, null, TestContext.Current.CancellationToken, "audit", "--demo");
        Assert.True(run.ExitCode == 0, run.Everything);
        Complaint.AssertNoStack(run);
        Assert.Contains("CRITICAL", run.Output, StringComparison.Ordinal);
        Assert.Contains("SCORE", run.Output, StringComparison.OrdinalIgnoreCase);
        Assert.StartsWith("<!doctype html>", await ReadAsync("report.html"), StringComparison.OrdinalIgnoreCase);
        Assert.NotEmpty(run.Report.Findings);
        Assert.InRange(run.Report.Accounts.Length, 15, 25);
    }

    private Task<string> ReadAsync(string name) =>
        File.ReadAllTextAsync(_folder[Path.Combine("lz-out", name)], TestContext.Current.CancellationToken);
}
