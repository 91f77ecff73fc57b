using System.Text;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace LandingZone.Core.Reports;

/// <summary>
/// One line, part by part. Text is added as text, never as markup, so that brackets in a name are just brackets; what
/// acts on a terminal is made visible.
/// </summary>
internal sealed class ConsoleLine(IAnsiConsole console)
{
    public const int MaxWidth = 100;

    private const int MinWidth = 60;
    private const string Cut = "…";

    private readonly Paragraph _line = new();
    private int _used;

    /// <summary>How many columns a line may take.</summary>
    public static int WidthOf(IAnsiConsole console) => Math.Clamp(console.Profile.Width, MinWidth, MaxWidth);

    /// <summary>The columns that are left on this line.</summary>
    public int Left => WidthOf(console) - _used;

    public ConsoleLine Add(string text, Style? style = null)
    {
        var visible = VisibleText.Line(text);
        _line.Append(visible, style);
        _used += Cells(visible);
        return this;
    }

    public ConsoleLine AddIf(bool condition, string text, Style? style = null) => condition ? Add(text, style) : this;

    /// <summary>Cut or filled up to a width.</summary>
    public ConsoleLine Add(string text, int width, Style? style = null)
    {
        var visible = Fit(VisibleText.Line(text), width);
        return Add(visible, style).Add(new string(' ', width - Cells(visible)));
    }

    /// <summary>What is left of the line, cut.</summary>
    public ConsoleLine AddCut(string text, Style? style = null) => Add(Fit(VisibleText.Line(text), Left), style);

    /// <summary>The rest of the line and further lines below it, broken between words.</summary>
    public ConsoleLine AddWrapped(string text, Style? style = null)
    {
        var (indent, width) = (_used, Left);
        var rest = VisibleText.Line(text);
        for (var first = true; rest.Length > 0; first = false)
        {
            var line = FirstLine(rest, width);
            _line.Append((first ? "" : "\n" + new string(' ', indent)) + line.TrimEnd(), style);
            rest = rest[line.Length..];
        }

        return this;
    }

    public void Write()
    {
        console.Write(_line);
        console.WriteLine();
    }

    public static int Cells(string text) => new Segment(text).CellCount();

    private static string Fit(string text, int width) =>
        Cells(text) <= width ? text : Prefix(text, width - Cells(Cut)) + Cut;

    private static string FirstLine(string text, int width)
    {
        if (Cells(text) <= width)
        {
            return text;
        }

        var prefix = Prefix(text, width);
        var space = prefix.LastIndexOf(' ');
        return space > 0 ? prefix[..(space + 1)] : prefix;
    }

    private static string Prefix(string text, int width)
    {
        var prefix = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            width -= Cells(rune.ToString());
            if (width < 0)
            {
                break;
            }

            prefix.Append(rune);
        }

        return prefix.ToString();
    }
}
