using System.Text.Json.Nodes;
using LandingZone.Core.Model;
using LandingZone.Core.Rules;
using static LandingZone.Cli.Generation.SchemaParts;

namespace LandingZone.Cli.Generation;

/// <summary>The schema of a rule's examples, and of every kind whose facts they state.</summary>
internal sealed class ExampleSchema(SchemaExport export)
{
    public static JsonObject Tests()
    {
        var verdicts = new (string Key, string About)[]
        {
            ("pass", "What must pass."), ("fail", "What must fail."),
            ("unknown", "What must be unknown, because what decides was not read."), ("skip", "Where the rule must not apply."),
        };
        return Closed(
            new JsonObject(verdicts.Select(one => KeyValuePair.Create(one.Key, (JsonNode?)new JsonObject
            {
                ["description"] = one.About,
                ["type"] = "array",
                ["items"] = new JsonObject { ["$ref"] = "#/$defs/example" },
            }))),
            "pass", "fail");
    }

    public JsonObject Definitions()
    {
        var kinds = Kind.All.Select(kind => kind.Type).Append(typeof(Gap)).ToList();
        var definitions = new JsonObject
        {
            ["example"] = Example(),
            ["listed"] = new JsonObject
            {
                ["type"] = "object",
                ["properties"] = new JsonObject { ["kind"] = new JsonObject { ["enum"] = Names(kinds.Select(kind => kind.Name)) } },
                ["required"] = Names(["kind"]),
                ["allOf"] = new JsonArray([.. kinds.Select(kind => When(kind.Name, Reference(kind.Name)))]),
            },
        };
        foreach (var kind in kinds)
        {
            definitions[kind.Name] = Resource(kind);
        }

        return definitions;
    }

    // In an example everything may be left out: ids and places have defaults, and a fact that is not stated is unread.
    private JsonObject Resource(Type kind)
    {
        var schema = export.Of(kind, ModelJson.Options);
        schema.Remove("required");
        var properties = (JsonObject)schema["properties"]!;
        properties.Remove("kind");
        properties.Insert(0, "kind", new JsonObject { ["const"] = kind.Name });
        schema["additionalProperties"] = false;
        if (properties["listed"] is { } listed)
        {
            properties["listed"] = new JsonObject
            {
                ["description"] = "The kinds that were listed in full and their regions, or all.",
                ["anyOf"] = new JsonArray(new JsonObject { ["const"] = RuleTest.EverythingListed }, listed.DeepClone()),
            };
        }

        return schema;
    }

    private static JsonObject Example()
    {
        JsonObject Said(string about, JsonObject schema)
        {
            schema.Insert(0, "description", about);
            return schema;
        }

        JsonObject Of(string type) => new() { ["type"] = type };

        return Closed(
            new JsonObject
            {
                ["case"] = Said("What the example shows, in words.", Of("string")),
                ["message"] = Said("The text that a failure must have.", Of("string")),
                ["now"] = Said("The time of the example; else 2026-01-01T00:00:00Z.", Of("string")),
                ["params"] = Said("Parameters that are not at their defaults.", Of("object")),
                ["answer"] = Said("What was answered; left out: nobody has.", new JsonObject { ["enum"] = SchemaExport.Words(typeof(AnswerValue)) }),
                ["until"] = Said("The last day on which the answer holds.", Of("string")),
                ["resource"] = Said("The facts of what is judged; what is left out is unread.", Of("object")),
                ["account"] = Said("The facts of its account.", Reference(nameof(Account))),
                ["organization"] = Said("The facts of its organization.", Reference(nameof(Organization))),
                ["estate"] = Said("What else is there.", new JsonObject
                {
                    ["type"] = "array",
                    ["items"] = Reference("listed"),
                }),
            },
            "case");
    }
}
