using System.Globalization;

namespace LandingZone.Cel.Tests;

/// <summary>
/// Writes well-typed expressions over a world <c>w</c>: bools p, q, r, an int n, a list of ints and a list of records
/// with a bool and an int. Plain ones have nothing that needs several elements at once: exists_one, filter, map, sort …
/// </summary>
internal sealed partial class RandomExpression(Random random, bool isPlain = false)
{
    private readonly string[] _quantifiers = isPlain ? ["all", "exists"] : ["all", "exists", "exists_one"];
    private int _variables;

    public string Bool(int depth) => depth == 0
        ? Pick(["w.p", "w.q", "w.r", "true", "false"])
        : random.Next(isPlain ? 14 : 18) switch
        {
            0 => $"!({Bool(depth - 1)})",
            1 or 2 => $"({Bool(depth - 1)} && {Bool(depth - 1)})",
            3 or 4 => $"({Bool(depth - 1)} || {Bool(depth - 1)})",
            5 => $"({Bool(depth - 1)} ? {Bool(depth - 1)} : {Bool(depth - 1)})",
            6 => $"({Bool(depth - 1)} == {Bool(depth - 1)})",
            7 => $"({Int(depth - 1)} {Pick(["<", "<=", "==", "!=", ">"])} {Int(depth - 1)})",
            8 => $"({Int(depth - 1)} in {List(depth - 1)})",
            9 => $"({List(depth - 1)} {Pick(["==", "!="])} {List(depth - 1)})",
            10 or 11 => OverInts(Pick(_quantifiers), depth - 1),
            12 => OverItems(Pick(_quantifiers), depth - 1),
            >= 14 => BoolOfLists(depth - 1),
            _ => Pick(["has(w.p)", "w.p", "w.q", "w.r"]),
        };

    private string Int(int depth) => depth == 0
        ? Pick(["w.n", "0", "1", "2"])
        : random.Next(isPlain ? 5 : 7) switch
        {
            0 => $"size({List(depth - 1)})",
            1 => $"{List(depth - 1)}[{random.Next(2)}]",
            2 => $"({Bool(depth - 1)} ? {Int(depth - 1)} : {Int(depth - 1)})",
            3 => $"({Int(depth - 1)} + {Int(depth - 1)})",
            >= 5 => IntOfList(depth - 1),
            _ => Pick(["w.n", "0", "1", "2"]),
        };

    private string List(int depth) => depth == 0 || isPlain
        ? Pick(["w.list", "[0]", "[1, 2]"])
        : random.Next(10) switch
        {
            0 => $"({List(depth - 1)} + {List(depth - 1)})",
            1 or 2 => OverInts("filter", depth - 1),
            3 => OverInts("map", depth - 1, mapped: true),
            4 => $"{OverItems("filter", depth - 1)}.map(i, i.n)",
            5 => $"({Bool(depth - 1)} ? {List(depth - 1)} : {List(depth - 1)})",
            >= 7 => ListOfLists(depth - 1),
            _ => "w.list",
        };

    private string OverInts(string macro, int depth, bool mapped = false)
    {
        var (range, variable) = (List(depth), Variable());
        var test = $"{variable} {Pick(["<", "==", "!=", ">"])} {Int(depth)}";
        return mapped
            ? $"{range}.{macro}({variable}, {variable} + {Int(depth)})"
            : $"{range}.{macro}({variable}, {test} {Pick(["&&", "||"])} {Bool(depth)})";
    }

    private string OverItems(string macro, int depth)
    {
        var variable = Variable();
        var test = Pick([$"{variable}.good", $"!{variable}.good", $"{variable}.n == {Int(depth)}"]);
        return $"w.items.{macro}({variable}, {test} {Pick(["&&", "||"])} {Bool(depth)})";
    }

    private string Variable() => string.Create(CultureInfo.InvariantCulture, $"v{_variables++}");

    private string Pick(string[] choices) => choices[random.Next(choices.Length)];
}
