using System.Text.RegularExpressions;

namespace LandingZone.Cli.Tests;

/// <summary>How <c>lz</c> refuses input: exit code 2, words on standard error, and never a stack trace.</summary>
internal static partial class Complaint
{
    /// <summary>The run ended with 2 and said each of the words.</summary>
    public static void Assert(LzRun run, params string[] words)
    {
        Xunit.Assert.True(run.ExitCode == 2, run.Everything);
        foreach (var word in words)
        {
            var said = run.Error.Contains(word, StringComparison.OrdinalIgnoreCase);
            Xunit.Assert.True(said, $"no \"{word}\" in\n{run.Everything}");
        }
        AssertNoStack(run);
    }

    public static void AssertNoStack(LzRun run)
    {
        Xunit.Assert.DoesNotMatch(StackFrame(), run.Everything);
        Xunit.Assert.DoesNotContain("Unhandled", run.Error, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"^\s+at \S+\(", RegexOptions.Multiline)]
    private static partial Regex StackFrame();
}
