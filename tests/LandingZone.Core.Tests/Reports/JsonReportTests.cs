using LandingZone.Core.Reports;
using LandingZone.Core.Rules;

namespace LandingZone.Core.Tests.Reports;

public class JsonReportTests
{
    [Fact]
    public async Task The_report_is_the_golden_one() => Golden.Equal("report.json", await WriteAsync(new JsonReport(), SampleAudit.Make()));

    internal static async Task<byte[]> WriteAsync(IReport report, Audit audit)
    {
        using var output = new MemoryStream();
        await report.WriteAsync(audit, output, TestContext.Current.CancellationToken);
        return output.ToArray();
    }
}
