using LandingZone.Cli.Tests.Moto;

namespace LandingZone.Cli.Tests.Aws;

public class AwsAuditTests(SeededOrganizationFixture moto)
{
    /// <summary>What moto 5.2.1 cannot show is played by <see cref="Replays.OfAws"/>, each with its reason.</summary>
    [Fact]
    public async Task Every_planted_flaw_is_found_and_no_benign_twin()
    {
        var audit = await moto.AuditAsync();
        var expected = ExpectedFinding.Load();
        var found = audit.Report.Findings;
        Assert.Equal(Lines(expected.Select(finding => finding.Line)), Lines(found.Select(ExpectedFinding.LineOf)));
        foreach (var stated in expected.Where(finding => finding.Says is not null))
        {
            var message = found.Single(finding => ExpectedFinding.LineOf(finding) == stated.Line).Message;
            Assert.Contains(stated.Says!, message, StringComparison.Ordinal);
        }
    }

    /// <summary>A twin that was not read would not be found either; here each has passed.</summary>
    [Fact]
    public async Task Every_benign_twin_was_judged_and_passed()
    {
        var report = (await moto.AuditAsync()).Report;
        var names = report.Accounts.ToDictionary(account => account.Id, account => account.Name);
        var passed = report.Tallies.ToDictionary(
            tally => (tally.Rule, tally.AccountId is { } id ? names[id] : "organization"),
            tally => tally.Counts.Passed);
        var expected = BenignTwin.Load();
        var judged = expected.Select(twin => twin with { Passed = passed.GetValueOrDefault((twin.Rule, twin.Account)) });
        Assert.Equal(expected, judged);
    }

    [Fact]
    public async Task The_score_is_what_the_counts_say()
    {
        var report = (await moto.AuditAsync()).Report;
        var (low, high) = ScoreByHand.Of(report);
        Assert.Equal(low, (double)report.Score.Overall!.Low, 0.0001);
        Assert.Equal(high, (double)report.Score.Overall.High, 0.0001);
        Assert.Equal(1 - (high - low), (double)report.Score.Overall.Coverage, 0.0001);
    }

    [Fact]
    public async Task Only_reads_are_sent()
    {
        var audit = await moto.AuditAsync();
        Assert.Empty(audit.Calls.Where(call => !IsRead(call)).Select(call => call.Action).Distinct());
        Assert.Equal(5, audit.Calls.Select(call => call.Account).Distinct().Count());
    }

    [Fact]
    public async Task The_identity_is_told_before_anything_else()
    {
        var audit = await moto.AuditAsync();
        Assert.StartsWith("Reading AWS as arn:aws:sts::123456789012:", audit.Lz.Error, StringComparison.Ordinal);
        var identity = audit.Report.Run.Identities.Single().Name;
        Assert.Contains(ReplayProxy.ManagementAccount, identity, StringComparison.Ordinal);
    }

    /// <summary>Without <see cref="Replays.BucketPolicyStatus"/> moto answers 200 with the bucket's objects.</summary>
    [Fact]
    public async Task A_policy_status_of_the_wrong_document_is_a_refusal()
    {
        var organization = await moto.StartedAsync();
        var replays = Replays.OfAws(organization).Where(replay => replay != Replays.BucketPolicyStatus);
        var audit = await AwsRun.RunAsync(organization, [.. replays], "audit", "aws");
        var finding = Assert.Single(
            audit.Report.Findings,
            finding => finding is { Rule: "public-bucket", Resource.Name: "contoso-shop-images" });
        Assert.Equal("unknown", finding.Verdict);
        Assert.Contains("GetBucketPolicyStatus", finding.Message, StringComparison.Ordinal);
    }

    /// <summary>
    /// With a moto of its own: where the organization's trail records all, a member's trail of one region is no gap.
    /// </summary>
    [Fact]
    public async Task A_trail_of_one_region_does_not_record_its_account()
    {
        Tool.Require("moto_server");
        using var organization = await SeededOrganization.StartAsync(
            TestContext.Current.CancellationToken, "--members-alone");
        var audit = await AwsRun.AuditAsync(organization);
        var off = audit.Report.Findings.Where(finding => finding.Rule == "audit-trail-off").ToList();
        Assert.All(off, finding => Assert.Equal("fail", finding.Verdict));
        Assert.Equal(
            [
                "contoso-log-archive", "contoso-payments-production", "contoso-shop-development",
                "contoso-shop-production",
            ],
            off.Select(finding => finding.Resource.Name).Order());
    }

    private static string Lines(IEnumerable<string> lines) => string.Join('\n', lines.Order(StringComparer.Ordinal));

    /// <summary>GenerateCredentialReport makes IAM write a report, AssumeRole makes a session: no account is changed.</summary>
    private static bool IsRead(AwsCall call) =>
        call.Operation is "GenerateCredentialReport" or "AssumeRole"
        || new[] { "Get", "List", "Describe" }.Any(verb => call.Operation.StartsWith(verb, StringComparison.Ordinal));
}
