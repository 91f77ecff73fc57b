using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace LandingZone.Core.Model;

/// <summary>
/// Reads texts so that those that come again and again (ids of accounts, regions, tags, reasons) are one string each. What
/// has been seen lately is kept in a table of fixed size; threads that meet there at worst make a string twice.
/// </summary>
internal sealed class PooledText : JsonConverter<string>
{
    private const int Longest = 160;

    private readonly string?[] _seen = new string?[1 << 14];

    public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String || reader.HasValueSequence || reader.ValueIsEscaped
            || reader.ValueSpan.Length is 0 or > Longest)
        {
            return reader.GetString()!;
        }

        var hash = new HashCode();
        hash.AddBytes(reader.ValueSpan);
        ref var seen = ref _seen[(uint)hash.ToHashCode() % (uint)_seen.Length];
        var known = seen;
        return known is not null && Ascii.Equals(reader.ValueSpan, known) ? known : seen = reader.GetString()!;
    }

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
