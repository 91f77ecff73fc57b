namespace LandingZone.Cli.Tests;

/// <summary>Programs that a test needs and that not every machine has.</summary>
internal static class Tool
{
    /// <summary>Skips the test where the program is missing; where LZ_REQUIRE_TOOLS is 1, as in CI, fails it.</summary>
    public static void Require(string program)
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        if (folders.Any(folder => File.Exists(Path.Combine(folder, program))))
        {
            return;
        }
        var missing = $"{program} is not in PATH";
        Assert.False(Environment.GetEnvironmentVariable("LZ_REQUIRE_TOOLS") == "1", missing);
        Assert.Skip(missing);
    }
}
