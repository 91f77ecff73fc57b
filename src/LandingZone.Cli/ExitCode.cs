namespace LandingZone.Cli;

/// <summary>What the process says to a script.</summary>
internal static class ExitCode
{
    public const int Good = 0;

    /// <summary>A gate that was asked for was not met.</summary>
    public const int Gate = 1;

    /// <summary>Wrong input, or nothing could be read.</summary>
    public const int Error = 2;

    /// <summary>Stopped by Ctrl-C, as shells count it.</summary>
    public const int Interrupted = 130;
}
