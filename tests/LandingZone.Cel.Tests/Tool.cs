namespace LandingZone.Cel.Tests;

/// <summary>
/// What a test needs from outside: without it the test is skipped, or fails where LZ_REQUIRE_TOOLS=1.
/// </summary>
internal static class Tool
{
    public static string Folder(string variable, string how)
    {
        var folder = Environment.GetEnvironmentVariable(variable);
        if (folder is not null && Directory.Exists(folder))
        {
            return folder;
        }

        var reason = $"{variable} names no folder; {how}";
        Assert.False(Environment.GetEnvironmentVariable("LZ_REQUIRE_TOOLS") == "1", reason);
        Assert.Skip(reason);
        return "";
    }
}
