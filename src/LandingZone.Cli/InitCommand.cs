using System.CommandLine;
using LandingZone.Core.Model;
using LandingZone.Core.Rules;

namespace LandingZone.Cli;

/// <summary><c>lz init</c>: a first <c>landingzone.yaml</c> from a first audit.</summary>
internal static class InitCommand
{
    private const string Examples = """


        Examples:
          lz init                      from lz-out/estate.jsonl.gz, which lz audit has left
          lz init estate.jsonl.gz      from what lz collect has saved
          lz init --demo               from the demo estate, to see what it looks like
        """;

    public static Command Create()
    {
        var estate = new Argument<string>("estate")
        {
            Description = "A saved estate",
            DefaultValueFactory = _ => Path.Combine("lz-out", "estate.jsonl.gz"),
        };
        var demo = new Option<bool>("--demo") { Description = "Look at the demo estate" };
        var force = new Option<bool>("--force") { Description = "Write over a file that is there" };
        var output = new Option<string>("--config")
        {
            Description = "The file to write",
            DefaultValueFactory = _ => Configuration.FileName,
            HelpName = "FILE",
        };
        var rules = RulesArguments.Beside();
        var command = new Command("init", "Writes landingzone.yaml, with guesses from a first audit." + Examples)
        {
            estate, demo, force, output, rules,
        };
        command.SetAction((parsed, _) => Failure.Told(() => InitAsync(
            parsed.GetValue(demo) ? Demo.Open() : Open(parsed.GetValue(estate)!),
            RulesArguments.LoadBeside(parsed.GetValue(rules)),
            parsed.GetValue(output)!,
            parsed.GetValue(force))));
        return command;
    }

    private static EstateFile Open(string path) =>
        File.Exists(path)
            ? new EstateFile(path)
            : throw new ArgumentException($"there is no {path}: run lz audit first, or name a saved estate, or say --demo");

    private static async Task<int> InitAsync(EstateFile estate, RuleSet rules, string path, bool force)
    {
        if (File.Exists(path) && !force)
        {
            throw new ArgumentException($"{path} is there already: --force writes over it");
        }

        var text = ConfigurationDraft.Write(estate.Header, estate.Read(), rules);
        _ = Configuration.Parse(path, text, rules);
        await File.WriteAllTextAsync(path, text);
        await Console.Error.WriteLineAsync($"Written {path}: check what is guessed, and say what is not.");
        return ExitCode.Good;
    }
}
