namespace LandingZone.Cli.Tests;

/// <summary>What somebody asks who doubts a finding: explain and eval.</summary>
public sealed class RulesExplainTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_failure_is_explained_by_facts_where_they_were_read_and_what_would_turn_it()
    {
        var run = await RunAsync("explain", "privileged-user-with-access-key", "AKIAEXAMPLETERRA0001", "--demo");
        Assert.True(run.ExitCode == 0, run.Everything);
        string[] parts =
        [
            "FAIL  Key AKIAEXAMPLETERRA0001 signs in as terraform, which may do everything.",
            "passes if  !resource.owner.administrator",
            "  of User arn:aws:iam::444455556666:user/terraform (terraform)",
            "administrator  true  (read with iam:GetAccountAuthorizationDetails)",
            "If active were false, the rule would not apply.",
            "If administrator of User terraform were false, it would pass.",
            "aws iam delete-access-key",
        ];
        Assert.All(parts, part => Assert.Contains(part, run.Output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_unknown_names_the_permission_that_is_missing()
    {
        var run = await RunAsync("explain", "no-bastion", "tarnfell-data-prod", "--demo");
        Assert.Contains(
            "UNKNOWN  AccessDenied: let arn:aws:iam::111122223333:role/lz-audit assume", run.Output, StringComparison.Ordinal);
        Assert.Contains("instances  0 seen, perhaps not all: AccessDenied", run.Output, StringComparison.Ordinal);
        Assert.Contains("If bastions were read, its value would be judged.", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_platform_that_guarantees_it_is_named_as_the_reason()
    {
        var run = await RunAsync("explain", "audit-trail-off", "tarnfell-ml-sandbox", "--demo");
        Assert.EndsWith(
            "\nPASS\nAdmin Activity audit logs are written for every project and cannot be switched off.\n",
            run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("public-bukcet", "x", "Did you mean 'public-bucket'?")]
    [InlineData("account-without-budget", "tarnfell-ml-sandbx", "Did you mean 'tarnfell-ml-sandbox'?")]
    [InlineData("public-bucket", "444455556666", "444455556666 is of kind Account, and the rule judges Bucket")]
    public async Task What_cannot_be_found_is_told_with_what_was_meant(string rule, string resource, string why) =>
        Complaint.Assert(await RunAsync("explain", rule, resource, "--demo"), why);

    [Fact]
    public async Task Without_a_saved_estate_it_says_how_to_get_one() =>
        Complaint.Assert(await RunAsync("explain", "public-bucket", "x"), "estate.jsonl.gz", "lz audit", "--demo");

    [Fact]
    public async Task An_expression_gets_its_type_and_value()
    {
        var run = await RunAsync("eval", "estate.organizations.map(o, o.cloud)", "--demo");
        Assert.Equal(
            (0, "list<Cloud>: 9 elements\n  aws\n  aws\n  aws\n  azure\n  azure\n  gcp\n  gcp\n  oci\n  oci\n"),
            (run.ExitCode, run.Output));
    }

    [Fact]
    public async Task Each_resource_of_a_kind_is_asked_and_counted()
    {
        var run = await RunAsync(
            "eval", "resource.publicAccessBlocked || account.publicAccessBlocked", "--kind", "Bucket", "--demo");
        Assert.Contains("arn:aws:s3:::tarnfell-shop-dev-media: false\n", run.Output, StringComparison.Ordinal);
        Assert.EndsWith("bool: 9 false, 25 true\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_not_read_is_an_answer_with_its_reason()
    {
        var run = await RunAsync("eval", "size(account.users)", "--resource", "tarnfell-data-prod", "--demo");
        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith("int: unread: AccessDenied: let arn:aws:iam", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("estate.acounts", "did you mean 'accounts'?\n  estate.acounts\n         ^^^^^^^")]
    [InlineData("1 / (size('a') - 1)", "division by zero\n  1 / (size('a') - 1)\n    ^")]
    [InlineData("resource.name", "no variable 'resource'")]
    public async Task A_mistake_is_marked_below_its_place(string expression, string said) =>
        Complaint.Assert(await RunAsync("eval", expression, "--demo"), said);

    private Task<LzRun> RunAsync(params string[] arguments) =>
        Lz.RunAsync(_folder.Path, null, TestContext.Current.CancellationToken, arguments);
}
