using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using LandingZone.Core.Model;
using LandingZone.Core.Rules;
using static LandingZone.Cli.Generation.SchemaParts;

namespace LandingZone.Cli.Generation;

/// <summary>
/// The schema of a rule's file: the keys of <see cref="Rule"/>, and for each kind its own facts in the examples, so that
/// an editor completes them and one typo is one error.
/// </summary>
internal sealed class RuleSchema(SchemaExport export, XmlDocumentation documentation)
{
    // What a file does not state, or states in another shape than the record.
    private static readonly string[] Other =
        ["section", "path", "isMust", "kind", "condition", "let", "params", "tests", "frameworks", "clouds"];

    private static readonly string[] Advice = ["fix", "always", "skip"];

    private static readonly JsonSerializerOptions Options = new(SchemaExport.Reflected)
    {
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOut } },
    };

    public JsonObject Make()
    {
        var rule = export.Of(typeof(Rule), Options);
        var properties = (JsonObject)rule["properties"]!;
        properties["id"]!["pattern"] = "^[a-z0-9-]+$";
        properties["title"]!["maxLength"] = 80;
        Add("kind", Text(nameof(Rule.Kind), new JsonObject { ["enum"] = Names(Kind.All.Append(Kind.Question)) }));
        Add("condition", Text(nameof(Rule.Condition)));
        Add("let", Described(nameof(Rule.Let), Map(new JsonObject { ["type"] = "string" })));
        Add("params", Described("Params", Map(Parameter())));
        Add("frameworks", Described(nameof(Rule.Frameworks), Frameworks()));
        Add("clouds", Described(nameof(Rule.Clouds), Clouds()));
        Add("tests", Described(nameof(Rule.Tests), ExampleSchema.Tests()));
        string[] required = ["id", "title", "tier", "severity", "effort", "kind", "message", "why", "clouds", "tests"];
        return new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = "A rule of LandingZone",
            ["type"] = "object",
            ["properties"] = properties.DeepClone(),
            ["required"] = Names(required),
            ["additionalProperties"] = false,
            ["allOf"] = new JsonArray([.. Kind.All.Append(Kind.Question).Select(OfKind)]),
            ["$defs"] = new ExampleSchema(export).Definitions(),
        };

        void Add(string name, JsonNode schema) => properties[name] = schema;
    }

    private static void LeaveOut(JsonTypeInfo info)
    {
        if (info.Type == typeof(Rule))
        {
            foreach (var property in info.Properties.Where(property => Other.Contains(property.Name)).ToList())
            {
                info.Properties.Remove(property);
            }
        }
    }

    private JsonObject Described(string property, JsonObject schema)
    {
        if (documentation.Of(typeof(Rule).GetProperty(property)!) is { } text)
        {
            schema.Insert(0, "description", text);
        }

        return schema;
    }

    private JsonObject Text(string property, JsonObject? schema = null)
    {
        var text = schema ?? [];
        text["type"] = "string";
        return Described(property, text);
    }

    private static JsonObject Map(JsonNode values) => new() { ["type"] = "object", ["additionalProperties"] = values };

    private JsonObject Parameter()
    {
        JsonObject Said(string name, JsonObject schema)
        {
            schema["description"] = documentation.Of(typeof(RuleParameter).GetProperty(name)!);
            return schema;
        }

        return Closed(
            new JsonObject
            {
                ["type"] = Said(nameof(RuleParameter.Type), new JsonObject { ["type"] = "string" }),
                ["default"] = Said(nameof(RuleParameter.Default), []),
                ["about"] = Said(nameof(RuleParameter.About), new JsonObject { ["type"] = "string" }),
            },
            "type", "default", "about");
    }

    private static JsonObject Frameworks()
    {
        JsonObject Controls(string? title)
        {
            var list = new JsonObject { ["type"] = "array", ["items"] = new JsonObject { ["type"] = "string" } };
            if (title is not null)
            {
                list["description"] = title;
            }

            return list;
        }

        return new JsonObject
        {
            ["type"] = "object",
            ["properties"] = new JsonObject(
                Framework.All.Select(one => KeyValuePair.Create(one.Id, (JsonNode?)Controls(one.Title)))),
            ["patternProperties"] = new JsonObject { [$"^{Framework.OwnPrefix}."] = Controls(null) },
            ["additionalProperties"] = false,
        };
    }

    private JsonObject Clouds()
    {
        var advice = export.Of(typeof(CloudAdvice), SchemaExport.Reflected);
        advice["oneOf"] = new JsonArray(
            [.. Advice.Select(key => new JsonObject { ["required"] = Names([key]) })]);
        return Closed(new JsonObject(Enum.GetNames<Cloud>().Select(name =>
            KeyValuePair.Create(JsonNamingPolicy.CamelCase.ConvertName(name), (JsonNode?)advice.DeepClone()))));
    }

    private JsonObject OfKind(Kind kind)
    {
        var isQuestion = kind == Kind.Question;
        var isAbove = kind.Type == typeof(Organization) || kind.Type == typeof(Folder);
        var example = new JsonObject { ["resource"] = Reference(kind.Type.Name) };
        Forbid("account", isAbove || kind.Type == typeof(Account));
        Forbid("organization", kind.Type == typeof(Organization));
        Forbid("answer", !isQuestion);
        Forbid("until", !isQuestion);
        var then = new JsonObject
        {
            ["properties"] = new JsonObject
            {
                [isQuestion ? "condition" : "question"] = false,
                ["tests"] = new JsonObject
                {
                    ["additionalProperties"] = new JsonObject { ["items"] = new JsonObject { ["properties"] = example } },
                },
            },
            ["required"] = Names([isQuestion ? "question" : "condition"]),
        };
        return When(kind.Name, then);

        void Forbid(string key, bool forbidden)
        {
            if (forbidden)
            {
                example[key] = false;
            }
        }
    }
}
