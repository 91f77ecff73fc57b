using System.Diagnostics;

namespace LandingZone.Cli.Tests;

public sealed class RulesCompletionTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("lz ru", "rules")]
    [InlineData("lz rules show root-", "root-credentials-in-member root-mailbox-unowned root-use-not-denied root-user-used")]
    [InlineData("lz explain ssh-o", "ssh-open")]
    [InlineData("lz rules new x/y --kind B", "BackupVault Bastion BillingExport Bucket Budget")]
    [InlineData("lz rules list --tier f", "foundation")]
    [InlineData("lz rules list --sev", "--severity")]
    public async Task Bash_completes_commands_options_rules_and_kinds(string line, string expected)
    {
        Tool.Require("bash");
        var lz = Path.Combine(Lz.Repository, "src", "LandingZone.Cli", Output(), "lz.dll");
        var words = line.Split(' ');
        var start = new ProcessStartInfo("bash", ["--norc", "-s"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        using var bash = Process.Start(start)!;
        await bash.StandardInput.WriteAsync(
            $$"""
            lz() { dotnet '{{lz}}' "$@"; }
            source <(lz completion bash)
            COMP_LINE='{{line}}' COMP_POINT={{line.Length}} COMP_WORDS=({{line}}) COMP_CWORD={{words.Length - 1}}
            _lz lz
            echo "${COMPREPLY[@]}"
            """);
        bash.StandardInput.Close();
        Assert.Equal(
            expected, (await bash.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken)).Trim());
        await bash.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData("bash", "complete -o default -F _lz lz")]
    [InlineData("zsh", "compdef _lz lz")]
    [InlineData("fish", "complete -c lz")]
    [InlineData("pwsh", "Register-ArgumentCompleter -Native -CommandName lz")]
    public async Task Each_shell_gets_its_script(string shell, string registered) =>
        Assert.Contains(registered, (await RunAsync("completion", shell)).Output, StringComparison.Ordinal);

    [Fact]
    public async Task Another_shell_is_told_which_there_are() =>
        Complaint.Assert(await RunAsync("completion", "zhs"), "bash, zsh, fish, pwsh", "Did you mean 'zsh'?");

    // The tests' own output folder below bin is that of the program.
    private static string Output() =>
        Path.Combine("bin", Path.GetRelativePath(
            Path.Combine(Lz.Repository, "tests", "LandingZone.Cli.Tests", "bin"), AppContext.BaseDirectory));

    private Task<LzRun> RunAsync(params string[] arguments) =>
        Lz.RunAsync(_folder.Path, null, TestContext.Current.CancellationToken, arguments);
}
