using System.Text.Json;

namespace LandingZone.Cli.Tests.Schemas;

/// <summary>What an editor says of a rule's file: npm's yaml-language-server, with the schema named in line one.</summary>
public sealed class LanguageServerTests : IDisposable
{
    // Where the text has the cursor, the server is asked what it would complete there.
    private const string Cursor = "‸";

    private static readonly string Rule = $$$"""
        # yaml-language-server: $schema={{{Path.Combine(Lz.Repository, "rules.schema.json")}}}
        id: flaw
        title: All is well
        tier: foundation
        severity: high
        effort: hours
        kind: Bucket
        condition: resource.versioned
        message: "{resource.name} is wrong."
        why: It matters.
        clouds: {aws: {fix: mend it}}
        tests:
          pass:
            - case: good
              resource:
                versioned: true
          fail:
            - case: bad
              resource: {versioned: false}
              account: {publicAccessBlocked: {unread: AccessDenied}}
        """;

    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private static async Task<Answer[]> AskAsync(params string[] files)
    {
        var output = await Tool.NodeAsync(
            Path.Combine(AppContext.BaseDirectory, "Schemas", "language-server", "ask.mjs"),
            "LZ_YAML_SERVER",
            "run `npm ci` in a copy of tests/LandingZone.Cli.Tests/Schemas/language-server and name the copy",
            files);
        var answers = JsonSerializer.Deserialize<Answer[]>(output, JsonSerializerOptions.Web)!;
        Assert.Equal(files.Length, answers.Length);
        return answers;
    }

    private string Changed(int number, string right, string wrong)
    {
        Assert.Contains(right, Rule, StringComparison.Ordinal);
        return _folder.Write($"{number:00}.yaml", Rule.Replace(right, wrong, StringComparison.Ordinal));
    }

    private async Task<Completion[]> CompleteAsync(string right, string wrong)
    {
        var answer = Assert.Single(await AskAsync(Changed(0, right, wrong)));
        return answer.Completions!;
    }

    private static void AssertAmong(Completion[] completions, params string[] labels) =>
        Assert.Empty(labels.Except(completions.Select(one => one.Label)));

    [Fact]
    public async Task Nothing_is_flagged_in_the_built_in_rules()
    {
        var rules = Directory.GetFiles(Path.Combine(Lz.Repository, "rules"), "*.yaml", SearchOption.AllDirectories);
        Assert.True(rules.Length > 30);
        string[] files = [.. rules, _folder.Write("rule.yaml", Rule)];
        var answers = await AskAsync(files);
        Assert.All(files.Zip(answers), one => Assert.Empty(one.Second.Diagnostics!));
        Assert.All(rules, rule => Assert.Equal(
            "# yaml-language-server: $schema=../../rules.schema.json", File.ReadLines(rule).First()));
    }

    [Fact]
    public async Task The_first_line_of_a_new_rule_is_that_of_the_built_in_ones_and_leads_to_the_schema()
    {
        File.Copy(Path.Combine(Lz.Repository, "rules.schema.json"), _folder["rules.schema.json"]);
        var cancellation = TestContext.Current.CancellationToken;
        string[] command = ["rules", "new", "storage/mine", "--kind", "Bucket"];
        var run = await Lz.RunAsync(_folder.Path, null, cancellation, command);
        Assert.True(run.ExitCode == 0, run.Everything);
        var text = await File.ReadAllTextAsync(_folder["rules/storage/mine.yaml"], cancellation);
        Assert.StartsWith("# yaml-language-server: $schema=../../rules.schema.json\n", text, StringComparison.Ordinal);

        var answers = await AskAsync(
            _folder["rules/storage/mine.yaml"], _folder.Write("rules/storage/wrong.yaml", text + "\ntypo: x\n"));
        Assert.Empty(answers[0].Diagnostics!);
        Assert.Equal("Property typo is not allowed.", Assert.Single(answers[1].Diagnostics!).Message);
    }

    [Fact]
    public async Task One_mistake_is_flagged_once_in_its_line()
    {
        (string Right, string Wrong, int Line, string Message)[] mistakes =
        [
            ("tier: foundation", "teir: x\ntier: foundation", 4, "Property teir is not allowed"),
            ("severity: high", "severity: hihg", 5, "\"low\", \"medium\", \"high\", \"critical\""),
            ("kind: Bucket", "kind: Bukcet", 7, "\"Bucket\""),
            ("condition: resource.versioned\n", "", 2, "Missing property \"condition\""),
            ("condition:", "question: Is it?\ncondition:", 8, "Property question is not allowed"),
            ("{fix: mend it}", "{fix: mend it, skip: no}", 11, "only one must validate"),
            ("{aws:", "{asw:", 11, "Property asw is not allowed"),
            ("  fail:", "  skp: []\n  fail:", 17, "Property skp is not allowed"),
            ("case: good", "case: good\n      answer: yes", 15, "Property answer is not allowed"),
            ("versioned: true", "versoined: true", 16, "Property versoined is not allowed"),
            ("versioned: true", "versioned: 1", 16, "Expected one of boolean, object"),
            ("versioned: true", "versioned: {unraed: x}", 16, "Property unraed is not allowed"),
            ("{publicAccess", "{publicAcess", 20, "Property publicAcessBlocked is not allowed"),
        ];
        var answers = await AskAsync([.. mistakes.Select((one, i) => Changed(i, one.Right, one.Wrong))]);
        Assert.All(mistakes.Zip(answers), one =>
        {
            var diagnostic = Assert.Single(one.Second.Diagnostics!);
            Assert.Equal(one.First.Line, diagnostic.Line);
            Assert.Contains(one.First.Message, diagnostic.Message, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Keys_of_a_rule_are_completed_with_what_they_mean()
    {
        var completions = await CompleteAsync("effort: hours\n", $"effort: hours\n{Cursor}\n");
        AssertAmong(completions, "aliases", "control", "let", "params", "when");
        Assert.DoesNotContain(completions, one => one.Label == "severity");
        Assert.All(completions, one => Assert.NotEmpty(one.About));
    }

    [Fact]
    public async Task Severities_and_kinds_are_completed()
    {
        var severities = await CompleteAsync("severity: high", $"severity: {Cursor}");
        Assert.Equal(["low", "medium", "high", "critical"], severities.Select(one => one.Label));
        var kinds = await CompleteAsync("kind: Bucket", $"kind: {Cursor}");
        AssertAmong(kinds, "Account", "Bucket", "Question");
    }

    [Fact]
    public async Task In_an_example_the_facts_of_the_rules_kind_are_completed()
    {
        var facts = await CompleteAsync("        versioned: true\n", $"        {Cursor}\n");
        AssertAmong(facts, "public", "publicAccessBlocked", "tlsOnly", "versioned");
        Assert.DoesNotContain(facts, one => one.Label == "multiFactor");
        var versioned = Assert.Single(facts, one => one.Label == "versioned");
        Assert.Equal("versioned: ", versioned.Insert);
        Assert.StartsWith("Whether overwritten and deleted objects can be", versioned.About, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Values_of_facts_are_completed()
    {
        const string Fact = "versioned: true";
        var flags = await CompleteAsync(Fact, $"versioned: {Cursor}");
        AssertAmong(flags, "true", "false");
        var words = await CompleteAsync(
            Fact, $"versioned: true\n      account:\n        environments:\n          - {Cursor}");
        Assert.Contains(words, one => one.Label == "production");
    }

    [Fact]
    public async Task Elsewhere_in_an_estate_the_facts_of_the_listed_kind_are_completed()
    {
        const string Case = "- case: good\n";
        var facts = await CompleteAsync(
            Case, $"{Case}      estate:\n        - kind: User\n          {Cursor}\n");
        Assert.Contains(facts, one => one.Label == "multiFactor");
        Assert.DoesNotContain(facts, one => one.Label == "versioned");
    }

    private sealed record Answer(Diagnostic[]? Diagnostics, Completion[]? Completions);

    private sealed record Diagnostic(int Line, string Message);

    private sealed record Completion(string Label, string Insert, string About);
}
