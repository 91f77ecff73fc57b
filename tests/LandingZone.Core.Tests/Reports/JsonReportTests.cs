using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using LandingZone.Core.Reports;
using LandingZone.Core.Rules;

namespace LandingZone.Core.Tests.Reports;

public class JsonReportTests
{
    [Fact]
    public async Task The_report_is_the_golden_one() =>
        Golden.Equal("report.json", await ReportBytes.WriteAsync(new JsonReport(), SampleAudit.Make()));

    [Theory]
    [MemberData(nameof(HostileAudit.Texts), MemberType = typeof(HostileAudit))]
    public async Task Every_text_comes_back_as_it_was(string text)
    {
        // What no UTF-8 file can hold is replaced, as the standard says.
        var expected = text.Replace('\ud83d', '\ufffd');
        var root = await WriteAsync(HostileAudit.Make(text));
        var finding = root.GetProperty("findings")[0];

        Assert.Equal(expected, root.GetProperty("run").GetProperty("name").GetString());
        Assert.Equal(expected, finding.GetProperty("message").GetString());
        Assert.Equal(expected, finding.GetProperty("resource").GetProperty("name").GetString());
        Assert.Equal(expected, finding.GetProperty("evidence")[0].GetProperty("value").GetString());
        Assert.Equal(expected, root.GetProperty("gaps")[0].GetProperty("why").GetString());
    }

    [Theory]
    [MemberData(nameof(HostileAudit.Texts), MemberType = typeof(HostileAudit))]
    public async Task No_text_acts_on_whoever_looks_at_the_file(string text)
    {
        var file = Encoding.UTF8.GetString(await ReportBytes.WriteAsync(new JsonReport(), HostileAudit.Make(text)));

        Assert.DoesNotContain(file.EnumerateRunes(), rune => rune.Value != '\n' && VisibleText.Acts(rune));
    }

    [Fact]
    public async Task Nothing_judged_is_null_and_never_a_number()
    {
        var score = (await WriteAsync(SampleAudit.Nothing())).GetProperty("score");

        Assert.Equal(JsonValueKind.Null, score.GetProperty("overall").ValueKind);
        Assert.Equal(JsonValueKind.Null, score.GetProperty("withoutWaivers").ValueKind);
    }

    [Fact]
    public async Task Scores_are_never_better_than_they_are()
    {
        var score = (await WriteAsync(SampleAudit.Make())).GetProperty("score");
        var all = SampleAudit.Make().Score;
        var overall = score.GetProperty("overall");

        Assert.InRange(overall.GetProperty("low").GetDouble(), all.Overall!.Value.Low - 1e-4, all.Overall.Value.Low);
        Assert.InRange(overall.GetProperty("high").GetDouble(), all.Overall.Value.High, all.Overall.Value.High + 1e-4);
        Assert.InRange(
            overall.GetProperty("coverage").GetDouble(), all.Overall.Value.Coverage - 1e-4, all.Overall.Value.Coverage);

        var exact = score.GetProperty("byCloud").GetProperty("azure");
        Assert.Equal(exact.GetProperty("low").GetDecimal(), exact.GetProperty("high").GetDecimal());
        Assert.Equal(1, exact.GetProperty("coverage").GetDecimal());
    }

    [Fact]
    public async Task A_hundred_thousand_findings_are_all_there()
    {
        var audit = SampleAudit.Make();
        var many = Enumerable.Repeat(audit.Findings[0], 100_000).ToImmutableArray();

        var root = await WriteAsync(audit with { Findings = many });

        Assert.Equal(100_000, root.GetProperty("findings").GetArrayLength());
    }

    private static async Task<JsonElement> WriteAsync(Audit audit) =>
        JsonDocument.Parse(await ReportBytes.WriteAsync(new JsonReport(), audit)).RootElement;
}
