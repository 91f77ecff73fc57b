using System.Text.Json;
using System.Text.Json.Nodes;

namespace LandingZone.Providers.Aws;

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
}
