using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace LandingZone.Cli;

/// <summary>
/// The standard help, with examples on a command's own page alone and arguments by their names: the standard would print
/// every value that a shell can complete.
/// </summary>
internal sealed class BriefHelp(HelpAction standard) : SynchronousCommandLineAction
{
    public override int Invoke(ParseResult parseResult)
    {
        var command = parseResult.CommandResult.Command;
        foreach (var below in command.Subcommands)
        {
            below.Description = below.Description?.Split('\n')[0].TrimEnd();
            NameArguments(below);
        }

        NameArguments(command);
        return standard.Invoke(parseResult);
    }

    private static void NameArguments(Command command)
    {
        foreach (var argument in command.Arguments)
        {
            argument.HelpName ??= argument.Name.ToUpperInvariant();
        }
    }
}
