using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using LandingZone.Core.Model;

namespace LandingZone.Cli.Generation;

/// <summary>
/// JSON schemas of C# records, with their documentation as descriptions. What the exporter cannot know of our converters
/// (facts, links, times) is said here.
/// </summary>
internal sealed class SchemaExport
{
    private const string Description = "description";

    private readonly XmlDocumentation _documentation;
    private readonly JsonSchemaExporterOptions _exporter;

    public SchemaExport(XmlDocumentation documentation)
    {
        _documentation = documentation;
        _exporter = new JsonSchemaExporterOptions { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Transform };
    }

    /// <summary>The options by which records that no source generator knows are exported.</summary>
    public static JsonSerializerOptions Reflected { get; } = new(JsonSerializerDefaults.Web)
    {
        NumberHandling = JsonNumberHandling.Strict,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
    };

    public JsonObject Of(Type type, JsonSerializerOptions options)
    {
        var schema = JsonSchemaExporter.GetJsonSchemaAsNode(options, type, _exporter);
        return (JsonObject)Inline(schema, schema)!;
    }

    private JsonObject Transform(JsonSchemaExporterContext context, JsonNode node)
    {
        var schema = Known(context.TypeInfo) ?? node as JsonObject ?? [];
        if (schema["type"] is JsonArray types)
        {
            // In YAML a key that says nothing is left out, not null.
            var stated = types.Select(type => (string)type!).Where(type => type != "null").ToList();
            schema["type"] = stated is [var only] ? only : new JsonArray([.. stated]);
        }

        (schema["enum"] as JsonArray)?.Remove(null);
        var described = Describe(context.PropertyInfo) ?? _documentation.Of(context.TypeInfo.Type);
        if (described is not null && !schema.ContainsKey(Description))
        {
            schema.Insert(0, Description, described);
        }

        return schema;
    }

    private string? Describe(JsonPropertyInfo? property) =>
        property?.AttributeProvider is PropertyInfo member ? _documentation.Of(member) : null;

    private JsonObject? Known(JsonTypeInfo info)
    {
        var (type, options) = (info.Type, info.Options);
        if (Argument(type, typeof(Fact<>)) is { } fact)
        {
            return Fact(Of(fact, options));
        }

        if (Argument(type, typeof(Link<>)) is { } target)
        {
            return new JsonObject { ["type"] = "string", [Description] = $"The id of {target.Name}." };
        }

        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableSortedDictionary<,>))
        {
            var map = new JsonObject { ["type"] = "object" };
            if (type.GetGenericArguments() is [{ IsEnum: true } key, _])
            {
                map["propertyNames"] = new JsonObject { ["enum"] = Words(key) };
            }

            map["additionalProperties"] = Of(type.GetGenericArguments()[1], options);
            return map;
        }

        return type == typeof(DateTimeOffset) ? new JsonObject { ["type"] = "string", ["format"] = "date-time" }
            : type == typeof(DateOnly) ? new JsonObject { ["type"] = "string", ["format"] = "date", ["pattern"] = @"^\d{4}-\d\d-\d\d$" }
            : type == typeof(int) || type == typeof(long) ? new JsonObject { ["type"] = "integer" }
            : type == typeof(double) ? new JsonObject { ["type"] = "number" }
            : null;
    }

    /// <summary>The words of an enum, as YAML and JSON write them.</summary>
    public static JsonArray Words(Type type) =>
        [.. Enum.GetNames(type).Select(name => JsonNode.Parse($"\"{JsonNamingPolicy.CamelCase.ConvertName(name)}\""))];

    // Chosen by one condition, so that what is wrong is told once and not for each alternative. The type stands outside
    // it, and words stand as examples, because editors complete from there alone.
    private static JsonObject Fact(JsonObject value)
    {
        var fact = new JsonObject();
        var unread = new JsonObject
        {
            ["properties"] = new JsonObject
            {
                ["unread"] = new JsonObject { ["type"] = "string", [Description] = "Why it was not read." },
            },
            ["additionalProperties"] = false,
            ["minProperties"] = 1,
        };
        var condition = new JsonObject { ["type"] = "object" };
        if ((string?)value["type"] is { } type)
        {
            value.Remove("type");
            fact["type"] = type == "object" ? type : SchemaParts.Names([type, "object"]);
            if (type == "object")
            {
                condition["required"] = SchemaParts.Names(["unread"]);
            }
        }
        else if (value["enum"] is { } words)
        {
            fact["examples"] = words.DeepClone();
        }

        fact["if"] = condition;
        fact["then"] = unread;
        if (value.Count > 0)
        {
            fact["else"] = value;
        }

        return fact;
    }

    private static Type? Argument(Type type, Type generic) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == generic ? type.GetGenericArguments()[0] : null;

    // The exporter points to where it has said the same before; a schema that stands elsewhere cannot.
    private static JsonNode? Inline(JsonNode? node, JsonNode root) => node switch
    {
        JsonObject map when map["$ref"] is JsonValue pointer => Merge(Inline(Find((string)pointer!, root), root), map),
        JsonObject map => new JsonObject(map.Select(one => KeyValuePair.Create(one.Key, Inline(one.Value, root)))),
        JsonArray list => new JsonArray([.. list.Select(item => Inline(item, root))]),
        _ => node?.DeepClone(),
    };

    private static JsonNode Find(string pointer, JsonNode root) =>
        pointer.TrimStart('#').Split('/', StringSplitOptions.RemoveEmptyEntries)
            .Aggregate(root, (at, step) => at is JsonArray list ? list[int.Parse(step, null)]! : at[step]!);

    private static JsonNode? Merge(JsonNode? target, JsonObject reference)
    {
        if (target is JsonObject schema && reference[Description] is { } description)
        {
            schema[Description] = description.DeepClone();
        }

        return target;
    }
}
