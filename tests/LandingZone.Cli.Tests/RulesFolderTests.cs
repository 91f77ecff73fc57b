namespace LandingZone.Cli.Tests;

public sealed class RulesFolderTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task All_problems_of_all_files_are_told_with_their_place()
    {
        _folder.Write("rules/storage/broken-yaml.yaml", "id: broken-yaml\ntitle: [never closed\n");
        _folder.Write("rules/storage/misspelt-fact.yaml", Rule("misspelt-fact", "resource.publicAccesBlocked"));
        _folder.Write("rules/storage/unknown-kind.yaml", Rule("unknown-kind", "true", kind: "Buckte"));
        var run = await Lz.RunAsync(
            _folder.Path, null, TestContext.Current.CancellationToken, "audit", "--demo", "--rules", "rules");
        Complaint.Assert(
            run,
            "broken-yaml.yaml:",
            "misspelt-fact.yaml:7:",
            "publicAccessBlocked",
            "unknown-kind.yaml:6:",
            "Bucket");
    }

    [Fact]
    public async Task A_rules_folder_that_is_not_there_is_named()
    {
        var run = await Lz.RunAsync(
            _folder.Path, null, TestContext.Current.CancellationToken, "audit", "--demo", "--rules", "absent");
        Complaint.Assert(run, "absent");
    }

    private static string Rule(string id, string condition, string kind = "Bucket") =>
        $$"""
        id: {{id}}
        title: A rule of the user's own
        tier: foundation
        severity: high
        effort: hours
        kind: {{kind}}
        condition: {{condition}}
        message: It is wrong.
        why: Because.
        clouds:
          aws: {fix: Mend it., see: https://example.com}
        tests:
          pass:
            - {case: good, resource: { publicAccessBlocked: true } }
          fail:
            - {case: bad, resource: { publicAccessBlocked: false } }
        """;
}
