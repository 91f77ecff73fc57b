using System.Text;
using System.Text.Json;

namespace LandingZone.Core.Model;

/// <summary>Where each value of a JSON text begins.</summary>
internal static class JsonPositions
{
    /// <summary>
    /// Column, from 1 and in characters, by the value's path as <see cref="ResourceCheck"/> writes it.
    /// </summary>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    public static Dictionary<string, int> Find(ReadOnlySpan<byte> json)
    {
        Dictionary<string, int> columns = new() { [""] = 1 };
        Stack<(string Path, int Index)> open = new();
        var name = "";
        var reader = new Utf8JsonReader(json);
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName)
            {
                name = reader.GetString()!;
                continue;
            }

            if (reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray)
            {
                open.Pop();
                continue;
            }

            var path = name;
            if (open.TryPop(out var parent))
            {
                path = parent.Index >= 0 ? $"{parent.Path}[{parent.Index}]"
                    : parent.Path.Length == 0 ? name : $"{parent.Path}.{name}";
                open.Push(parent with { Index = parent.Index >= 0 ? parent.Index + 1 : -1 });
            }

            columns.TryAdd(path, 1 + Encoding.UTF8.GetCharCount(json[..(int)reader.TokenStartIndex]));
            if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
            {
                open.Push((path, reader.TokenType == JsonTokenType.StartArray ? 0 : -1));
            }
        }

        return columns;
    }
}
