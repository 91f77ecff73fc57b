using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using LandingZone.Core.Model;
using LandingZone.Core.Rules;

namespace LandingZone.Core.Reports;

/// <summary>Values as the JSON report spells them.</summary>
internal static class JsonText
{
    /// <summary>
    /// Text from clouds, without loss. Characters that act on whoever looks at the file (bidi overrides, escape
    /// sequences) are written as their escapes.
    /// </summary>
    public static void WriteText(this Utf8JsonWriter json, string name, string? text)
    {
        json.WritePropertyName(name);
        json.WriteText(text);
    }

    public static void WriteText(this Utf8JsonWriter json, string? text)
    {
        if (text is null)
        {
            json.WriteNullValue();
        }
        else if (Ascii.IsValid(text) || !text.EnumerateRunes().Any(VisibleText.Acts))
        {
            json.WriteStringValue(text);
        }
        else
        {
            json.WriteRawValue(Escaped(text));
        }
    }

    /// <summary>An enum by the name that the model gives it in JSON.</summary>
    public static void WriteWord(this Utf8JsonWriter json, string name, Enum word) =>
        json.WriteString(name, Word(word));

    public static string Word(Enum word) => JsonNamingPolicy.CamelCase.ConvertName(word.ToString());

    public static void WriteTexts(this Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteText(text);
        }

        json.WriteEndArray();
    }

    public static void WriteInterval(this Utf8JsonWriter json, string name, Interval? interval)
    {
        if (interval is not { } known)
        {
            json.WriteNull(name);
            return;
        }

        var low = Down(known.Low);
        json.WriteStartObject(name);
        json.WriteNumber("low", low);
        json.WriteNumber("high", Percent.IsExact(known) ? low : 1 - Down(1 - known.High));
        json.WriteNumber("coverage", Down(known.Coverage));
        json.WriteEndObject();
    }

    public static void WriteIntervals(
        this Utf8JsonWriter json, string name, IEnumerable<(Cloud Cloud, Interval? Score)> scores)
    {
        json.WriteStartObject(name);
        foreach (var (cloud, score) in scores)
        {
            json.WriteInterval(Word(cloud), score);
        }

        json.WriteEndObject();
    }

    private static decimal Down(double share) => (decimal)Math.Floor((share * 10_000) + 1e-9) / 10_000;

    private static string Escaped(string text)
    {
        var json = new StringBuilder("\"");
        foreach (var rune in text.EnumerateRunes())
        {
            if (VisibleText.Acts(rune))
            {
                AppendUnits(json, rune);
            }
            else
            {
                json.Append(JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(rune.ToString()));
            }
        }

        return json.Append('"').ToString();
    }

    private static void AppendUnits(StringBuilder json, Rune rune)
    {
        foreach (var unit in rune.ToString())
        {
            json.Append($"\\u{(int)unit:X4}");
        }
    }
}
