using LandingZone.Core.Model;
using LandingZone.Core.Reports;
using LandingZone.Core.Rules;

namespace LandingZone.Core.Tests.Reports;

public class NotReadTests
{
    [Fact]
    public void A_refused_account_is_one_reason_with_the_rules_that_it_leaves_unknown()
    {
        var reason = NotRead.Of(SampleAudit.Make())[0];

        Assert.Equal(["444455556666"], reason.Accounts);
        Assert.Equal(["Bucket", "FirewallRule"], reason.Kinds);
        Assert.Equal(["public-bucket", "ssh-open"], reason.Rules);
    }

    [Fact]
    public void An_unread_fact_is_a_reason_with_the_right_to_grant()
    {
        var reason = NotRead.Of(SampleAudit.Make())[1];

        Assert.Equal("AccessDenied: grant s3:GetBucketPolicy", reason.Why);
        Assert.Equal(["111122223333"], reason.Accounts);
        Assert.Equal(["bucket-without-tls"], reason.Rules);
    }

    [Fact]
    public void An_unknown_without_evidence_is_told_by_its_message()
    {
        var audit = SampleAudit.Make();
        var unknown = audit.Findings.Single(finding => finding.Verdict == Verdict.Unknown) with
        {
            Message = "buckets of lab: not collected",
            Evidence = [],
        };

        var reason = NotRead.Of(SampleAudit.Nothing() with { Findings = [unknown] }).Single();

        Assert.Equal("buckets of lab: not collected", reason.Why);
    }

    [Fact]
    public void The_account_whose_fact_was_not_read_is_named_though_the_organization_was_judged()
    {
        var audit = SampleAudit.Make();
        var organization = audit.Findings.Single(finding => finding.Resource is Organization) with
        {
            Verdict = Verdict.Unknown,
            Evidence = [new Evidence("222233334444", "environments", "unread: undeclared")],
        };

        Assert.Equal(
            ["222233334444"],
            NotRead.Of(audit with { Findings = [organization], Gaps = [], Tallies = [] }).Single().Accounts);
    }

    [Fact]
    public void The_same_refusal_of_many_accounts_is_one_reason()
    {
        string[] accounts = ["111122223333", "222233334444"];
        var gaps = accounts.Select(id => Gap.Of("Bucket", Cloud.Aws, id, id, null, $"AccessDenied: role in {id}"));

        var reason = NotRead.Of(SampleAudit.Nothing() with { Gaps = [.. gaps] }).Single();

        Assert.Equal("AccessDenied: role in ACCOUNT", reason.Why);
        Assert.Equal(accounts, reason.Accounts);
    }

    [Fact]
    public void What_was_waived_or_failed_is_no_reason()
    {
        var audit = SampleAudit.Make();
        var decided = audit.Findings.Where(finding => finding.Verdict != Verdict.Unknown);

        Assert.Empty(NotRead.Of(audit with { Findings = [.. decided], Gaps = [], Tallies = [] }));
    }
}
