using System.Globalization;
using System.Text;

namespace LandingZone.Core.Reports;

/// <summary>
/// Text from clouds, made harmless to look at: what would act on a terminal or reorder a line (escape sequences, bidi
/// overrides, invisible characters) is shown as its code point, such as <c>\u202E</c>.
/// </summary>
public static class VisibleText
{
    // Joiners are part of how Indic and Persian words and many emoji are written.
    private const int ZeroWidthNonJoiner = 0x200C;
    private const int ZeroWidthJoiner = 0x200D;

    /// <summary>One line: line breaks and tabs become spaces.</summary>
    public static string Line(string text) => Of(text, keepLines: false);

    /// <summary>A block, such as a command: line breaks and tabs stay.</summary>
    public static string Block(string text) => Of(text.ReplaceLineEndings("\n"), keepLines: true);

    /// <summary>Whether the character acts instead of being seen.</summary>
    public static bool Acts(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Control => true,
        UnicodeCategory.Format => rune.Value is not (ZeroWidthNonJoiner or ZeroWidthJoiner),
        UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => true,
        _ => false,
    };

    public static string Escape(Rune rune) => rune.IsBmp ? $"\\u{rune.Value:X4}" : $"\\U{rune.Value:X8}";

    private static string Of(string text, bool keepLines)
    {
        if (!text.Any(character => character is < ' ' or > '~'))
        {
            return text;
        }

        var visible = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            _ = rune.Value switch
            {
                '\n' or '\t' => visible.Append(keepLines ? (char)rune.Value : ' '),
                _ when Acts(rune) => visible.Append(Escape(rune)),
                _ => visible.Append(rune),
            };
        }

        return visible.ToString();
    }
}
