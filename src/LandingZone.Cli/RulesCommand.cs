using System.CommandLine;

namespace LandingZone.Cli;

/// <summary><c>lz rules</c>: reads, writes, checks and tests rules; asks no cloud.</summary>
internal static class RulesCommand
{
    public static Command Create() => new("rules", "Lists, shows, writes, checks and tests rules.")
    {
        RulesListCommand.Create(),
        RulesShowCommand.Create(),
        RulesNewCommand.Create(),
        RulesCheckCommand.Create(),
        RulesTestCommand.Create(),
        RulesMutateCommand.Create(),
    };
}
