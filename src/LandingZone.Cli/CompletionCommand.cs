using System.CommandLine;
using LandingZone.Core.Model;

namespace LandingZone.Cli;

/// <summary><c>lz completion</c>: prints the script by which a shell completes commands, options, rules and kinds.</summary>
internal static class CompletionCommand
{
    private const string Purpose = """
        Prints a script by which your shell completes commands, options, rules and kinds.

        Examples:
          source <(lz completion bash)                           in ~/.bashrc; zsh alike in ~/.zshrc
          lz completion fish > ~/.config/fish/completions/lz.fish
          lz completion pwsh | Out-String | Invoke-Expression    in $PROFILE
        """;

    private static readonly Dictionary<string, string> Scripts = new()
    {
        ["bash"] = CompletionScripts.Bash,
        ["zsh"] = CompletionScripts.Zsh,
        ["fish"] = CompletionScripts.Fish,
        ["pwsh"] = CompletionScripts.PowerShell,
    };

    public static Command Create()
    {
        var shell = new Argument<string>("SHELL") { Description = string.Join(", ", Scripts.Keys) };
        shell.CompletionSources.Add([.. Scripts.Keys]);
        var command = new Command("completion", Purpose) { shell };
        command.SetAction((parsed, _) => Failure.Told(() =>
        {
            var name = parsed.GetRequiredValue(shell);
            Console.WriteLine(Scripts.TryGetValue(name, out var script)
                ? script
                : throw new ArgumentException(
                    $"no script for '{name}': {string.Join(", ", Scripts.Keys)}.{Spelling.Suggest(name, Scripts.Keys)}"));
            return Task.FromResult(ExitCode.Good);
        }));
        return command;
    }
}
