using LandingZone.Core.Rules;

namespace LandingZone.Cli.Tests;

/// <summary><c>landingzone.yaml</c> on the command line: written, answered, read, refused.</summary>
public sealed class ConfigurationTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private Task<LzRun> RunAsync(params string[] arguments) =>
        Lz.RunAsync(_folder.Path, null, TestContext.Current.CancellationToken, arguments);

    private string Demo() => _folder.Write("estate.jsonl", File.ReadAllText(
        Path.Combine(Lz.Repository, "src", "LandingZone.Cli", "Demo", "estate.jsonl")));

    [Fact]
    public async Task Init_writes_a_file_that_audit_reads_and_answer_adds_to()
    {
        Demo();
        var init = await RunAsync("init", "estate.jsonl");
        Assert.True(init.ExitCode == 0, init.Everything);
        var again = await RunAsync("init", "estate.jsonl");
        Assert.Equal(2, again.ExitCode);
        Assert.Contains("--force", again.Error, StringComparison.Ordinal);

        var answer = await RunAsync(
            "answer", "federated-user-without-mfa", "no", "--evidence", "CHG-1", "--by", "anna", "--until", "2099-01-01");
        Assert.True(answer.ExitCode == 0, answer.Everything);
        var audit = await RunAsync("audit", "estate.jsonl", "--only", "federated-user-without-mfa");
        Assert.True(audit.ExitCode == 0, audit.Everything);
        Assert.All(audit.Report.Findings, finding => Assert.Equal("fail", finding.Verdict));
        Assert.NotEmpty(audit.Report.Findings);
    }

    [Fact]
    public async Task An_option_goes_before_the_file_and_a_named_file_before_the_one_that_is_here()
    {
        Demo();
        _folder.Write("landingzone.yaml", "name: Here\nrules: {only: [storage]}\nexpectedAccounts: {aws: 99}\n");
        _folder.Write("other.yaml", "name: Other\nrules: {only: [network], skip: [flow-logs-off]}\n");
        var here = await RunAsync("audit", "estate.jsonl");
        Assert.Contains("Here", here.Output, StringComparison.Ordinal);
        Assert.Contains("AWS accounts expected 99 accounts, found 11", here.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(here.Report.Findings, finding => finding.Rule == "all-ports-open");
        var option = await RunAsync("audit", "estate.jsonl", "--only", "all-ports-open");
        Assert.All(option.Report.Findings, finding => Assert.Equal("all-ports-open", finding.Rule));
        var other = await RunAsync("audit", "estate.jsonl", "--config", "other.yaml");
        Assert.Contains("Other", other.Output, StringComparison.Ordinal);
        Assert.Contains(other.Report.Findings, finding => finding.Rule == "all-ports-open");
        var demo = await RunAsync("audit", "--demo");
        Assert.Contains("Tarnfell Outfitters", demo.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_that_is_wrong_with_rules_and_decisions_is_told_in_one_go_with_exit_2()
    {
        _folder.Write("own/identity/short.yaml", "id: short\ntitel: x\n");
        _folder.Write("own/identity/bomb.yaml", "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n");
        _folder.Write("more/identity/broken.yaml", "id: [\n");
        using (var huge = File.Create(_folder["own/identity/huge.yaml"]))
        {
            huge.SetLength(100 << 20);
        }

        _folder.Write("landingzone.yaml", "waivers:\n  - {allow: own-rule, on: x, owner: anna, until: 2027-13-01}\n");
        var run = await RunAsync("audit", "--demo", "--rules", "own,more", "--config", "landingzone.yaml");
        Assert.Equal(2, run.ExitCode);
        Complaint.AssertNoStack(run);
        foreach (var problem in new[]
        {
            "own/identity/bomb.yaml:2:8: error: aliases are not allowed",
            "own/identity/huge.yaml:1:1: error: the file is larger than 1 MiB",
            "own/identity/short.yaml:2:1: error: unknown key 'titel'. Did you mean 'title'?",
            "own/identity/short.yaml:1:1: error: 'tests' is missing",
            "more/identity/broken.yaml:2:1: error: ",
            "landingzone.yaml:2:5: error: 'because' is missing",
            "landingzone.yaml:2:50: error: '2027-13-01' is not a day such as 2026-01-31",
        })
        {
            Assert.Contains(problem, run.Error, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("there is no question 'root-mailbox-unownd'. Did you mean 'root-mailbox-unowned'?", "root-mailbox-unownd", "yes")]
    [InlineData("'maybe' is not one of yes, no, notApplicable.", "root-mailbox-unowned", "maybe")]
    [InlineData("'soon' is not a day such as 2026-01-31", "root-mailbox-unowned", "yes", "--until", "soon")]
    public async Task An_answer_that_cannot_be_given_is_told(string problem, params string[] arguments)
    {
        var run = await RunAsync(["answer", .. arguments, "--evidence", "x", "--by", "anna"]);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(problem, run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder[Configuration.FileName]));
    }
}
