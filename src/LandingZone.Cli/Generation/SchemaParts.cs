using System.Text.Json.Nodes;
using LandingZone.Core.Model;

namespace LandingZone.Cli.Generation;

/// <summary>Pieces that schemas are made of.</summary>
internal static class SchemaParts
{
    public static JsonObject When(string kind, JsonObject then) => new()
    {
        ["if"] = new JsonObject
        {
            ["properties"] = new JsonObject { ["kind"] = new JsonObject { ["const"] = kind } },
            ["required"] = Names(["kind"]),
        },
        ["then"] = then,
    };

    public static JsonObject Closed(JsonObject properties, params string[] required)
    {
        var schema = new JsonObject { ["type"] = "object", ["properties"] = properties };
        if (required.Length > 0)
        {
            schema["required"] = Names(required);
        }

        schema["additionalProperties"] = false;
        return schema;
    }

    public static JsonObject Reference(string definition) => new() { ["$ref"] = $"#/$defs/{definition}" };

    public static JsonArray Names(IEnumerable<string> names) => [.. names.Select(name => (JsonNode)name)];

    public static JsonArray Names(IEnumerable<Kind> kinds) => Names(kinds.Select(kind => kind.Name));
}
