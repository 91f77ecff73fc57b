using System.CommandLine.Parsing;
using System.Globalization;
using System.Text.Json;

namespace LandingZone.Cli;

/// <summary>Reads options' values, and says in words what they may be.</summary>
internal static class Parsing
{
    /// <summary>A word of an enum.</summary>
    public static T Word<T>(ArgumentResult result)
        where T : struct, Enum
    {
        var names = Enum.GetNames<T>().ToDictionary(JsonNamingPolicy.CamelCase.ConvertName);
        var word = result.Tokens[^1].Value;
        if (names.TryGetValue(word, out var name))
        {
            return Enum.Parse<T>(name);
        }

        result.AddError($"'{word}' is not one of {string.Join(", ", names.Keys)}.{Core.Model.Spelling.Suggest(word, names.Keys)}");
        return default;
    }

    /// <summary>0 to 100.</summary>
    public static double Percent(ArgumentResult result)
    {
        var text = result.Tokens[^1].Value.TrimEnd('%', ' ');
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var percent) && percent is >= 0 and <= 100)
        {
            return percent;
        }

        result.AddError($"'{result.Tokens[^1].Value}' is not a percentage from 0 to 100");
        return 0;
    }
}
