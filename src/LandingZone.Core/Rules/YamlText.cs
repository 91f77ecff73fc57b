using System.Text.Json;
using LandingZone.Core.Model;

namespace LandingZone.Core.Rules;

/// <summary>Texts as YAML writes them.</summary>
internal static class YamlText
{
    /// <summary>Plain where nothing could take it for something else; otherwise a JSON string, which is a quoted one of YAML too.</summary>
    public static string Of(string text) =>
        text.All(letter => char.IsAsciiLetterOrDigit(letter) || " -_./@+".Contains(letter, StringComparison.Ordinal))
            && text.Length > 0 && char.IsAsciiLetter(text[0]) && text == text.Trim()
            && text is not ("true" or "false" or "null" or "yes" or "no")
            ? text
            : JsonSerializer.Serialize(text, ModelJson.Options.GetTypeInfo(typeof(string)));
}
