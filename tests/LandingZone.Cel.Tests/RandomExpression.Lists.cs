namespace LandingZone.Cel.Tests;

/// <summary>Functions and macros that need all elements, their order or their keys.</summary>
internal sealed partial class RandomExpression
{
    /// <summary>The first is the others' whole, of which the second contains the third.</summary>
    private const string Block = "['10.0.0.0/8', '10.1.0.0/16', '10.1.2.0/24', '10.2.0.0/16']";

    private string BoolOfLists(int depth) => random.Next(6) switch
    {
        0 or 1 => $"sets.{Pick(["contains", "intersects", "equivalent"])}({List(depth)}, {List(depth)})",
        2 => $"{List(depth)}.isSorted()",
        3 => OverPairs(Pick(["all", "exists", "existsOne"]), depth),
        4 => OverOverlaps(depth),
        _ => $"cel.bind(b, {Bool(depth)}, {Pick(["b || ", "b && ", "b == "])}{Bool(depth)})",
    };

    private string IntOfList(int depth) => random.Next(3) switch
    {
        0 => $"{List(depth)}.{Pick(["sum", "min", "max", "first", "last"])}()",
        1 => $"{List(depth)}.{Pick(["indexOf", "lastIndexOf"])}({Int(depth)})",
        _ => $"math.{Pick(["greatest", "least"])}({Int(depth)}, {Int(depth)})",
    };

    private string ListOfLists(int depth) => random.Next(7) switch
    {
        0 => $"{List(depth)}.{Pick(["sort", "distinct", "reverse"])}()",
        1 => $"[{List(depth)}, {List(depth)}].flatten()",
        2 => $"{List(depth)}.slice(0, 1)",
        3 => OverPairs("transformList", depth),
        4 => $"{List(depth)}.groupBy(g, g % 2)[0]",
        5 => $"w.items.sortBy(s, {Pick(["s.n", "s.good", "0"])}).map(s, s.n)",
        _ => $"w.items.groupBy(g, {Pick(["g.n", "g.good ? 1 : 0"])})[1].map(g, g.n)",
    };

    private string OverPairs(string macro, int depth)
    {
        var (index, element) = (Variable(), Variable());
        var test = $"{Pick([index, element])} {Pick(["<", "==", "!="])} {Pick([index, element, Int(depth)])}";
        return macro == "transformList"
            ? $"{List(depth)}.{macro}({index}, {element}, {test}, {Pick([index, element])})"
            : $"{List(depth)}.{macro}({index}, {element}, {test} {Pick(["&&", "||"])} {Bool(depth)})";
    }

    private string OverOverlaps(int depth)
    {
        var (variable, key) = (Variable(), Variable());
        var groups = $"w.items.overlapping({key}, {Block}[{key}.n])";
        return random.Next(3) switch
        {
            0 => $"({groups}.size() {Pick(["==", ">"])} {Int(depth)})",
            1 => $"{groups}.{Pick(["all", "exists"])}({variable}, {variable}.size() > {Int(depth)})",
            _ => $"{groups}.{Pick(["all", "exists"])}({variable}, {variable}.{Pick(["all", "exists"])}(e, e.good))",
        };
    }
}
