using System.Text.RegularExpressions;

namespace LandingZone.Cli.Tests.Aws;

/// <summary>
/// A finding as <c>expected-findings.json</c> states it: by names, since moto makes ids up. Whole-organization
/// rules have no account.
/// </summary>
/// <param name="On">Kind, name and region: <c>Network vpc-* in eu-west-1</c>; ids that AWS makes up are stars.</param>
/// <param name="Because">Why it is right, for the reader of the file.</param>
/// <param name="Says">What the message must hold, where a number in it decides; null where none does.</param>
internal sealed partial record ExpectedFinding(
    string Rule,
    string? Account,
    string On,
    string Verdict,
    string Because,
    string? Says = null)
{
    /// <summary>One line to compare and to read in a difference.</summary>
    public string Line => LineOf(Verdict, Rule, Account, On);

    /// <summary>
    /// All that <c>seed.py</c> plants, all that comes with any account of moto, what is asked of people, and what no
    /// reader asks AWS for.
    /// </summary>
    public static ExpectedFinding[] Load()
    {
        var all = StatedFile.Load<ExpectedFinding>("expected-findings.json");
        Assert.Equal(["planted", "defaults", "questions", "unread"], all.Keys);
        return [.. all.Values.SelectMany(section => section)];
    }

    public static string LineOf(AuditReport.FindingOf finding)
    {
        var resource = finding.Resource;
        var name = MadeUp().Replace(resource.Name, "$1-*");
        var place = resource.Region is { } region ? $" in {region}" : "";
        return LineOf(finding.Verdict, finding.Rule, resource.AccountName, $"{resource.Kind} {name}{place}");
    }

    public static string LineOf(string verdict, string rule, string? account, string on) =>
        $"{verdict,-8}{rule} | {account ?? "organization"} | {on}";

    [GeneratedRegex(@"\b(sg|vpc|eipalloc|i|ou|r|o|subnet|acl)-[0-9a-z]{4,}\b")]
    private static partial Regex MadeUp();
}
