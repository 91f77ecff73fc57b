using System.Text;
using LandingZone.Core.Reports;
using LandingZone.Core.Rules;

namespace LandingZone.Core.Tests.Reports;

public class ConsoleReportTests
{
    [Fact]
    public void The_summary_is_the_golden_one() => Golden.Equal("console.txt", Encoding.UTF8.GetBytes(Plain(SampleAudit.Make())));

    internal static string Plain(Audit audit)
    {
        var output = new StringWriter { NewLine = "\n" };
        new ConsoleReport(ConsoleReport.Plain(output)).Write(audit);
        return output.ToString();
    }
}
