using System.CommandLine;
using LandingZone.Core.Model;

namespace LandingZone.Cli;

/// <summary><c>lz rules check</c>: all that is wrong with rules, each with its place, as compilers tell it.</summary>
internal static class RulesCheckCommand
{
    public static Command Create()
    {
        var folders = RulesArguments.Folders();
        var command = new Command("check", "Loads rules and checks their keys, names and types.") { folders };
        command.SetAction((parsed, _) => Failure.Told(() =>
        {
            try
            {
                var rules = RulesArguments.LoadAlone(parsed.GetValue(folders)).Rules.Length;
                Console.WriteLine(rules == 1 ? "1 rule is well" : $"{rules} rules are well");
                return Task.FromResult(ExitCode.Good);
            }
            catch (ProblemsException wrong)
            {
                Console.WriteLine(wrong.Message);
                return Task.FromResult(ExitCode.Error);
            }
        }));
        return command;
    }
}
