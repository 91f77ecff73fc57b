namespace LandingZone.Cli.Tests;

/// <summary>What somebody does who writes a rule: new, check, test, mutate.</summary>
public sealed class RulesWritingTests : IDisposable
{
    private const string File = "rules/mine/open-thing.yaml";

    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_new_rule_is_well_and_passes_and_misses_nothing()
    {
        await NewAsync();
        Assert.Equal("1 rule is well\n", (await RunAsync(0, "rules", "check")).Output);
        Assert.Equal("3 passed, 0 failed\n", (await RunAsync(0, "rules", "test", "rules")).Output);
        Assert.EndsWith(
            " 0 by nobody\n", (await RunAsync(0, "rules", "mutate", "open-thing")).Output, StringComparison.Ordinal);
        Assert.Contains(
            "open-thing", (await RunAsync(0, "rules", "list", "--rules", "rules")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_there_is_never_written_over()
    {
        await NewAsync();
        Edit("severity: medium", "severity: low");
        var before = await ReadAsync();
        Complaint.Assert(await NewAgainAsync(), File, "is there already");
        Assert.Equal(before, await ReadAsync());
    }

    [Theory]
    [InlineData("storage/public-bucket", "taken by the built-in rule")]
    [InlineData("open-thing", "section/id")]
    [InlineData("../open-thing", "section/id")]
    [InlineData("mine/Open", "section/id")]
    public async Task A_name_that_no_rule_can_have_is_refused(string name, string why) =>
        Complaint.Assert(await RunAsync(2, "rules", "new", name, "--kind", "Bucket"), why);

    [Fact]
    public async Task Check_tells_all_that_is_wrong_with_its_place_on_standard_output()
    {
        await NewAsync();
        Edit("condition: resource.publicAccessBlocked", "condition: resource.publicAccesBlocked");
        Edit("tier: standard", "tier: standrad\ncolour: red\nframeworks: {cis-aws-5.O: ['1']}");
        var run = await RunAsync(2, "rules", "check", "rules");
        Assert.Equal(
            [
                $"{File}:3:7: error: 'standrad' is not one of foundation, standard, advanced. Did you mean 'standard'?",
                $"{File}:4:1: error: unknown key 'colour'.",
                $"{File}:5:14: error: unknown framework 'cis-aws-5.O'; one of your own begins with 'x-'. Did you mean 'cis-aws-5.0'?",
                $"{File}:9:21: error: Bucket has no 'publicAccesBlocked'; did you mean 'publicAccessBlocked'?",
            ],
            run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Replace('\\', '/')));
        Complaint.Assert(await RunAsync(2, "rules", "test"), $"{File}:3:7: error: ");
    }

    [Fact]
    public async Task A_failed_example_is_told_with_the_facts_that_decided()
    {
        await NewAsync();
        Edit("resource: {publicAccessBlocked: true}", "resource: {publicAccessBlocked: {unread: hidden}}");
        Edit("message: example lacks publicAccessBlocked.", "message: Something else.");
        var run = await RunAsync(1, "rules", "test", "rules");
        Assert.Equal(
            $"""
            {File}:17: it is as it should be
              - expected pass
              + got      unknown: hidden
              because    resource publicAccessBlocked: unread: hidden

            {File}:20: it is not
              - expected Something else.
              + got      example lacks publicAccessBlocked.
              because    resource publicAccessBlocked: false

            1 passed, 2 failed

            """,
            run.Output);
    }

    [Fact]
    public async Task A_mistake_that_no_example_notices_is_listed()
    {
        await NewAsync();
        Edit(
            "condition: resource.publicAccessBlocked",
            "condition: resource.publicAccessBlocked && size(resource.name) > 3");
        var run = await RunAsync(1, "rules", "mutate", "--rules", "rules");
        Assert.Contains($"{File}:7:64: condition: > to >=: no example notices\n", run.Output, StringComparison.Ordinal);
        Assert.Contains($"{File}:7:66: condition: 3 to 4: no example notices\n", run.Output, StringComparison.Ordinal);
        Assert.Matches(@"1 rule, \d+ mistakes: .* [1-9]\d* by nobody\n$", run.Output);
    }

    [Fact]
    public async Task A_rule_whose_examples_fail_is_not_mutated()
    {
        await NewAsync();
        Edit("resource: {publicAccessBlocked: true}", "resource: {publicAccessBlocked: false}");
        Complaint.Assert(await RunAsync(2, "rules", "mutate"), "open-thing", "lz rules test");
    }

    private async Task NewAsync() => Assert.Equal(0, (await NewAgainAsync()).ExitCode);

    private Task<LzRun> NewAgainAsync() =>
        Lz.RunAsync(
            _folder.Path, null, TestContext.Current.CancellationToken,
            "rules", "new", "mine/open-thing", "--kind", "Bucket", "--cloud", "aws");

    private async Task<LzRun> RunAsync(int exit, params string[] arguments)
    {
        var run = await Lz.RunAsync(_folder.Path, null, TestContext.Current.CancellationToken, arguments);
        Assert.True(run.ExitCode == exit, run.Everything);
        Complaint.AssertNoStack(run);
        return run;
    }

    private Task<string> ReadAsync() =>
        System.IO.File.ReadAllTextAsync(_folder[File], TestContext.Current.CancellationToken);

    private void Edit(string old, string changed)
    {
        var text = System.IO.File.ReadAllText(_folder[File]);
        Assert.Contains(old, text, StringComparison.Ordinal);
        _folder.Write(File, text.Replace(old, changed, StringComparison.Ordinal));
    }
}
