namespace LandingZone.Cel;

/// <summary>The macros that run over a list or the keys of a map.</summary>
public enum Macro
{
    All,
    Exists,
    ExistsOne,
    Map,
    Filter,
    TransformList,
    TransformMap,
    SortBy,
    GroupBy,
    Overlapping,
}

/// <summary>How the macros are written.</summary>
internal static class Macros
{
    private static readonly Dictionary<(string Name, int Arguments), MacroShape> Shapes = new()
    {
        [("all", 2)] = new(Macro.All, HasPredicate: true),
        [("all", 3)] = new(Macro.All, HasSecond: true, HasPredicate: true),
        [("exists", 2)] = new(Macro.Exists, HasPredicate: true),
        [("exists", 3)] = new(Macro.Exists, HasSecond: true, HasPredicate: true),
        [("exists_one", 2)] = new(Macro.ExistsOne, HasPredicate: true),
        [("existsOne", 2)] = new(Macro.ExistsOne, HasPredicate: true),
        [("existsOne", 3)] = new(Macro.ExistsOne, HasSecond: true, HasPredicate: true),
        [("filter", 2)] = new(Macro.Filter, HasPredicate: true),
        [("map", 2)] = new(Macro.Map, HasResult: true),
        [("map", 3)] = new(Macro.Map, HasPredicate: true, HasResult: true),
        [("transformList", 3)] = new(Macro.TransformList, HasSecond: true, HasResult: true),
        [("transformList", 4)] = new(Macro.TransformList, HasSecond: true, HasPredicate: true, HasResult: true),
        [("transformMap", 3)] = new(Macro.TransformMap, HasSecond: true, HasResult: true),
        [("transformMap", 4)] = new(Macro.TransformMap, HasSecond: true, HasPredicate: true, HasResult: true),
        [("sortBy", 2)] = new(Macro.SortBy, HasResult: true),
        [("groupBy", 2)] = new(Macro.GroupBy, HasResult: true),
        [("overlapping", 2)] = new(Macro.Overlapping, HasResult: true),
    };

    public static readonly IReadOnlyList<string> Names =
        ["has", .. Shapes.Keys.Select(shape => shape.Name).Distinct()];

    public static MacroShape? Find(string name, int arguments) => Shapes.GetValueOrDefault((name, arguments));

    /// <summary>How the macro is called, such as <c>list.map(x, …)</c>.</summary>
    public static string Usage(string name) =>
        Shapes.First(shape => shape.Key.Name == name).Value.HasSecond ? $"list.{name}(i, x, …)" : $"list.{name}(x, …)";

    public static string NameOf(Macro macro) => Shapes.First(shape => shape.Value.Macro == macro).Key.Name;
}

/// <param name="HasSecond">
/// Two variables, the index and the element of a list or the key and the value of a map; otherwise the element or the
/// key.
/// </param>
internal sealed record MacroShape(
    Macro Macro, bool HasSecond = false, bool HasPredicate = false, bool HasResult = false);
