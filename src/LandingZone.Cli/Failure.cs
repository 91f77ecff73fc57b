using LandingZone.Core.Model;

namespace LandingZone.Cli;

/// <summary>Turns what is expected to go wrong into words on stderr and exit code 2; bugs keep their stack.</summary>
internal static class Failure
{
    public static async Task<int> Told(Func<Task<int>> command)
    {
        try
        {
            return await command();
        }
        catch (ProblemsException wrong)
        {
            await Console.Error.WriteLineAsync(wrong.Message);
        }
        catch (Exception expected) when (expected is ProviderException or ArgumentException or IOException
            or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync($"error: {expected.Message}");
        }

        return ExitCode.Error;
    }
}
