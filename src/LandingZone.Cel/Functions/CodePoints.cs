namespace LandingZone.Cel;

/// <summary>Strings as the language counts them: in code points, where C# counts UTF-16 units.</summary>
internal static class CodePoints
{
    public static int Count(string text) => Count(text, text.Length);

    /// <summary>The code points before a UTF-16 offset.</summary>
    public static int Count(string text, int end)
    {
        var count = end;
        for (var index = 0; index < end; index++)
        {
            count -= char.IsLowSurrogate(text[index]) ? 1 : 0;
        }

        return count;
    }

    /// <summary>The UTF-16 offset of a code point; -1 where the text has not so many.</summary>
    public static int OffsetOf(string text, long codePoint)
    {
        if (codePoint < 0 || codePoint > text.Length)
        {
            return -1;
        }

        var offset = 0;
        for (; codePoint > 0 && offset < text.Length; codePoint--)
        {
            offset += char.IsHighSurrogate(text[offset]) ? 2 : 1;
        }

        return codePoint == 0 ? offset : -1;
    }
}
