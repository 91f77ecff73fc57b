using LandingZone.Cli.Generation;

namespace LandingZone.Cli.Tests;

public sealed class GenerateTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_is_committed_is_what_the_sources_say()
    {
        var files = await Generated.AllAsync(Lz.Repository, TestContext.Current.CancellationToken);
        var differing = GenerateCommand.Differing(Lz.Repository, files).ToList();
        Assert.True(differing.Count == 0, $"run lz generate and review the diff of {string.Join(", ", differing)}");
    }

    [Fact]
    public async Task The_same_sources_give_the_same_bytes()
    {
        var first = await Generated.AllAsync(Lz.Repository, TestContext.Current.CancellationToken);
        var second = await Generated.AllAsync(Lz.Repository, TestContext.Current.CancellationToken);
        Assert.Equal(first.Select(file => file.Path), second.Select(file => file.Path));
        Assert.All(first.Zip(second), pair => Assert.Equal(pair.First.Content, pair.Second.Content));
    }

    [Fact]
    public async Task Check_names_what_differs_and_writes_nothing()
    {
        Directory.CreateDirectory(_folder["reports/sample"]);

        // All of them: the demo decides about rules of many sections.
        var rules = Path.Combine(Lz.Repository, "rules");
        foreach (var path in Directory.GetFiles(rules, "*.yaml", SearchOption.AllDirectories))
        {
            _folder.Write(
                $"rules/{Path.GetRelativePath(rules, path)}", await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken));
        }

        var written = await RunAsync("generate", "--root", ".");
        Assert.True(written.ExitCode == 0, written.Everything);
        var same = await RunAsync("generate", "--check", "--root", ".");
        Assert.True(same.ExitCode == 0, same.Everything);
        _folder.Write("rules/README.md", "# Edited\n");
        File.Delete(_folder["rules.schema.json"]);
        var differs = await RunAsync("generate", "--check", "--root", ".");
        Assert.Equal((1, "rules.schema.json\nrules/README.md\n"), (differs.ExitCode, differs.Output));
        Assert.Equal("# Edited\n", await File.ReadAllTextAsync(_folder["rules/README.md"], TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Outside_of_the_sources_it_says_so()
    {
        var run = await RunAsync("generate");
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("no LandingZone.sln here or above", run.Error, StringComparison.Ordinal);
    }

    private Task<LzRun> RunAsync(params string[] arguments) =>
        Lz.RunAsync(_folder.Path, null, TestContext.Current.CancellationToken, arguments);
}
