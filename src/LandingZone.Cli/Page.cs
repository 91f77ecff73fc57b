using LandingZone.Core.Reports;

namespace LandingZone.Cli;

/// <summary>Text for a person, wrapped at a width; what would act on a terminal is shown instead.</summary>
internal sealed class Page(TextWriter output, int width = 100)
{
    private const int LabelWidth = 11;

    public void Blank() => output.WriteLine();

    public void Heading(string text)
    {
        output.WriteLine();
        output.WriteLine(VisibleText.Line(text));
    }

    /// <summary>Paragraphs; each line of the text begins a new line.</summary>
    public void Text(string text, int indent = 0)
    {
        foreach (var line in VisibleText.Block(text.TrimEnd()).Split('\n'))
        {
            Wrap(line, new string(' ', indent), new string(' ', indent));
        }
    }

    /// <summary>A label and what it says, the further lines below the first.</summary>
    public void Row(string label, string text, int indent = 0, int labelWidth = LabelWidth)
    {
        var first = new string(' ', indent) + VisibleText.Line(label).PadRight(labelWidth - 1) + " ";
        foreach (var line in VisibleText.Block(text.TrimEnd()).Split('\n'))
        {
            Wrap(line, first, new string(' ', indent + labelWidth));
            first = new string(' ', indent + labelWidth);
        }
    }

    private void Wrap(string line, string first, string others)
    {
        var before = first;
        while (before.Length + line.Length > width && Break(line, width - before.Length) is var at && at > 0)
        {
            output.WriteLine(before + line[..at].TrimEnd());
            line = line[at..].TrimStart();
            before = others;
        }

        output.WriteLine((before + line).TrimEnd());
    }

    /// <summary>Behind the last space that fits, or the first one when a word is too long; 0 when there is none.</summary>
    private static int Break(string line, int room)
    {
        var at = room > 0 && room < line.Length ? line.LastIndexOf(' ', room) : -1;
        return 1 + (at > 0 ? at : line.IndexOf(' ', Math.Clamp(room, 0, line.Length)));
    }
}
