using System.Security.Cryptography;
using System.Text;
using LandingZone.Core.Rules;

namespace LandingZone.Core.Reports;

/// <summary>
/// One page that needs nothing else: no network, no other file, and no script to be read (the script only filters and
/// copies). The page forbids every script but its own by hash, should a text ever become markup after all.
/// </summary>
public sealed class HtmlReport : IReport
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public string Name => "html";

    public string FileName => "report.html";

    public async Task WriteAsync(Audit audit, Stream output, CancellationToken cancellation)
    {
        await using var writer = new StreamWriter(output, Utf8, leaveOpen: true) { NewLine = "\n" };
        foreach (var part in Parts(audit))
        {
            await writer.WriteLineAsync(part.ToString().AsMemory(), cancellation);
        }
    }

    private static IEnumerable<Html> Parts(Audit audit)
    {
        var summary = new Summary(audit);
        return
        [
            Head(audit),
            HtmlVerdict.Header(audit, summary),
            Html.Of($"""<main id="main">"""),
            HtmlVerdict.Of(audit, summary),
            HtmlVerdict.Criticals(audit),
            HtmlScores.Of(summary),
            HtmlRemedies.Of(audit),
            .. HtmlFindings.Of(audit),
            HtmlNotRead.Of(audit),
            HtmlAccounts.Of(audit),
            HtmlExceptions.Waivers(audit),
            HtmlExceptions.Guaranteed(audit),
            HtmlRun.Of(audit),
            Html.Of($"</main>"),
            Foot(),
        ];
    }

    private static Html Head(Audit audit)
    {
        var style = Resource("report.css");
        return Html.Of(
            $"""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src {Hash(style)}; script-src {Hash(Script)}; base-uri 'none'; form-action 'none'">
            <title>{HtmlVerdict.Title(audit)}</title>
            <style>{Html.Own(style)}</style>
            </head>
            <body>
            <a class="skip" href="#main">Skip to the report</a>
            {HtmlBar.Pattern}
            """);
    }

    private static string Script => Resource("report.js");

    private static Html Foot() => Html.Of(
        $"""
        <script>{Html.Own(Script)}</script>
        </body>
        </html>
        """);

    private static string Hash(string content) => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Utf8.GetBytes(content)))}'";

    private static string Resource(string name)
    {
        using var stream = typeof(HtmlReport).Assembly.GetManifestResourceStream($"LandingZone.Core.Reports.Html.{name}")!;
        using var reader = new StreamReader(stream, Utf8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
