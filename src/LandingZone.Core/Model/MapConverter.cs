using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace LandingZone.Core.Model;

/// <summary>
/// Tags and other maps, in ordinal order. A map that holds only the key <c>unread</c> would look like an unread fact,
/// so that key is written with a backslash before it.
/// </summary>
internal sealed class MapConverter<TValue> : JsonConverter<ImmutableSortedDictionary<string, TValue>>
{
    private const string Reserved = "unread";

    public override ImmutableSortedDictionary<string, TValue> Read(
        ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("expected a map");
        }

        var map = ImmutableSortedDictionary.CreateBuilder<string, TValue>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var key = reader.GetString()!;
            reader.Read();
            var value = JsonSerializer.Deserialize(ref reader, options.GetTypeInfo(typeof(TValue)));
            map[IsReserved(key) && key[0] == '\\' ? key[1..] : key] =
                (TValue)(value ?? throw new JsonException($"null is not a value of '{key}'"));
        }

        return map.ToImmutable();
    }

    public override void Write(
        Utf8JsonWriter writer, ImmutableSortedDictionary<string, TValue> value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var (key, item) in value.WithComparers(StringComparer.Ordinal))
        {
            writer.WritePropertyName(IsReserved(key) ? "\\" + key : key);
            JsonSerializer.Serialize(writer, item, options.GetTypeInfo(typeof(TValue)));
        }

        writer.WriteEndObject();
    }

    private static bool IsReserved(string key) => key.TrimStart('\\') == Reserved;
}
