using System.Globalization;
using System.Text.Json;

namespace LandingZone.Cel.Tests;

/// <summary>Values and types as the specification's tests write them: protobuf messages in JSON.</summary>
internal static class ConformanceJson
{
    public static Value Value(JsonElement json)
    {
        var (name, content) = json.EnumerateObject().Select(member => (member.Name, member.Value)).Single();
        return name switch
        {
            "nullValue" => Cel.Value.Null,
            "boolValue" => Cel.Value.Of(content.GetBoolean()),
            "int64Value" => Cel.Value.Of(long.Parse(content.GetString()!, CultureInfo.InvariantCulture)),
            "uint64Value" => Cel.Value.OfUint(ulong.Parse(content.GetString()!, CultureInfo.InvariantCulture)),
            "doubleValue" => Cel.Value.Of(Double(content)),
            "stringValue" => Cel.Value.Of(content.GetString()!),
            "bytesValue" => Cel.Value.Of(content.GetBytesFromBase64()),
            "typeValue" => Evaluate(content.GetString()!),
            "listValue" => Cel.Value.Of(CelList.Of([.. Items(content, "values").Select(Value)])),
            "mapValue" => Map(Items(content, "entries")),
            "objectValue" => Object(content),
            _ => throw new InvalidOperationException($"No value for {name}"),
        };
    }

    public static CelType Type(JsonElement json)
    {
        var (name, content) = json.EnumerateObject().Select(member => (member.Name, member.Value)).Single();
        return name switch
        {
            "primitive" or "wellKnown" or "messageType" => Named(content.GetString()!),
            "dyn" => CelType.Dyn,
            "null" => CelType.Null,
            "type" => CelType.Type,
            "listType" => CelType.List(Type(content.GetProperty("elemType"))),
            "mapType" => CelType.Map(Type(content.GetProperty("keyType")), Type(content.GetProperty("valueType"))),
            _ => throw new InvalidOperationException($"No type for {name}"),
        };
    }

    /// <summary>Equal and of one kind; NaN is the same as NaN.</summary>
    public static bool Same(Value value, Value expected) =>
        value.Kind == expected.Kind && (value == expected || (IsNaN(value) && IsNaN(expected)));

    private static bool IsNaN(Value value) => value.Kind == ValueKind.Double && double.IsNaN(value.AsDouble);

    private static CelType Named(string name) => name switch
    {
        "BOOL" => CelType.Bool,
        "INT64" => CelType.Int,
        "UINT64" => CelType.Uint,
        "DOUBLE" => CelType.Double,
        "STRING" => CelType.String,
        "BYTES" => CelType.Bytes,
        "TIMESTAMP" or "google.protobuf.Timestamp" => CelType.Timestamp,
        "DURATION" or "google.protobuf.Duration" => CelType.Duration,
        _ => throw new InvalidOperationException($"No type {name}"),
    };

    private static double Double(JsonElement json) => json.ValueKind == JsonValueKind.Number
        ? json.GetDouble()
        : json.GetString() switch
        {
            "Infinity" => double.PositiveInfinity,
            "-Infinity" => double.NegativeInfinity,
            _ => double.NaN,
        };

    private static JsonElement.ArrayEnumerator Items(JsonElement json, string name) =>
        json.TryGetProperty(name, out var items) ? items.EnumerateArray() : default;

    private static Value Map(IEnumerable<JsonElement> entries) => Cel.Value.Of(CelMap.Of(
        entries.ToDictionary(entry => Value(entry.GetProperty("key")), entry => Value(entry.GetProperty("value")))));

    private static Value Object(JsonElement json) => json.GetProperty("@type").GetString()!.Split('.')[^1] switch
    {
        "Timestamp" => Evaluate($"timestamp('{json.GetProperty("value").GetString()}')"),
        "Duration" => Evaluate($"duration('{json.GetProperty("value").GetString()}')"),
        var name => throw new InvalidOperationException($"No value of type {name}"),
    };

    private static Value Evaluate(string expression)
    {
        Assert.True(CelEnvironment.Standard.TryCompile(expression, out var program, out _), expression);
        return program.Evaluate(new Activation());
    }
}
