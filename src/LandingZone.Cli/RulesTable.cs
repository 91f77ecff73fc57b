using Spectre.Console;

namespace LandingZone.Cli;

/// <summary>A table: coloured and wrapped on a terminal, one line a row for other programs.</summary>
internal static class RulesTable
{
    private const int NarrowestLast = 12;

    public static void Write(string[] columns, List<string[]> rows)
    {
        var widths = columns.Select((name, i) => rows.Select(row => row[i].Length).Append(name.Length).Max()).ToArray();

        // A narrower terminal would cut cells to nothing.
        var least = widths[..^1].Sum() + columns.Length + NarrowestLast;
        if (Console.IsOutputRedirected || AnsiConsole.Profile.Width < least)
        {
            WritePlain(columns, rows, widths);
            return;
        }

        var table = new Table { Border = TableBorder.None };
        var last = columns[^1];
        foreach (var name in columns)
        {
            table.AddColumn(new TableColumn(new Text(name, new Style(Color.Grey))) { NoWrap = name != last });
        }

        foreach (var row in rows)
        {
            table.AddRow(row.Select(cell => new Text(cell, StyleOf(cell))));
        }

        AnsiConsole.Write(table);
    }

    private static Style StyleOf(string cell) => cell switch
    {
        "critical" => new Style(Color.Red),
        "high" => new Style(Color.Yellow),
        _ => Style.Plain,
    };

    private static void WritePlain(string[] columns, List<string[]> rows, int[] widths)
    {
        foreach (var row in rows.Prepend(columns))
        {
            Console.WriteLine(string.Join("  ", row.Select((cell, i) => cell.PadRight(widths[i]))).TrimEnd());
        }
    }
}
