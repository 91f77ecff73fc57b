using System.Reflection;
using LandingZone.Core.Model;

namespace LandingZone.Cli;

/// <summary>Reads a cloud into a saved estate and tells on stderr how it goes.</summary>
internal static class Reading
{
    public static string Version { get; } =
        typeof(Reading).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    /// <param name="provider">The cloud.</param>
    /// <param name="estatePath">Where the estate is saved; what was read goes there also when the run is interrupted.</param>
    /// <param name="scope">What the run was limited to, in words.</param>
    /// <param name="cancellation">Ends the run in order.</param>
    /// <returns>The saved estate.</returns>
    /// <exception cref="ProviderException">Nothing can be read at all.</exception>
    public static async Task<EstateFile> RunAsync(
        IProvider provider, string estatePath, IReadOnlyList<string> scope, CancellationToken cancellation)
    {
        var began = TimeProvider.System.GetUtcNow();
        var discovery = await provider.DiscoverAsync(cancellation);
        await Console.Error.WriteLineAsync($"Reading {provider.Cloud.ToString().ToUpperInvariant()} as {discovery.Identity.Name}");
        foreach (var notice in discovery.Notices)
        {
            await Console.Error.WriteLineAsync(notice);
        }

        var header = new EstateHeader
        {
            Version = EstateHeader.NewestVersion,
            RunId = began.ToString("yyyyMMdd'T'HHmmss'Z'", System.Globalization.CultureInfo.InvariantCulture),
            AsOf = began.AddTicks(-(began.Ticks % TimeSpan.TicksPerSecond)),
            Name = discovery.Resources.OfType<Organization>().FirstOrDefault()?.Name ?? "",
            Tool = Version,
            Scope = [.. scope],
            Identities = [discovery.Identity],
            Resources = 0,
        };
        var folder = new RunFolder($"{estatePath}.run-{header.RunId}");
        await new Collector(folder, new Progress()).RunAsync(provider, discovery, cancellation);
        var estate = folder.Merge(estatePath, header);
        Directory.Delete(folder.Path, recursive: true);
        if (cancellation.IsCancellationRequested)
        {
            await Console.Error.WriteLineAsync($"Stopped. What was read is in {estatePath}; the rest counts as not read.");
        }

        return estate;
    }

    // Not System.Progress: that posts to the pool, and lines would come after the summary.
    private sealed class Progress : IProgress<CollectedAccount>
    {
        public void Report(CollectedAccount value)
        {
            var refused = value.Gaps > 0 ? $", {value.Gaps} lists refused" : "";
            Console.Error.WriteLine(
                $"[{value.Done}/{value.Total}] {value.Account.Id} {value.Account.Name}: {value.Resources} resources{refused}");
        }
    }
}
