using System.Text.Json;
using LandingZone.Core.Model;
using LandingZone.Core.Rules;

namespace LandingZone.Core.Reports;

/// <summary>Findings with all that decided them.</summary>
internal static class JsonFindings
{
    public static void Write(Utf8JsonWriter json, Finding finding, Dictionary<string, string> accountNames)
    {
        var advice = finding.Rule.Clouds.GetValueOrDefault(finding.Resource.Cloud);
        json.WriteStartObject();
        json.WriteText("key", finding.Key);
        json.WriteText("rule", finding.Rule.Id);
        json.WriteWord("severity", finding.Rule.Severity);
        json.WriteWord("verdict", finding.Verdict);
        json.WriteText("message", finding.Message);
        WriteResource(json, finding.Resource, accountNames);
        json.WriteStartArray("evidence");
        foreach (var evidence in finding.Evidence)
        {
            json.WriteStartObject();
            json.WriteText("resourceId", evidence.ResourceId);
            json.WriteText("fact", evidence.Fact);
            json.WriteText("value", evidence.Value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        WriteWaiver(json, finding.Waiver);
        json.WriteText("fix", advice?.Fix);
        json.WriteText("see", advice?.See);
        json.WriteEndObject();
    }

    private static void WriteResource(Utf8JsonWriter json, Resource resource, Dictionary<string, string> accountNames)
    {
        json.WriteStartObject("resource");
        json.WriteText("kind", Kind.Of(resource)?.Name ?? nameof(Gap));
        json.WriteText("id", resource.Id);
        json.WriteText("name", resource.Name);
        json.WriteWord("cloud", resource.Cloud);
        json.WriteText("accountId", resource.AccountId);
        json.WriteText("accountName", resource.AccountId is { } id ? accountNames.GetValueOrDefault(id) : null);
        json.WriteText("region", resource.Region);
        json.WriteEndObject();
    }

    private static void WriteWaiver(Utf8JsonWriter json, Waiver? waiver)
    {
        if (waiver is null)
        {
            json.WriteNull("waiver");
            return;
        }

        json.WriteStartObject("waiver");
        json.WriteText("allow", waiver.Allow);
        json.WriteText("on", waiver.On);
        json.WriteText("because", waiver.Because);
        json.WriteText("owner", waiver.Owner);
        json.WriteText("until", Words.Day(waiver.Until));
        json.WriteEndObject();
    }
}
