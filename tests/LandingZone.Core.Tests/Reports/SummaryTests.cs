using LandingZone.Core.Model;
using LandingZone.Core.Reports;
using LandingZone.Core.Rules;

namespace LandingZone.Core.Tests.Reports;

public class SummaryTests
{
    [Fact]
    public void An_account_counts_as_read_when_one_of_its_lists_was()
    {
        var summary = new Summary(SampleAudit.Make());

        Assert.Equal((2, 3, 1), summary.Scope(Cloud.Aws));
        Assert.Equal((1, 1, 0), summary.Scope(Cloud.Gcp));
    }

    [Fact]
    public void Where_the_list_of_accounts_was_not_read_nobody_knows_how_many_there_are()
    {
        var audit = SampleAudit.Make();
        var unlisted = audit.Organizations.Select(organization => organization with
        {
            Listed = organization.Listed.Remove("Account"),
        });

        Assert.Equal((2, null, 1), new Summary(audit with { Organizations = [.. unlisted] }).Scope(Cloud.Aws));
    }

    [Fact]
    public void An_account_without_an_organization_is_all_there_is()
    {
        var audit = SampleAudit.Make();
        var alone = audit.Organizations.Select(organization => organization with
        {
            InUse = false,
            Listed = organization.Listed.Remove("Account"),
        });

        Assert.Equal((2, 3, 1), new Summary(audit with { Organizations = [.. alone] }).Scope(Cloud.Aws));
    }

    [Fact]
    public void A_refused_list_leaves_its_rules_undecided_though_nothing_failed()
    {
        var audit = SampleAudit.Make();
        var gaps = audit.Tallies.Where(tally => tally.Gap is not null);
        var summary = new Summary(audit with { Tallies = [.. gaps], Findings = [] });

        Assert.Equal(0, summary.Open(Severity.Critical));
        Assert.Equal(2, summary.Undecided(Severity.Critical));
        Assert.Equal(["public-bucket", "ssh-open"], summary.Unmet.Select(rule => rule.Id));
    }

    [Fact]
    public void What_failed_keeps_it_from_ready_before_what_is_unknown()
    {
        var summary = new Summary(SampleAudit.Make());

        Assert.Equal(
            ["public-bucket", "ssh-open", "account-without-budget", "no-organization-trail"],
            summary.Unmet.Select(rule => rule.Id));
    }

    [Fact]
    public void The_score_without_waivers_is_told_only_where_somebody_waived()
    {
        var audit = SampleAudit.Make();
        var unwaived = audit.Tallies.Where(tally => tally.WaivedFailed + tally.WaivedUnknown == 0);

        Assert.NotNull(new Summary(audit).WithoutWaivers);
        Assert.Null(new Summary(audit with { Tallies = [.. unwaived] }).WithoutWaivers);
    }
}
