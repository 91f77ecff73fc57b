using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace LandingZone.Core.Model;

/// <summary>
/// A fact is its value, or <c>{"unread": "why"}</c>; null is an error. A member that is absent stays "not stated".
/// </summary>
public sealed class FactConverterFactory : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(Fact<>);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(
            typeof(FactConverter<>).MakeGenericType(typeToConvert.GetGenericArguments()), options)!;
}

internal sealed class FactConverter<T>(JsonSerializerOptions options) : JsonConverter<Fact<T>>
    where T : notnull
{
    private readonly JsonTypeInfo<T> _value = (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T));

    public override bool HandleNull => true;

    public override Fact<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            throw new JsonException("null is not a fact: state the value, or {\"unread\": \"why\"}");
        }

        return TryReadUnread(ref reader, out var reason)
            ? new Unread(reason)
            : JsonSerializer.Deserialize(ref reader, _value)!;
    }

    public override void Write(Utf8JsonWriter writer, Fact<T> value, JsonSerializerOptions options)
    {
        if (value.IsRead)
        {
            JsonSerializer.Serialize(writer, value.Value, _value);
            return;
        }

        writer.WriteStartObject();
        writer.WriteString("unread"u8, value.Unread);
        writer.WriteEndObject();
    }

    private static bool TryReadUnread(ref Utf8JsonReader reader, out string reason)
    {
        reason = "";
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            return false;
        }

        var ahead = reader;
        if (!ahead.Read() || ahead.TokenType != JsonTokenType.PropertyName || !ahead.ValueTextEquals("unread"u8)
            || !ahead.Read() || ahead.TokenType != JsonTokenType.String)
        {
            return false;
        }

        reason = ahead.GetString()!;
        if (!ahead.Read() || ahead.TokenType != JsonTokenType.EndObject)
        {
            return false;
        }

        reader = ahead;
        return true;
    }
}
