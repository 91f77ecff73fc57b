using LandingZone.Core.Rules;
using Spectre.Console;

namespace LandingZone.Core.Reports;

/// <summary>The scores by area and cloud: a bar whose solid part is certain and whose shaded part is unread.</summary>
internal static class ConsoleScores
{
    private const int NumberWidth = 6;
    private const int Gap = 2;
    private const int MaxBar = 10;
    private const string AllAreas = "All areas";
    private const string OpenTitle = "C/H";

    public static void Write(IAnsiConsole console, Summary summary)
    {
        var area = summary.Sections.Select(section => section.Title.Length).Append(AllAreas.Length).Max();
        var open = Math.Max(OpenTitle.Length, Open(summary, null).Sum(part => part.Text.Length));
        var bar = BarWidth(ConsoleLine.WidthOf(console) - area - Gap - open, summary.Clouds.Length);
        var column = bar + NumberWidth + (bar > 0 ? 1 : 0) + Gap;

        var head = new ConsoleLine(console).Add("Area", area + Gap, ConsoleStyle.Quiet);
        foreach (var cloud in summary.Clouds)
        {
            head.Add(Words.Of(cloud), column, ConsoleStyle.Quiet);
        }

        head.Add(OpenTitle, ConsoleStyle.Quiet).Write();
        foreach (var section in summary.Sections)
        {
            Write(console, summary, section, area, bar);
        }

        Write(console, summary, null, area, bar);
    }

    private static void Write(IAnsiConsole console, Summary summary, Section? section, int area, int bar)
    {
        var style = section is null ? ConsoleStyle.Strong : null;
        var line = new ConsoleLine(console).Add(section?.Title ?? AllAreas, area + Gap, style);
        foreach (var cloud in summary.Clouds)
        {
            AddCell(line, summary.ScoreOf(section, cloud), bar);
        }

        foreach (var (text, color) in Open(summary, section))
        {
            line.Add(text, color);
        }

        line.Write();
    }

    private static (string Text, Style? Style)[] Open(Summary summary, Section? section)
    {
        var (critical, high) = (summary.Open(Severity.Critical, section), summary.Open(Severity.High, section));
        return
        [
            ($"{critical:N0}", critical > 0 ? ConsoleStyle.Critical : null),
            ("/", null),
            ($"{high:N0}", high > 0 ? ConsoleStyle.High : null),
        ];
    }

    private static void AddCell(ConsoleLine line, Interval? score, int bar)
    {
        if (bar > 0)
        {
            var (solid, shaded) = Cells(score, bar);
            line.Add(new string('█', solid), score is { } known ? ConsoleStyle.Of(known) : null)
                .Add(new string('▒', shaded), ConsoleStyle.Unread)
                .Add(new string(score is null ? ' ' : '░', bar - solid - shaded) + " ", ConsoleStyle.Quiet);
        }

        var unread = score is { } read && Percent.IsUnread(read);
        line.Add(Percent.Range(score), NumberWidth + Gap, unread ? ConsoleStyle.Unread : null);
    }

    // Never longer than what is certain; an interval is seen however narrow it is.
    private static (int Solid, int Shaded) Cells(Interval? score, int bar)
    {
        if (score is not { } known)
        {
            return (0, 0);
        }

        var solid = Percent.Low(known) * bar / 100;
        var end = (int)Math.Ceiling(Percent.High(known) * bar / 100d);
        return (solid, Percent.IsExact(known) ? 0 : Math.Max(end - solid, Math.Min(1, bar - solid)));
    }

    private static int BarWidth(int width, int clouds) =>
        clouds == 0 ? 0 : Math.Clamp((width / clouds) - NumberWidth - 1 - Gap, 0, MaxBar);
}
