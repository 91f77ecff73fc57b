using LandingZone.Core.Model;
using LandingZone.Core.Reports;
using LandingZone.Core.Rules;
using Spectre.Console;

namespace LandingZone.Cli;

/// <summary>Writes the reports that were asked for: the summary to stdout, the others as files.</summary>
internal sealed class ReportOutput
{
    private const string Summary = "console";

    private static readonly IReport[] Files = [new HtmlReport(), new JsonReport()];

    private readonly string _folder;
    private readonly HashSet<string> _formats;

    /// <exception cref="ArgumentException">There is no such format.</exception>
    public ReportOutput(string folder, IReadOnlyCollection<string> formats)
    {
        string[] known = [Summary, .. Files.Select(report => report.Name)];
        if (formats.FirstOrDefault(format => !known.Contains(format)) is { } unknown)
        {
            throw new ArgumentException(
                $"there is no format '{unknown}': {string.Join(", ", known)}.{Spelling.Suggest(unknown, known)}");
        }

        _folder = folder;
        _formats = [.. formats.Count > 0 ? formats : known];
    }

    public async Task WriteAsync(Audit audit)
    {
        if (_formats.Contains(Summary))
        {
            new ConsoleReport(Terminal()).Write(audit);
        }

        foreach (var report in Files.Where(report => _formats.Contains(report.Name)))
        {
            Directory.CreateDirectory(_folder);
            var path = Path.Combine(_folder, report.FileName);
            await using (var file = EstateWriter.Create(path))
            {
                await report.WriteAsync(audit, file, CancellationToken.None);
            }

            await Console.Error.WriteLineAsync($"{report.Name,-5} {path}");
        }
    }

    private static IAnsiConsole Terminal()
    {
        var plain = Console.IsOutputRedirected || Environment.GetEnvironmentVariable("NO_COLOR") is { Length: > 0 };
        return plain ? ConsoleReport.Plain(Console.Out) : AnsiConsole.Console;
    }
}
