using LandingZone.Cli.Tests.Moto;

namespace LandingZone.Cli.Tests.Aws;

/// <summary>One run of <c>lz</c> against the seeded organization, and what it sent.</summary>
internal sealed record AwsRun(LzRun Lz, IReadOnlyCollection<AwsCall> Calls)
{
    /// <summary>The JSON report of a run that ended well.</summary>
    public AuditReport Report
    {
        get
        {
            Assert.True(Lz.ExitCode == 0, Lz.Everything);
            return Lz.Report;
        }
    }

    /// <summary>An audit by all rules, as AWS would answer it but for the given replays.</summary>
    public static Task<AwsRun> AuditAsync(SeededOrganization organization, params Replay[] replays) =>
        RunAsync(organization, [.. replays, .. Replays.OfAws(organization)], "audit", "aws", "--tier", "advanced");

    public static async Task<AwsRun> RunAsync(
        SeededOrganization organization, IReadOnlyList<Replay> replays, params string[] arguments)
    {
        using var folder = new TestFolder();
        await using var proxy = await ReplayProxy.StartAsync(organization.Endpoint, replays);
        var lz = await Cli.Tests.Lz.RunAsync(
            folder.Path, proxy.Environment, TestContext.Current.CancellationToken, arguments);
        return new AwsRun(lz, proxy.Calls);
    }
}
