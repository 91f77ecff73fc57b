namespace LandingZone.Cli.Tests.Schemas;

/// <summary>The schemas as another program reads them, which knows nothing of lz.</summary>
public sealed class SchemaTests : IDisposable
{
    private const string Rule = """
        id: flaw
        title: All is well
        tier: foundation
        severity: high
        effort: hours
        kind: Bucket
        condition: resource.versioned
        message: "{resource.name} is wrong."
        why: It matters.
        frameworks: {cis-aws-5.0: ["2.1.4"], x-contoso: [A1]}
        clouds: {aws: {fix: mend it}}
        tests:
          pass: [{case: good, resource: {versioned: true}}]
          fail: [{case: bad, resource: {versioned: false}, account: {publicAccessBlocked: {unread: AccessDenied}}}]
        """;

    private const string Configuration = """
        name: Contoso
        rules: {tier: standard, clouds: [aws], skip: [storage]}
        parameters:
          short-passwords: {minLength: 12, on: {folder:Sandbox: {minLength: 8}}}
          own-rule: {anything: 1}
        environments: {accounts: {"shop-*": production, hub: [shared, test]}, words: {test: [abn]}}
        waivers: [{allow: public-bucket, on: www, because: a website, owner: anna, until: 2027-01-31}]
        answers: [{question: break-glass-not-rehearsed, answer: yes, evidence: x, by: anna, date: 2026-01-01, until: 2027-01-01}]
        expectedAccounts: {aws: ["111122223333"], azure: 7}
        """;

    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private static Task<string[]> ErrorsAsync(string schema, params string[] files) => Tool.PythonAsync(
        Path.Combine(AppContext.BaseDirectory, "Schemas", "validate.py"),
        ["jsonschema", "yaml"],
        [Path.Combine(Lz.Repository, schema), .. files]);

    private async Task AssertOneErrorEachAsync(string schema, string text, (string Right, string Wrong, string Mentioned)[] mistakes)
    {
        var files = mistakes.Select((mistake, i) =>
        {
            Assert.Contains(mistake.Right, text, StringComparison.Ordinal);
            return _folder.Write($"{i:00}.yaml", text.Replace(mistake.Right, mistake.Wrong, StringComparison.Ordinal));
        }).ToArray();

        // One process for all: to start it takes longer than to validate.
        var errors = await ErrorsAsync(schema, files);
        Assert.All(files.Zip(mistakes), one =>
        {
            var error = Assert.Single(errors, error => error.StartsWith(one.First, StringComparison.Ordinal));
            Assert.Contains(one.Second.Mentioned, error, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task All_built_in_rules_and_the_demos_decisions_are_valid()
    {
        var rules = Directory.GetFiles(Path.Combine(Lz.Repository, "rules"), "*.yaml", SearchOption.AllDirectories);
        Assert.True(rules.Length > 30);
        Assert.Empty(await ErrorsAsync("rules.schema.json", [.. rules, _folder.Write("rule.yaml", Rule)]));
        var demo = Path.Combine(Lz.Repository, "src", "LandingZone.Cli", "Demo", "landingzone.yaml");
        Assert.Empty(await ErrorsAsync("rules/landingzone.schema.json", demo, _folder.Write("landingzone.yaml", Configuration)));
    }

    [Fact]
    public Task One_mistake_in_a_rule_is_one_error() => AssertOneErrorEachAsync(
        "rules.schema.json",
        Rule,
        [
            ("tier: foundation", "teir: foundation\ntier: foundation", "teir"),
            ("severity: high", "severity: hihg", "hihg"),
            ("kind: Bucket", "kind: Bukcet", "Bukcet"),
            ("condition: resource.versioned", "", "'condition' is a required property"),
            ("condition: resource.versioned", "condition: x\nquestion: Is it?", "'Is it?'"),
            ("  fail: [", "  skp: []\n  fail: [", "skp"),
            ("cis-aws-5.0", "cis-asw-5.0", "cis-asw-5.0"),
            ("{aws: {fix", "{asw: {fix", "asw"),
            ("{fix: mend it}", "{fix: mend it, skip: no}", "/clouds/aws"),
            ("{versioned: true}", "{versoined: true}", "versoined"),
            ("{versioned: true}", "{versioned: 1}", "/tests/pass/0/resource/versioned"),
            ("{versioned: true}", "{versioned: {unraed: x}}", "unraed"),
            ("{publicAccessBlocked: {", "{publicAcessBlocked: {", "publicAcessBlocked"),
            ("case: good", "cas: good, case: x", "cas"),
            ("case: good", "case: good, answer: yes", "'yes'"),
            ("case: good", "case: good, estate: [{kind: User, multifactor: true}]", "multifactor"),
        ]);

    [Fact]
    public Task One_mistake_in_a_decision_is_one_error() => AssertOneErrorEachAsync(
        "rules/landingzone.schema.json",
        Configuration,
        [
            ("name: Contoso", "nmae: Contoso", "nmae"),
            ("tier: standard", "tier: standart", "standart"),
            ("clouds: [aws]", "clouds: [asw]", "asw"),
            ("{minLength: 12", "{minLength: twelve", "twelve"),
            ("{minLength: 8}", "{minLenght: 8}", "minLenght"),
            ("\"shop-*\": production", "\"shop-*\": prodction", "prodction"),
            ("words: {test", "words: {tset", "tset"),
            ("because: a website, ", "", "because"),
            ("until: 2027-01-31", "until: soon", "soon"),
            ("answer: yes", "answer: maybe", "maybe"),
            ("azure: 7", "azure: many", "many"),
            ("{aws: [\"111122223333\"]", "{asw: 1, aws: [x]", "asw"),
        ]);
}
