using LandingZone.Cli.Tests.Moto;

namespace LandingZone.Cli.Tests.Aws;

/// <summary>Credentials and places that do not work: said in words, at once, with what to do.</summary>
public sealed class AwsAccessTests(SeededOrganizationFixture moto) : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task An_expired_session_says_so_and_how_to_renew_it()
    {
        var organization = await moto.StartedAsync();
        var run = await AwsRun.RunAsync(
            organization, [(call, _) => Task.FromResult(Refusal.Expired(call))], "audit", "aws");
        Complaint.Assert(run.Lz, "expired", "aws sso login");
    }

    [Fact]
    public async Task An_unknown_region_is_named_before_anything_is_sent()
    {
        var organization = await moto.StartedAsync();
        var run = await AwsRun.RunAsync(organization, [], "audit", "aws", "--regions", "eu-wset-1");
        Complaint.Assert(run.Lz, "eu-wset-1", "eu-west-1");
        Assert.Empty(run.Calls);
    }

    [Fact]
    public async Task An_unknown_profile_is_named()
    {
        var run = await RunAsync(new(), "audit", "aws", "--profile", "nobody");
        Complaint.Assert(run, "nobody");
    }

    [Fact]
    public async Task An_endpoint_that_does_not_answer_is_named()
    {
        var run = await RunAsync(
            new()
            {
                ["AWS_ACCESS_KEY_ID"] = ReplayProxy.ManagementKey,
                ["AWS_SECRET_ACCESS_KEY"] = "secret",
                ["AWS_REGION"] = "eu-west-1",
                // Port 1 of loopback: nothing listens there, and the answer is immediate.
                ["AWS_ENDPOINT_URL"] = "http://127.0.0.1:1",
            },
            "audit",
            "aws");
        Complaint.Assert(run, "127.0.0.1:1");
    }

    [Fact]
    public async Task Without_credentials_it_waits_for_nothing_and_says_where_it_looked()
    {
        var run = await RunAsync(new(), "audit");
        Complaint.Assert(run, "--demo", "aws sso login --profile", "environment");
        Assert.True(run.Took < TimeSpan.FromSeconds(10), $"took {run.Took}");
    }

    [Fact]
    public async Task An_account_whose_role_is_refused_is_unknown_and_the_others_are_audited()
    {
        var organization = await moto.StartedAsync();
        var closed = organization["contoso-payments-production"];
        var run = await AwsRun.AuditAsync(
            organization,
            (call, next) => call.Operation == "AssumeRole" && call.Parameter("RoleArn").Contains(closed)
                ? Task.FromResult(Refusal.Denied(call))
                : next());

        var whole = await moto.AuditAsync();
        Assert.False(run.Report.Accounts.Single(account => account.Id == closed).Read);
        var gaps = run.Report.Gaps.Where(gap => gap.OwnerId == closed).ToList();
        Assert.Contains(gaps, gap => gap.Kind == "Bucket");
        Assert.All(gaps, gap => Assert.Contains("AssumeRole", gap.Why, StringComparison.Ordinal));
        // The one way of shop to a service of the cloud could be an endpoint in what was not read.
        var known = ExpectedFinding.LineOf(
            "fail", "no-private-endpoint", "contoso-shop-production", "Account contoso-shop-production");
        Assert.Equal(
            whole.Report.Findings.Where(IsElsewhere).Select(ExpectedFinding.LineOf)
                .Select(line => line == known ? $"unknown {line[8..]}" : line).Order(),
            run.Report.Findings.Where(IsElsewhere).Select(ExpectedFinding.LineOf).Order());

        bool IsElsewhere(AuditReport.FindingOf finding) =>
            finding.Resource.AccountId is { } account && account != closed;
    }

    [Fact]
    public async Task An_account_without_an_organization_is_audited_alone_and_says_so()
    {
        var organization = await moto.StartedAsync();
        var run = await AwsRun.AuditAsync(organization, Refusal.NoOrganization);
        Assert.Contains(
            $"auditing {ReplayProxy.ManagementAccount} alone; organization controls are not assessed",
            run.Lz.Error,
            StringComparison.Ordinal);
        Assert.Equal([ReplayProxy.ManagementAccount], run.Report.Accounts.Select(account => account.Id));
        Assert.DoesNotContain(run.Calls, call => call.Operation == "AssumeRole");
        Assert.Equal(
            [
                "fail no-organization", "unknown accounts-not-as-expected", "unknown billing-not-exported",
                "unknown billing-tags-not-activated", "unknown break-glass-not-rehearsed",
                "unknown break-glass-use-without-alert", "unknown change-without-alert",
                "unknown federated-user-without-mfa", "unknown mixed-environments", "unknown networks-overlap",
                "unknown no-central-directory", "unknown no-development-account", "unknown no-golden-image",
                "unknown no-hub-network", "unknown no-production-account", "unknown no-shared-account",
                "unknown no-test-account", "unknown one-account-for-everything",
                "unknown privileged-use-without-alert", "unknown root-mailbox-unowned",
                "unknown too-few-break-glass-users",
            ],
            run.Report.Findings
                .Where(finding => finding.Resource.Kind == "Organization")
                .Select(finding => $"{finding.Verdict} {finding.Rule}")
                .Order());
    }

    private Task<LzRun> RunAsync(Dictionary<string, string> environment, params string[] arguments) =>
        Lz.RunAsync(_folder.Path, environment, TestContext.Current.CancellationToken, arguments);

}
