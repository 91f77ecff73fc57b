using System.Runtime.CompilerServices;

namespace LandingZone.Core.Tests.Reports;

/// <summary>Whole outputs, compared byte by byte with a file that a review reads as a diff.</summary>
internal static class Golden
{
    private const string Update = "LZ_UPDATE_GOLDENS";

    public static void Equal(string name, byte[] actual, [CallerFilePath] string source = "")
    {
        var path = Path.Combine(Path.GetDirectoryName(source)!, "golden", name);
        if (Environment.GetEnvironmentVariable(Update) == "1")
        {
            File.WriteAllBytes(path, actual);
            return;
        }

        var expected = File.Exists(path) ? File.ReadAllBytes(path) : [];
        var same = expected.AsSpan().CommonPrefixLength(actual);
        var line = expected.Take(same).Count(one => one == '\n') + 1;
        Assert.True(
            expected.AsSpan().SequenceEqual(actual),
            $"{name} differs from its golden file at byte {same} (line {line}). "
            + $"If the change is meant, rewrite it with {Update}=1 and review the diff of {path}.");
    }
}
