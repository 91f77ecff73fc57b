using System.Diagnostics;

namespace LandingZone.Providers.Tests;

/// <summary>
/// Tools and data that a test needs and a machine may lack: without them the test is skipped, never passed.
/// </summary>
internal static class Tool
{
    /// <summary>Skips the test, or fails it where LZ_REQUIRE_TOOLS=1 says that nothing may be missing.</summary>
    public static void Require(bool present, string reason)
    {
        if (present)
        {
            return;
        }

        if (Environment.GetEnvironmentVariable("LZ_REQUIRE_TOOLS") == "1")
        {
            Assert.Fail($"{reason}, and LZ_REQUIRE_TOOLS=1");
        }

        Assert.Skip(reason);
    }

    public static bool Exists(string command) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator)
        .Any(folder => File.Exists(Path.Combine(folder, command)));

    /// <summary>Runs a Python script and returns what it prints.</summary>
    public static async Task<string> PythonAsync(string script, params string[] arguments)
    {
        ProcessStartInfo start = new("python3", ["-c", script, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, await error);
        return output;
    }

    /// <summary>The recordings' folder, or null where there is none.</summary>
    public static string? Recordings()
    {
        if (Environment.GetEnvironmentVariable("LZ_RECORDINGS") is { Length: > 0 } named)
        {
            return Directory.Exists(named) ? named : null;
        }

        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "LandingZone.sln")))
            {
                var beside = Path.Combine(folder.FullName, "..", "shared", "recordings");
                return Directory.Exists(beside) ? beside : null;
            }
        }

        return null;
    }
}
