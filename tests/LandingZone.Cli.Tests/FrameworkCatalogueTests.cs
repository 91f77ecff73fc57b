using LandingZone.Cli.Generation;
using LandingZone.Core.Rules;

namespace LandingZone.Cli.Tests;

public sealed class FrameworkCatalogueTests : IDisposable
{
    private const string Link = "[public-bucket](storage/public-bucket.yaml)";

    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Items_are_covered_or_listed_with_the_reason()
    {
        var page = await PageAsync("  cis-aws-5.0: [\"2.1.1\", \"1.20\"]");
        Assert.Contains("](#cis-aws-foundations-benchmark-50) | `cis-aws-5.0` | 63 | 2 | 61 |", page);
        Assert.Contains($"| 1.20 | {Link} |\n| 2.1.1 | {Link} |\n\nNot covered:", page);
        Assert.Contains("\n- not in the checklist: 1.1, 1.10, 1.16, 1.21, 2.1.3\n", page);
        Assert.Contains("\n- no rule asks for it: 1.2 to 1.4, 1.6 to 1.9, 1.11, 1.13 to 1.15, 1.17, 1.19, ", page);
    }

    [Fact]
    public async Task A_framework_without_a_list_has_only_what_rules_name()
    {
        var page = await PageAsync("  nist-csf-2.0: [PR.DS-01]");
        Assert.Contains("| `nist-csf-2.0` | not listed | 1 |  |", page);
        Assert.EndsWith($"| PR.DS-01 | {Link} |\n", page);
    }

    private async Task<string> PageAsync(string frameworks)
    {
        var path = Path.Combine(Lz.Repository, "rules", "storage", "public-bucket.yaml");
        var lines = await File.ReadAllLinesAsync(path, TestContext.Current.CancellationToken);
        var before = lines.TakeWhile(line => line != "frameworks:").ToList();
        var after = lines.SkipWhile(line => line != "clouds:");
        Assert.NotEqual(lines.Length, before.Count);
        var text = string.Join('\n', [.. before, "frameworks:", frameworks, .. after]) + "\n";
        _folder.Write("rules/storage/public-bucket.yaml", text);
        return FrameworkCatalogue.Write(RuleSet.Load(_folder["rules"]));
    }
}
