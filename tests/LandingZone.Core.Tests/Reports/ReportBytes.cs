using LandingZone.Core.Reports;
using LandingZone.Core.Rules;

namespace LandingZone.Core.Tests.Reports;

internal static class ReportBytes
{
    public static async Task<byte[]> WriteAsync(IReport report, Audit audit)
    {
        using var output = new MemoryStream();
        await report.WriteAsync(audit, output, TestContext.Current.CancellationToken);
        return output.ToArray();
    }
}
