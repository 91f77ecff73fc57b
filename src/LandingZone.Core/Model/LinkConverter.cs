using System.Text.Json;
using System.Text.Json.Serialization;

namespace LandingZone.Core.Model;

/// <summary>A link is its target's id.</summary>
public sealed class LinkConverterFactory : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(Link<>);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(
            typeof(LinkConverter<>).MakeGenericType(typeToConvert.GetGenericArguments()))!;
}

internal sealed class LinkConverter<T> : JsonConverter<Link<T>>
    where T : Resource
{
    public override Link<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String
            ? new Link<T>(reader.GetString()!)
            : throw new JsonException("a link is the id of another resource");

    public override void Write(Utf8JsonWriter writer, Link<T> value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Id);
}
