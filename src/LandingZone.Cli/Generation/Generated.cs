using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using LandingZone.Core.Model;
using LandingZone.Core.Reports;
using LandingZone.Core.Rules;

namespace LandingZone.Cli.Generation;

/// <summary>A file that follows from others: never edited, written by <c>lz generate</c> and committed.</summary>
/// <param name="Path">Below the project's folder.</param>
/// <param name="Content">All that is in it.</param>
internal sealed record Generated(string Path, byte[] Content)
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>All that follows from the code, the rules and the demo; the same bytes from the same sources.</summary>
    /// <param name="root">The project's folder.</param>
    /// <exception cref="ProblemsException">A rule or the demo is wrong.</exception>
    public static async Task<IReadOnlyList<Generated>> AllAsync(string root, CancellationToken cancellation)
    {
        var rules = RuleSet.Load(System.IO.Path.Combine(root, "rules"));
        var documentation = XmlDocumentation.Load();
        var export = new SchemaExport(documentation);
        return
        [
            Json("rules.schema.json", new RuleSchema(export, documentation).Make()),
            Json("rules/landingzone.schema.json", new ConfigurationSchema(export, documentation, rules).Make()),
            Text("rules/README.md", RuleCatalogue.Write(rules)),
            Text("rules/frameworks.md", FrameworkCatalogue.Write(rules)),
            Text("rules/kinds.md", new KindCatalogue(documentation).Write()),
            .. await SampleAsync(rules, cancellation),
        ];
    }

    private static async Task<IReadOnlyList<Generated>> SampleAsync(RuleSet rules, CancellationToken cancellation)
    {
        const string Folder = "reports/sample/";

        var configuration = Demo.Configuration(rules);
        var audit = Judge.Run(Demo.Open(), rules.Select(configuration.Rules), configuration.ToOptions());
        List<Generated> files = [];
        foreach (var report in new IReport[] { new HtmlReport(), new JsonReport() })
        {
            using var content = new MemoryStream();
            await report.WriteAsync(audit, content, cancellation);
            files.Add(new Generated(Folder + report.FileName, content.ToArray()));
        }

        using var summary = new StringWriter { NewLine = "\n" };
        new ConsoleReport(ConsoleReport.Plain(summary)).Write(audit);
        files.Add(Text(Folder + "summary.txt", summary.ToString()));
        return files;
    }

    private static Generated Json(string path, JsonObject json) => Text(path, json.ToJsonString(Indented) + "\n");

    private static Generated Text(string path, string text) => new(path, Encoding.UTF8.GetBytes(text));
}
