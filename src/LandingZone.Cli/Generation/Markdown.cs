using System.Text.Json;

namespace LandingZone.Cli.Generation;

/// <summary>Text in tables of Markdown.</summary>
internal static class Markdown
{
    public static string Row(params IEnumerable<string> cells) => $"| {string.Join(" | ", cells.Select(Cell))} |";

    public static string Word<T>(T word)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(word.ToString());

    private static string Cell(string text) =>
        text.Replace("|", "\\|", StringComparison.Ordinal).Replace('\n', ' ').Trim();
}
