using LandingZone.Cli.Tests.Moto;

namespace LandingZone.Cli.Tests.Aws;

/// <summary>What becomes of an audit of which some calls are refused: their verdicts are unknown, no others.</summary>
public class AwsRefusalTests(SeededOrganizationFixture moto)
{
    private const string Closed = "contoso-shop-production";

    /// <summary>Lists that are refused: nothing of them is known, and rules on them have no findings.</summary>
    private static readonly (string Kind, string Account)[] Unlisted =
        [("FirewallRule", Closed), ("PasswordPolicy", "contoso-shop-development")];

    [Fact]
    public async Task Refused_actions_make_exactly_their_verdicts_unknown_and_widen_the_score()
    {
        var whole = (await moto.AuditAsync()).Report;
        var report = (await AuditRefusedAsync()).Report;
        var changes = RefusedVerdict.Load();

        Assert.Equal(Lines(Expected(whole, changes)), Lines(report.Findings.Select(ExpectedFinding.LineOf)));
        foreach (var change in changes)
        {
            var unknown = report.Findings.Single(finding => ExpectedFinding.LineOf(finding) == change.LineAfter);
            Assert.Contains($"grant {change.Grant}", unknown.Message, StringComparison.Ordinal);
        }

        var (low, high) = ScoreByHand.Of(whole with { Tallies = Tallies(whole, changes) });
        Assert.True(high - low > 0.1, "the refusals should matter");
        Assert.Equal(low, (double)report.Score.Overall!.Low, 0.0001);
        Assert.Equal(high, (double)report.Score.Overall.High, 0.0001);

        Assert.Equal(
            "AccessDenied: grant iam:GetAccountPasswordPolicy",
            Assert.Single(report.Gaps, gap => gap.Kind == "PasswordPolicy").Why);
        var gaps = report.Gaps.Where(gap => gap.Kind == "FirewallRule").ToList();
        Assert.Equal(["eu-west-1", "us-east-1"], gaps.Select(gap => gap.Region));
        Assert.All(gaps, gap => Assert.Contains("grant ec2:DescribeSecurityGroups", gap.Why, StringComparison.Ordinal));
    }

    /// <summary>The account summary of payments is refused too, but the credential report says the same of root.</summary>
    private async Task<AwsRun> AuditRefusedAsync()
    {
        var organization = await moto.StartedAsync();
        return await AwsRun.AuditAsync(
            organization,
            Refusal.Of("iam:GetAccountPasswordPolicy", organization["contoso-shop-development"]),
            Refusal.Of("iam:GetAccountSummary", organization["contoso-payments-production"]),
            Refusal.Of("s3:GetBucketPolicy", organization[Closed]),
            Refusal.Of("s3:GetBucketVersioning"),
            Refusal.Of("cloudtrail:GetTrailStatus", organization["contoso-management"]),
            Refusal.Of("budgets:DescribeBudgets", organization["contoso-log-archive"]),
            Refusal.Of("ec2:DescribeSecurityGroups", organization[Closed]),
            Refusal.Of("ec2:DescribeNetworkAcls", organization[Closed]));
    }

    /// <summary>The whole audit's findings with the stated verdicts changed, without the rules that were not listed.</summary>
    private static IEnumerable<string> Expected(AuditReport whole, RefusedVerdict[] changes) =>
        whole.Findings
            .Where(finding => !Unlisted.Contains((finding.Resource.Kind, finding.Resource.AccountName ?? "")))
            .Select(ExpectedFinding.LineOf)
            .Where(line => !changes.Any(change => change.LineBefore == line))
            .Concat(changes.Select(change => change.LineAfter));

    /// <summary>The counts that must come out, worked out from the whole audit's and the stated changes.</summary>
    private static AuditReport.TallyOf[] Tallies(AuditReport whole, RefusedVerdict[] changes)
    {
        var names = whole.Accounts.ToDictionary(account => account.Id, account => account.Name);
        var kinds = whole.Rules.ToDictionary(rule => rule.Id, rule => rule.Kind);
        return [.. whole.Tallies.Select(Changed)];

        AuditReport.TallyOf Changed(AuditReport.TallyOf tally)
        {
            var name = tally.AccountId is { } id ? names[id] : null;
            if (Unlisted.Contains((kinds[tally.Rule], name ?? "")))
            {
                // A rule by which AWS is not judged loses nothing.
                if (tally.Counts.Passed + tally.Counts.Failed + tally.Counts.Unknown == 0)
                {
                    return tally;
                }

                return tally with { Counts = new(0, 0, 0, 0), Gap = "refused" };
            }
            var own = changes.Where(change => change.Rule == tally.Rule && change.Account == name).ToList();
            return tally with
            {
                Counts = tally.Counts with
                {
                    Passed = tally.Counts.Passed - own.Count(change => change.Was == "pass"),
                    Failed = tally.Counts.Failed - own.Count(change => change.Was == "fail"),
                    Unknown = tally.Counts.Unknown + own.Count,
                },
            };
        }
    }

    private static string Lines(IEnumerable<string> lines) => string.Join('\n', lines.Order(StringComparer.Ordinal));
}
