namespace LandingZone.Cli.Tests;

public sealed class RulesListTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_pipe_gets_one_line_a_rule_with_columns_that_align()
    {
        var run = await RunAsync("rules", "list");
        var lines = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.True(run.ExitCode == 0, run.Everything);
        Assert.Matches("^ID +SECTION +TIER +SEVERITY +KIND +CLOUDS +TITLE$", lines[0]);
        Assert.Matches(
            "^public-bucket +storage +foundation +critical +Bucket +aws azure gcp oci +No storage bucket is public$",
            Line(run, "public-bucket"));
        var title = lines[0].IndexOf("TITLE", StringComparison.Ordinal);
        Assert.All(lines, line => Assert.Equal(' ', line[title - 1]));
        Assert.DoesNotContain('\e', run.Output);
    }

    [Theory]
    [InlineData("--section", "tags --tier foundation", "environment-tag-missing project-tag-missing")]
    [InlineData("--text", "wipes the traces", "audit-log-can-be-altered audit-logs-not-central")]
    [InlineData("--kind", "Region", "disk-encryption-not-default")]
    [InlineData("--framework", "cis-oci-3.0 --tier standard --kind AuditTrail", "audit-log-without-customer-key")]
    [InlineData("--cloud", "oci --severity critical --section identity", "grant-to-everyone privileged-user-with-access-key privileged-user-without-mfa")]
    public async Task Filters_leave_what_all_of_them_name(string option, string values, string ids)
    {
        var run = await RunAsync(["rules", "list", option, .. SplitWords(option, values)]);
        var found =
            run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split(' ')[0]);
        Assert.Equal(ids.Split(' '), found);
    }

    [Theory]
    [InlineData("--section", "identiy", "identity")]
    [InlineData("--kind", "Bukcet", "Bucket")]
    public async Task A_misspelt_filter_is_told_and_not_an_empty_list(string option, string value, string meant) =>
        Complaint.Assert(await RunAsync("rules", "list", option, value), value, $"Did you mean '{meant}'?");

    [Fact]
    public async Task A_rule_is_shown_whole()
    {
        var run = await RunAsync("rules", "show", "access-key-not-rotated");
        Assert.True(run.ExitCode == 0, run.Everything);
        string[] parts =
        [
            "Access keys are at most 90 days old", "Nobody notices a key", "LZ-IAM-016", "cis-aws-5.0 1.13", "Judges each AccessKey",
            "applies if resource.active", "now - resource.created <= maximumAge", "maxKeyAgeDays (int, default 90)",
            "How old a key may be; days.", "aws iam create-access-key", "https://docs.oracle.com/", "exactly 90 days old",
        ];
        Assert.All(parts, part => Assert.Contains(part, run.Output, StringComparison.Ordinal));
        Assert.All(run.Output.Split('\n'), line => Assert.True(
            line.Length <= 100 || line.Contains("https://", StringComparison.Ordinal), line));
    }

    [Fact]
    public async Task An_unknown_rule_gets_the_nearest_name() =>
        Complaint.Assert(await RunAsync("rules", "show", "public-buckets"), "Did you mean 'public-bucket'?");

    // A text is one argument, the others are options too.
    private static string[] SplitWords(string option, string values) =>
        option == "--text" ? [values] : values.Split(' ');

    private static string Line(LzRun run, string id) =>
        run.Output.Split('\n').Single(line => line.StartsWith($"{id} ", StringComparison.Ordinal));

    private Task<LzRun> RunAsync(params string[] arguments) =>
        Lz.RunAsync(_folder.Path, null, TestContext.Current.CancellationToken, arguments);
}
