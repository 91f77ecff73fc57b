using System.Text.Json;
using LandingZone.Core.Rules;

namespace LandingZone.Core.Reports;

/// <summary>The run, its readiness, what is open, and the scores.</summary>
internal static class JsonSummary
{
    public static void Write(Utf8JsonWriter json, Audit audit)
    {
        var summary = new Summary(audit);
        WriteRun(json, audit, summary);
        json.WriteWord("readiness", audit.Readiness);
        WriteOpen(json, summary);
        WriteScores(json, audit, summary);
    }

    private static void WriteRun(Utf8JsonWriter json, Audit audit, Summary summary)
    {
        json.WriteStartObject("run");
        json.WriteText("id", audit.Header.RunId);
        json.WriteString("asOf", audit.Header.AsOf.UtcDateTime);
        json.WriteText("name", audit.Header.Name);
        json.WriteText("tool", audit.Header.Tool);
        json.WriteTexts("scope", audit.Header.Scope);
        json.WriteStartArray("identities");
        foreach (var identity in audit.Header.Identities)
        {
            json.WriteStartObject();
            json.WriteWord("cloud", identity.Cloud);
            json.WriteText("name", identity.Name);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteTexts("tiers", summary.Tiers.Select(tier => JsonText.Word(tier)));
        json.WriteText("rulesDigest", audit.RulesDigest);
        json.WriteEndObject();
    }

    private static void WriteOpen(Utf8JsonWriter json, Summary summary)
    {
        json.WriteStartObject("open");
        foreach (var severity in Enum.GetValues<Severity>().OrderDescending())
        {
            json.WriteNumber(JsonText.Word(severity), summary.Open(severity));
        }

        json.WriteEndObject();
    }

    private static void WriteScores(Utf8JsonWriter json, Audit audit, Summary summary)
    {
        json.WriteStartObject("score");
        json.WriteInterval("overall", summary.Overall);
        json.WriteInterval("withoutWaivers", audit.Score.WithoutWaivers);
        json.WriteIntervals("byCloud", summary.Clouds.Select(cloud => (cloud, summary.ScoreOf(null, cloud))));
        json.WriteStartArray("byOrganization");
        var tallies = audit.Tallies.ToLookup(tally => tally.OrganizationId);
        foreach (var organization in tallies.OrderBy(organization => organization.Key, StringComparer.Ordinal))
        {
            json.WriteStartObject();
            json.WriteText("id", organization.Key);
            json.WriteInterval("score", new Score(organization).Overall);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("bySection");
        foreach (var section in summary.Sections)
        {
            json.WriteStartObject();
            json.WriteText("id", section.Id);
            json.WriteText("title", section.Title);
            json.WriteInterval("score", summary.ScoreOf(section, null));
            json.WriteIntervals("byCloud", summary.Clouds.Select(cloud => (cloud, summary.ScoreOf(section, cloud))));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
