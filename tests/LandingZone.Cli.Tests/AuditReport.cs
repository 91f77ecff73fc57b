using System.Text.Json;

namespace LandingZone.Cli.Tests;

/// <summary>The JSON report as any program would read it: by its own documentation, not by our types.</summary>
internal sealed record AuditReport(
    AuditReport.RunOf Run,
    string Readiness,
    AuditReport.ScoreOf Score,
    AuditReport.RuleOf[] Rules,
    AuditReport.FindingOf[] Findings,
    AuditReport.GapOf[] Gaps,
    AuditReport.AccountOf[] Accounts,
    AuditReport.TallyOf[] Tallies)
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web)
    {
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    public static AuditReport Parse(string json) => JsonSerializer.Deserialize<AuditReport>(json, Web)!;

    internal sealed record RunOf(DateTimeOffset AsOf, string[] Scope, IdentityOf[] Identities);

    internal sealed record IdentityOf(string Cloud, string Name);

    internal sealed record ScoreOf(IntervalOf? Overall);

    internal sealed record IntervalOf(decimal Low, decimal High, decimal Coverage);

    internal sealed record RuleOf(string Id, string Severity, string Kind);

    internal sealed record FindingOf(
        string Key,
        string Rule,
        string Verdict,
        string Message,
        ResourceOf Resource,
        EvidenceOf[] Evidence);

    internal sealed record ResourceOf(
        string Kind,
        string Id,
        string Name,
        string? AccountId,
        string? AccountName,
        string? Region);

    internal sealed record EvidenceOf(string ResourceId, string Fact, string Value);

    internal sealed record GapOf(string Kind, string OwnerId, string? Region, string Why);

    internal sealed record AccountOf(string Id, string Name, bool Read, string[]? Environments, IntervalOf? Score);

    internal sealed record TallyOf(string Rule, string? AccountId, CountsOf Counts, string? Gap);

    internal sealed record CountsOf(long Passed, long Failed, long Unknown, long NotApplicable);
}
