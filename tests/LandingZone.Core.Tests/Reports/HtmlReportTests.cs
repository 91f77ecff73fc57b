using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using LandingZone.Core.Reports;
using LandingZone.Core.Rules;

namespace LandingZone.Core.Tests.Reports;

public partial class HtmlReportTests
{
    [Fact]
    public async Task The_report_is_the_golden_one() =>
        Golden.Equal("report.html", await ReportBytes.WriteAsync(new HtmlReport(), SampleAudit.Make()));

    [Theory]
    [MemberData(nameof(HostileAudit.Texts), MemberType = typeof(HostileAudit))]
    public async Task No_text_becomes_markup(string text)
    {
        var harmless = Tags(await WriteAsync(HostileAudit.Make("harmless")));

        Assert.Equal(harmless, Tags(await WriteAsync(HostileAudit.Make(text))));
    }

    [Theory]
    [MemberData(nameof(HostileAudit.Texts), MemberType = typeof(HostileAudit))]
    public async Task No_text_reorders_or_hides_others(string text)
    {
        var page = await WriteAsync(HostileAudit.Make(text));

        Assert.DoesNotContain(page.EnumerateRunes(), rune => rune.Value != '\n' && VisibleText.Acts(rune));
    }

    [Fact]
    public async Task Only_the_reports_own_style_and_script_may_run()
    {
        var page = await WriteAsync(SampleAudit.Make());
        var policy = Regex.Match(page, """Content-Security-Policy" content="([^"]*)""").Groups[1].Value;

        Assert.Contains("default-src &#39;none&#39;", policy, StringComparison.Ordinal);
        Assert.Contains($"script-src &#39;{Hash(page, "script")}&#39;", policy, StringComparison.Ordinal);
        Assert.Contains($"style-src &#39;{Hash(page, "style")}&#39;", policy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Links_lead_into_the_page_or_to_https()
    {
        var page = await WriteAsync(SampleAudit.Make());
        var targets = Regex.Matches(page, """\shref="([^"]*)""").Select(match => match.Groups[1].Value).ToList();
        var ids = Regex.Matches(page, """\sid="([^"]*)""").Select(match => match.Groups[1].Value).ToList();

        Assert.Contains("https://docs.aws.amazon.com/AmazonS3/", targets);
        Assert.All(targets, target => Assert.True(
            target.StartsWith("https://", StringComparison.Ordinal) || ids.Contains(target.TrimStart('#')), target));
        Assert.Equal(ids.Distinct(), ids);
    }

    [Fact]
    public async Task Headings_go_down_one_level_at_a_time()
    {
        var page = await WriteAsync(SampleAudit.Make());
        var levels = Regex.Matches(page, "<h([1-6])").Select(match => match.Groups[1].Value[0] - '0').ToList();

        Assert.Equal(1, levels[0]);
        Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.True(pair.Second <= pair.First + 1));
    }

    [Fact]
    public async Task Open_criticals_come_before_the_score()
    {
        var page = await WriteAsync(SampleAudit.Make());

        Assert.Contains("Open critical", page.Split("<dt>Score")[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_list_is_cut_with_its_count()
    {
        var audit = SampleAudit.Make();
        var one = audit.Findings.First(finding => finding.Rule == SampleRules.Untagged);
        var many = Enumerable.Range(0, 1234).Select(number => one with { Message = $"number {number}." });
        var page = await WriteAsync(audit with { Findings = [.. many] });

        Assert.Contains("number 199.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("number 200.", page, StringComparison.Ordinal);
        Assert.Contains("and 1,034 more findings, in the JSON report", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_audit_of_nothing_says_so()
    {
        var page = await WriteAsync(SampleAudit.Nothing());

        Assert.Contains("Conditional", page, StringComparison.Ordinal);
        Assert.Contains("No foundation rule of high or critical severity was judged.", page, StringComparison.Ordinal);
        Assert.Contains("nothing was judged", page, StringComparison.Ordinal);
        Assert.DoesNotContain("100", page.Split("<main")[1].Split("</main>")[0], StringComparison.Ordinal);
    }

    private static async Task<string> WriteAsync(Audit audit) =>
        Encoding.UTF8.GetString(await ReportBytes.WriteAsync(new HtmlReport(), audit));

    // Every tag with its attributes, in order; what stands inside a quoted value is left out.
    private static List<string> Tags(string page) =>
        [.. Tag().Matches(page).Select(tag => Value().Replace(tag.Value, "=\"\""))];

    private static string Hash(string page, string element)
    {
        var content = Regex.Match(page, $"<{element}>(.*?)</{element}>", RegexOptions.Singleline).Groups[1].Value;
        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(content)));
        return $"sha256-{hash}";
    }

    [GeneratedRegex("""<[^>"']*(?:"[^"]*"[^>"']*|'[^']*'[^>"']*)*>""")]
    private static partial Regex Tag();

    [GeneratedRegex("=\"[^\"]*\"")]
    private static partial Regex Value();
}
