using System.Text;
using LandingZone.Core.Model;
using LandingZone.Core.Rules;

namespace LandingZone.Core.Tests;

/// <summary>Estates and rules as their files would state them.</summary>
internal static class Given
{
    public const string Organization = """{"kind":"Organization","id":"o-1","name":"contoso","cloud":"aws","inUse":true,"allFeatures":true,"listed":{"Account":["global"],"Folder":["global"]}}""";

    public static EstateFile File(string text) => new("estate.jsonl", () => new MemoryStream(Encoding.UTF8.GetBytes(text)));

    /// <summary>A saved estate with these lines and a header that counts them.</summary>
    public static EstateFile Estate(params string[] lines) => File(string.Join('\n', lines.Prepend(Header(lines.Length))) + "\n");

    public static string Header(int resources, int version = 1) =>
        $$"""{"landingzone":{{version}},"runId":"r","asOf":"2026-01-01T00:00:00Z","name":"contoso","tool":"1","scope":[],"identities":[],"resources":{{resources}}}""";

    public static string Account(string id, string facts = "", string listed = "", string name = "shop-prod") =>
        $$"""{"kind":"Account","id":"{{id}}","name":"{{name}}","cloud":"aws","accountId":"{{id}}","organization":"o-1","folders":[],"management":false,"status":"active","regions":["eu-west-1"],"tags":{},"listed":{{{listed}}}{{(facts.Length > 0 ? "," + facts : "")}}}""";

    public static string Bucket(string id, string account, string facts) =>
        $$"""{"kind":"Bucket","id":"{{id}}","name":"{{id}}","cloud":"aws","accountId":"{{account}}",{{facts}}}""";

    public static string Gap(string kind, string owner, string why) =>
        $$"""{"kind":"Gap","id":"gap-{{kind}}-{{owner}}","name":"{{kind}}","cloud":"aws","accountId":"{{owner}}","ownerId":"{{owner}}","ofKind":"{{kind}}","why":"{{why}}"}""";

    /// <summary>A rule of which only the deciding keys are given; it must load.</summary>
    public static Rule Rule(string id, string kind, string condition, string more = "")
    {
        List<Problem> problems = [];
        var rule = RuleReader.Read($"rules/storage/{id}.yaml", RuleText(id, kind, condition, more), problems);
        Assert.Empty(problems);
        return rule!;
    }

    public static string RuleText(string id, string kind, string condition, string more = "")
    {
        var defaults = new (string Key, string Text)[]
        {
            ("tier", "tier: foundation"), ("severity", "severity: high"), ("message", "message: \"{resource.name} is wrong.\""),
            ("clouds", "clouds: {aws: {fix: mend it}}"),
            ("tests", "tests: {pass: [{case: good, resource: {}}], fail: [{case: bad, resource: {}}]}"),
        };
        var rest = defaults.Where(one => !more.Contains(one.Key + ":", StringComparison.Ordinal)).Select(one => one.Text);
        return $"""
            id: {id}
            title: All is well
            effort: hours
            kind: {kind}
            condition: {condition}
            why: It matters. It really does.
            {string.Join('\n', rest)}
            {more}
            """;
    }

    public static Audit Audit(EstateFile estate, params Rule[] rules) => Judge.Run(estate, new RuleSet([.. rules], "test"));

    public static Audit Audit(EstateFile estate, JudgeOptions options, params Rule[] rules) =>
        Judge.Run(estate, new RuleSet([.. rules], "test"), options);
}
