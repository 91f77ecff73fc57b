using System.Text.Json;
using System.Text.Json.Nodes;
using LandingZone.Core.Model;

namespace LandingZone.Providers.Aws;

/// <summary>JSON of AWS, read without exceptions: a member of another type counts as absent.</summary>
internal static class AwsJson
{
    /// <summary>The object, or null when the body is not one whole JSON object.</summary>
    public static JsonObject? Parse(ReadOnlySpan<byte> body)
    {
        try
        {
            return JsonNode.Parse(body) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public static JsonNode? Member(this JsonNode? node, string name) => (node as JsonObject)?[name];

    public static string? Text(this JsonNode? node, string name) =>
        node.Member(name) is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    public static double? Number(this JsonNode? node, string name) =>
        node.Member(name) is JsonValue value && value.TryGetValue<double>(out var number) ? number : null;

    /// <summary>A flag of the answer; unread, naming it, where the answer does not hold it.</summary>
    public static Fact<bool> Flag(this JsonNode? node, string name) =>
        node.Member(name) is JsonValue value && value.TryGetValue<bool>(out var flag)
            ? flag
            : new Unread($"the answer does not state {name}");

    /// <summary>The texts of a member that is a list or, as policies allow, one text.</summary>
    public static IEnumerable<string> Texts(this JsonNode? node, string name) => node.Member(name) switch
    {
        JsonArray list => list.OfType<JsonValue>().Select(item => item.ToString()),
        JsonValue one => [one.ToString()],
        _ => [],
    };
}
