using LandingZone.Core.Reports;
using LandingZone.Core.Rules;

namespace LandingZone.Core.Tests.Reports;

public class RemedyTests
{
    [Theory]
    [InlineData(Severity.High, Effort.Hours, 1, Severity.High, Effort.Days, 2)]
    [InlineData(Severity.High, Effort.Days, 4, Severity.High, Effort.Hours, 1)]
    [InlineData(Severity.Critical, Effort.Hours, 1, Severity.Low, Effort.Hours, 9)]
    [InlineData(Severity.Low, Effort.Hours, 11, Severity.Critical, Effort.Hours, 1)]
    [InlineData(Severity.High, Effort.Days, 1, Severity.High, Effort.Weeks, 2)]
    public void What_weighs_most_for_its_effort_comes_first(
        Severity severity, Effort effort, int count, Severity otherSeverity, Effort otherEffort, int otherCount)
    {
        var audit = SampleAudit.Make();
        var finding = audit.Findings[0];
        var first = SampleRules.NoTrail with { Id = "first", Severity = severity, Effort = effort };
        var second = SampleRules.NoTrail with { Id = "a-second", Severity = otherSeverity, Effort = otherEffort };

        var remedies = Remedy.Of(audit with
        {
            Findings =
            [
                .. Enumerable.Repeat(finding with { Rule = second }, otherCount),
                .. Enumerable.Repeat(finding with { Rule = first }, count),
            ],
        });

        Assert.Equal(["first", "a-second"], remedies.Select(remedy => remedy.Rule.Id));
        Assert.Equal((count, 1), (remedies[0].Findings, remedies[0].Accounts));
    }

    [Fact]
    public void Each_cloud_is_work_of_its_own_and_only_failures_count()
    {
        var remedies = Remedy.Of(SampleAudit.Make());

        Assert.Equal(2, remedies.Count(remedy => remedy.Rule == SampleRules.PublicBucket));
        Assert.DoesNotContain(remedies, remedy => remedy.Rule == SampleRules.TlsOnly);
    }
}
