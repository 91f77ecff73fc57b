using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using LandingZone.Core.Model;
using LandingZone.Core.Rules;

namespace LandingZone.Cli.Generation;

/// <summary>The schema of <c>landingzone.yaml</c>: <see cref="Configuration"/>, with the parameters of the built-in rules.</summary>
internal sealed class ConfigurationSchema(SchemaExport export, XmlDocumentation documentation, RuleSet rules)
{
    private const string Parameters = "parameters";

    private static readonly JsonSerializerOptions Options = new(SchemaExport.Reflected)
    {
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOut } },
    };

    public JsonObject Make()
    {
        var schema = export.Of(typeof(Configuration), Options);
        var properties = (JsonObject)schema["properties"]!;
        properties.Insert(2, Parameters, MakeParameters());
        properties["expectedAccounts"]!["additionalProperties"] = new JsonObject
        {
            ["type"] = new JsonArray("integer", "array"),
            ["minimum"] = 0,
            ["items"] = new JsonObject { ["type"] = "string" },
        };
        var words = SchemaExport.Words(typeof(AccountEnvironment));
        properties["environments"]!["properties"]!["accounts"]!["additionalProperties"] = new JsonObject
        {
            ["if"] = new JsonObject { ["type"] = "array" },
            ["then"] = new JsonObject { ["items"] = new JsonObject { ["enum"] = words } },
            ["else"] = new JsonObject { ["enum"] = words.DeepClone() },
        };
        schema.Insert(0, "$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.Insert(1, "title", Configuration.FileName);
        schema["additionalProperties"] = false;
        return schema;
    }

    private static void LeaveOut(JsonTypeInfo info)
    {
        if (info.Type == typeof(Configuration))
        {
            info.Properties.Remove(info.Properties.Single(property => property.Name == Parameters));
        }
    }

    private JsonObject MakeParameters() => new()
    {
        ["description"] = documentation.Of(typeof(Configuration).GetProperty(nameof(Configuration.Parameters))!),
        ["type"] = "object",
        ["properties"] = new JsonObject(rules.Rules.OrderBy(rule => rule.Id, StringComparer.Ordinal)
            .Where(rule => rule.Params.Length > 0).Select(rule => KeyValuePair.Create(rule.Id, (JsonNode?)OfRule(rule)))
            .Prepend(KeyValuePair.Create(ParameterOverride.AllRules, (JsonNode?)OfAll()))),
    };

    private JsonObject OfAll() => new()
    {
        ["description"] = "Values for every rule that has a parameter of this name.",
        ["type"] = "object",
        ["properties"] = new JsonObject(rules.Rules.SelectMany(rule => rule.Params).DistinctBy(one => one.Name)
            .OrderBy(one => one.Name, StringComparer.Ordinal).Select(one => KeyValuePair.Create(one.Name, (JsonNode?)Value(one)))),
        ["additionalProperties"] = false,
    };

    private static JsonObject OfRule(Rule rule)
    {
        var schema = Values(rule);
        schema.Insert(0, "description", rule.Title);
        ((JsonObject)schema["properties"]!)[RuleParameter.Reserved] = new JsonObject
        {
            ["description"] = "Other values for folder:NAME, tag:KEY=VALUE, or an account's id or name.",
            ["type"] = "object",
            ["additionalProperties"] = Values(rule),
        };
        return schema;
    }

    private static JsonObject Values(Rule rule) => new()
    {
        ["type"] = "object",
        ["properties"] = new JsonObject(rule.Params.Select(one => KeyValuePair.Create(one.Name, (JsonNode?)Value(one)))),
        ["additionalProperties"] = false,
    };

    private static JsonObject Value(RuleParameter parameter)
    {
        var schema = Type(parameter.Type);
        schema["description"] = parameter.About;
        schema["default"] = JsonNode.Parse(parameter.Default);
        return schema;
    }

    private static JsonObject Type(string type)
    {
        const string List = "list";

        return type.StartsWith($"{List}<", StringComparison.Ordinal) || type.StartsWith($"{List}(", StringComparison.Ordinal)
            ? new JsonObject { ["type"] = "array", ["items"] = Type(type[(List.Length + 1)..^1]) }
            : new JsonObject
            {
                ["type"] = type switch { "int" => "integer", "double" => "number", "bool" => "boolean", _ => "string" },
            };
    }
}
