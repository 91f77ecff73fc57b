using T = LandingZone.Cel.CelType;

namespace LandingZone.Cel;

/// <summary>
/// Keys of maps whatever their case, as people write tags. The key as it is asked for comes before one of other case.
/// </summary>
internal static class Maps
{
    private static readonly T Any = T.Parameter("A");
    private static readonly T Entries = T.Map(T.String, Any);

    public static readonly CelFunction[] All =
    [
        new("hasIgnoreCase", CelOverload.Member([Entries, T.String], T.Bool, Has)),
        new("getIgnoreCase", CelOverload.Member([Entries, T.String], Any, Get)),
    ];

    private static Value Has(Value map, Value key) => Value.Of(Find(map.AsMap, key).Count > 0);

    private static Value Get(Value map, Value key) => Find(map.AsMap, key) switch
    {
        [] => Value.OfError($"no such key: '{key}'"),
        [var found] => map.AsMap.TryGet(found, out var value) ? value : Value.OfError($"no such key: '{key}'"),
        [var one, var other, ..] => Value.OfError($"'{key}' is both '{one}' and '{other}'"),
    };

    private static List<Value> Find(CelMap map, Value key)
    {
        if (map.TryGet(key, out _))
        {
            return [key];
        }

        return [.. map.Keys.Where(candidate => IsSame(candidate, key.AsString))];
    }

    private static bool IsSame(Value candidate, string key) =>
        candidate.Kind == ValueKind.String
        && string.Equals(candidate.AsString, key, StringComparison.OrdinalIgnoreCase);
}
