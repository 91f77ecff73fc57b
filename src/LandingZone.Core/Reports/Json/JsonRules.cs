using System.Text.Json;
using LandingZone.Core.Rules;

namespace LandingZone.Core.Reports;

/// <summary>Rules and how often they passed.</summary>
internal static class JsonRules
{
    public static void Write(Utf8JsonWriter json, Rule rule, IEnumerable<Tally> tallies)
    {
        json.WriteStartObject();
        json.WriteText("id", rule.Id);
        json.WriteText("title", rule.Title);
        json.WriteText("section", rule.Section.Id);
        json.WriteWord("severity", rule.Severity);
        json.WriteWord("tier", rule.Tier);
        json.WriteWord("effort", rule.Effort);
        json.WriteText("kind", rule.Kind.Name);
        json.WriteText("control", rule.Control);
        json.WriteText("why", rule.Why);
        json.WriteStartObject("frameworks");
        foreach (var (framework, controls) in rule.Frameworks)
        {
            json.WriteTexts(framework, controls);
        }

        json.WriteEndObject();
        WriteClouds(json, rule);
        WriteCounts(json, [.. tallies]);
        json.WriteEndObject();
    }

    public static void WriteTally(Utf8JsonWriter json, Tally tally)
    {
        json.WriteStartObject();
        json.WriteText("rule", tally.Rule.Id);
        json.WriteWord("cloud", tally.Cloud);
        json.WriteText("organizationId", tally.OrganizationId);
        json.WriteText("accountId", tally.AccountId);
        WriteCounts(json, [tally]);
        json.WriteText("gap", tally.Gap);
        json.WriteEndObject();
    }

    private static void WriteClouds(Utf8JsonWriter json, Rule rule)
    {
        json.WriteStartObject("clouds");
        foreach (var (cloud, advice) in rule.Clouds)
        {
            json.WriteStartObject(JsonText.Word(cloud));
            WriteStated(json, "fix", advice.Fix);
            WriteStated(json, "always", advice.Always);
            WriteStated(json, "skip", advice.Skip);
            WriteStated(json, "see", advice.See);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteStated(Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null)
        {
            json.WriteText(name, text);
        }
    }

    private static void WriteCounts(Utf8JsonWriter json, List<Tally> tallies)
    {
        json.WriteStartObject("counts");
        json.WriteNumber("passed", tallies.Sum(tally => tally.Passed));
        json.WriteNumber("failed", tallies.Sum(tally => tally.Failed));
        json.WriteNumber("unknown", tallies.Sum(tally => tally.Unknown));
        json.WriteNumber("waivedFailed", tallies.Sum(tally => tally.WaivedFailed));
        json.WriteNumber("waivedUnknown", tallies.Sum(tally => tally.WaivedUnknown));
        json.WriteNumber("notApplicable", tallies.Sum(tally => tally.NotApplicable));
        json.WriteNumber("guaranteed", tallies.Sum(tally => tally.Guaranteed));
        json.WriteEndObject();
    }
}
