using LandingZone.Cli.Tests.Aws;

namespace LandingZone.Cli.Tests.Moto;

/// <summary>One moto for the whole test run, started by the first test that asks for it.</summary>
public sealed class SeededOrganizationFixture : IAsyncDisposable
{
    private readonly Lazy<Task<SeededOrganization>> _started;
    private readonly Lazy<Task<AwsRun>> _audit;
    private readonly Lazy<Task<byte[]>> _estate;

    public SeededOrganizationFixture()
    {
        // Not the first test's token: the others use the same moto.
        _started = new(() => SeededOrganization.StartAsync(CancellationToken.None));
        _audit = new(async () => await AwsRun.AuditAsync(await _started.Value));
        _estate = new(async () => await CollectAsync(await _started.Value));
    }

    /// <summary>The organization; skips the test where moto or boto3 is missing.</summary>
    public Task<SeededOrganization> StartedAsync()
    {
        Tool.Require("moto_server");
        Tool.Require("python3");
        return _started.Value;
    }

    public async ValueTask DisposeAsync()
    {
        if (_started.IsValueCreated)
        {
            (await _started.Value).Dispose();
        }
    }

    /// <summary>The audit of the organization with nothing refused, made once.</summary>
    internal async Task<AwsRun> AuditAsync()
    {
        await StartedAsync();
        return await _audit.Value;
    }

    /// <summary>The organization as <c>lz collect</c> saves it, compressed; made once.</summary>
    internal async Task<byte[]> EstateAsync()
    {
        await StartedAsync();
        return await _estate.Value;
    }

    private static async Task<byte[]> CollectAsync(SeededOrganization organization)
    {
        using var folder = new TestFolder();
        await using var proxy = await ReplayProxy.StartAsync(organization.Endpoint, Replays.OfAws(organization));
        var run = await Lz.RunAsync(
            folder.Path, proxy.Environment, CancellationToken.None, "collect", "aws", "-o", "estate.jsonl.gz");
        Assert.True(run.ExitCode == 0, run.Everything);

        // An estate tells where a company is weak: nobody but its owner reads it, and nothing else is left behind.
        if (!OperatingSystem.IsWindows())
        {
            var mode = File.GetUnixFileMode(folder["estate.jsonl.gz"]);
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, mode);
        }
        Assert.Equal([folder["estate.jsonl.gz"]], Directory.GetFileSystemEntries(folder.Path));
        return await File.ReadAllBytesAsync(folder["estate.jsonl.gz"]);
    }
}
