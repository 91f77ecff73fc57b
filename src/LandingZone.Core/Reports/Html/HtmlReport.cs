using System.Security.Cryptography;
using System.Text;
using LandingZone.Core.Rules;

namespace LandingZone.Core.Reports;

/// <summary>
/// One page that needs nothing else: no network, no other file, and no script to be read (the script only filters and
/// copies). The page forbids every style and script but its own by hash, should a text ever become markup after all.
/// </summary>
public sealed class HtmlReport : IReport
{
    // Later ones override earlier ones.
    private static readonly string[] Styles =
    [
        "theme.css", "page.css", "verdict.css", "tables.css", "findings.css", "narrow.css", "print.css",
    ];

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public string Name => "html";

    public string FileName => "report.html";

    public async Task WriteAsync(Audit audit, Stream output, CancellationToken cancellation)
    {
        await using var writer = new StreamWriter(output, Utf8, leaveOpen: true) { NewLine = "\n" };
        foreach (var part in Parts(audit, new Summary(audit)))
        {
            await writer.WriteLineAsync(part.ToString().AsMemory(), cancellation);
        }
    }

    private static IEnumerable<Html> Parts(Audit audit, Summary summary)
    {
        var style = string.Concat(Styles.Select(name => Resource($"Styles.{name}")));
        var script = Resource("report.js");
        yield return Head(audit, style, script);
        yield return HtmlRun.Banner(audit, summary);
        yield return Html.Of($"""<main id="main">""");
        yield return HtmlVerdict.Of(audit, summary);
        yield return HtmlCriticals.Of(audit);
        yield return HtmlScores.Of(summary);
        yield return HtmlRemedies.Of(audit);
        foreach (var part in HtmlFindings.Of(audit, summary))
        {
            yield return part;
        }

        yield return HtmlNotRead.Of(audit);
        yield return HtmlAccounts.Of(audit);
        yield return HtmlExceptions.Waivers(audit, summary);
        yield return HtmlExceptions.Guaranteed(audit);
        yield return HtmlRun.Of(audit, summary);
        yield return Html.Of(
            $"""
            </main>
            <script>{Html.Own(script)}</script>
            </body>
            </html>
            """);
    }

    private static Html Head(Audit audit, string style, string script)
    {
        var policy = $"default-src 'none'; style-src {Hash(style)}; script-src {Hash(script)}; "
            + "base-uri 'none'; form-action 'none'";
        return Html.Of(
            $"""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta http-equiv="Content-Security-Policy" content="{policy}">
            <title>{HtmlVerdict.Title(audit)}</title>
            <style>{Html.Own(style)}</style>
            </head>
            <body>
            <a class="skip" href="#main">Skip to the report</a>
            {HtmlBar.Pattern}
            """);
    }

    private static string Hash(string content) =>
        $"'sha256-{Convert.ToBase64String(SHA256.HashData(Utf8.GetBytes(content)))}'";

    private static string Resource(string name)
    {
        var assembly = typeof(HtmlReport).Assembly;
        using var stream = assembly.GetManifestResourceStream($"LandingZone.Core.Reports.Html.{name}")!;
        using var reader = new StreamReader(stream, Utf8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
