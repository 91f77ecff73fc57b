using System.CommandLine;

namespace LandingZone.Cli;

/// <summary><c>lz rules show</c>: all of one rule, for a person.</summary>
internal static class RulesShowCommand
{
    public static Command Create()
    {
        var id = RulesArguments.Id();
        var folders = RulesArguments.Beside();
        var command = new Command("show", "Shows one rule whole.") { id, folders };
        command.SetAction((parsed, _) => Failure.Told(() =>
        {
            var rules = RulesArguments.LoadBeside(parsed.GetValue(folders));
            new RulesPage(new Page(Console.Out)).Write(RulesArguments.Find(rules, parsed.GetRequiredValue(id)));
            return Task.FromResult(ExitCode.Good);
        }));
        return command;
    }
}
