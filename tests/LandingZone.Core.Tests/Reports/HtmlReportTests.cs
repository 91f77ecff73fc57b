using LandingZone.Core.Reports;

namespace LandingZone.Core.Tests.Reports;

public class HtmlReportTests
{
    [Fact]
    public async Task The_report_is_the_golden_one() =>
        Golden.Equal("report.html", await JsonReportTests.WriteAsync(new HtmlReport(), SampleAudit.Make()));
}
