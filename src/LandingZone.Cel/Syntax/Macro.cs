namespace LandingZone.Cel;

/// <summary>The macros that run over a list or the keys of a map.</summary>
public enum Macro
{
    All,
    Exists,
    ExistsOne,
    Map,
    Filter,
}

/// <summary>How the macros are written.</summary>
internal static class Macros
{
    public static readonly IReadOnlyList<string> Names =
        ["has", "all", "exists", "exists_one", "existsOne", "map", "filter"];

    public static string NameOf(Macro macro) => macro switch
    {
        Macro.All => "all",
        Macro.Exists => "exists",
        Macro.ExistsOne => "exists_one",
        Macro.Map => "map",
        _ => "filter",
    };
}
