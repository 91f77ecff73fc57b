using LandingZone.Core.Rules;

namespace LandingZone.Core.Reports;

/// <summary>An audit as a file.</summary>
public interface IReport
{
    /// <summary>The format as people ask for it: <c>html</c>, <c>json</c>.</summary>
    string Name { get; }

    /// <summary>The file's name in the output folder, such as <c>report.html</c>.</summary>
    string FileName { get; }

    /// <summary>Writes UTF-8 without a byte order mark, lines ending in LF; equal audits give equal bytes.</summary>
    Task WriteAsync(Audit audit, Stream output, CancellationToken cancellation);
}
