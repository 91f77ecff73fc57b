using System.Collections.Immutable;
using System.Text.Json;
using LandingZone.Core.Model;
using LandingZone.Core.Rules;

namespace LandingZone.Core.Reports;

/// <summary>Where the audit looked, and where it could not.</summary>
internal static class JsonPlaces
{
    public static void WriteGap(Utf8JsonWriter json, Gap gap)
    {
        json.WriteStartObject();
        json.WriteText("kind", gap.OfKind);
        json.WriteWord("cloud", gap.Cloud);
        json.WriteText("ownerId", gap.OwnerId);
        json.WriteText("region", gap.Region);
        json.WriteText("why", gap.Why);
        json.WriteEndObject();
    }

    public static void WriteOrganization(Utf8JsonWriter json, Organization organization)
    {
        json.WriteStartObject();
        WritePlace(json, organization);
        json.WriteEndObject();
    }

    public static void WriteFolder(Utf8JsonWriter json, Folder folder)
    {
        json.WriteStartObject();
        WritePlace(json, folder);
        json.WriteText("organizationId", folder.Organization.Id);
        json.WriteText("parentId", folder.ParentId.IsRead ? folder.ParentId.Value : null);
        json.WriteEndObject();
    }

    public static void WriteAccount(Utf8JsonWriter json, Account account, Interval? score)
    {
        json.WriteStartObject();
        WritePlace(json, account);
        json.WriteText("organizationId", account.Organization.Id);
        json.WriteBoolean("read", Summary.IsRead(account));
        json.WriteText("leftOut", account.LeftOut);
        if (account.Environments.IsRead)
        {
            json.WriteTexts("environments", account.Environments.Value.Select(one => JsonText.Word(one)));
        }
        else
        {
            json.WriteNull("environments");
        }

        json.WriteInterval("score", score);
        json.WriteEndObject();
    }

    public static void WriteResourceCounts(Utf8JsonWriter json, ImmutableSortedDictionary<string, long> counts)
    {
        json.WriteStartObject("resourceCounts");
        foreach (var (kind, count) in counts)
        {
            json.WriteNumber(kind, count);
        }

        json.WriteEndObject();
    }

    private static void WritePlace(Utf8JsonWriter json, Resource place)
    {
        json.WriteText("id", place.Id);
        json.WriteText("name", place.Name);
        json.WriteWord("cloud", place.Cloud);
    }
}
