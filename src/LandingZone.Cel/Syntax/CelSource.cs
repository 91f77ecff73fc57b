namespace LandingZone.Cel;

/// <summary>The text of an expression, and where an offset in it stands.</summary>
public sealed class CelSource(string text)
{
    public string Text { get; } = text;

    /// <summary>Line and column from 1; the column counts UTF-16 units as editors do.</summary>
    public (int Line, int Column) Position(int offset)
    {
        var before = Text.AsSpan(0, Math.Clamp(offset, 0, Text.Length));
        return (before.Count('\n') + 1, before.Length - before.LastIndexOf('\n'));
    }
}
