using LandingZone.Cel;

namespace LandingZone.Core.Rules;

/// <summary>What else a fact could be, the likeliest first.</summary>
internal static class Supposition
{
    private const int Years = 10;

    /// <param name="seen">The fact as it is.</param>
    /// <param name="limits">Numbers that the rule compares with.</param>
    /// <param name="asOf">The rule's <c>now</c>.</param>
    public static IEnumerable<(Value Value, string Text)> Of(Observation seen, IReadOnlyCollection<Value> limits, DateTimeOffset asOf)
    {
        var now = seen.Value;
        return (seen.Property.Type, now.Kind) switch
        {
            (_, ValueKind.Bool) => [Plain(Value.Of(!now.AsBool))],
            ({ Kind: ValueKind.Bool }, _) => [Plain(Value.Of(true)), Plain(Value.Of(false))],
            (EnumType type, _) => type.Values.Select(Value.Of).Where(value => now.IsError || value != now).Select(Plain),
            ({ Kind: ValueKind.Int }, _) => Numbers(now, limits.Where(limit => limit.Kind == ValueKind.Int)
                .SelectMany(limit => new[] { limit.AsInt, limit.AsInt + 1, limit.AsInt - 1 }).Select(Value.Of)),
            ({ Kind: ValueKind.Double }, _) => Numbers(now, limits.Where(limit => limit.Kind == ValueKind.Double)
                .SelectMany(limit => new[] { limit.AsDouble, limit.AsDouble + 1, limit.AsDouble - 1 }).Select(Value.Of)),
            ({ Kind: ValueKind.Timestamp }, _) => [Time(asOf), Time(asOf.AddYears(-Years)), Time(asOf.AddYears(Years))],
            (ListType list, _) => Lists(now, list),
            _ => [],
        };
    }

    private static (Value Value, string Text) Plain(Value value) => (value, value.ToString());

    private static (Value Value, string Text) Time(DateTimeOffset time) => Plain(Value.Of(time));

    private static IEnumerable<(Value Value, string Text)> Numbers(Value now, IEnumerable<Value> others) =>
        others.Distinct().Where(other => now.IsError || other != now).OrderBy(other => Distance(now, other)).Select(Plain);

    private static double Distance(Value now, Value other) =>
        now.IsError ? 0 : Math.Abs(Number(now) - Number(other));

    private static double Number(Value value) => value.Kind == ValueKind.Int ? value.AsInt : value.AsDouble;

    private static IEnumerable<(Value Value, string Text)> Lists(Value now, ListType type)
    {
        if (now.IsError)
        {
            return [Empty];
        }

        var items = Enumerable.Range(0, now.AsList.Count).Select(i => now.AsList[i]).ToList();
        if (now.AsList.Incomplete is not null)
        {
            return [(Value.Of(CelList.Of(items)), "complete with what was seen")];
        }

        // What is in an account cannot be supposed away; what is in a fact can.
        return type.Element is RecordType || items.Count == 0 ? [] : items.Count == 1 ? [Empty]
            : items.Select((_, i) => Plain(Value.Of(CelList.Of([.. items[..i], .. items[(i + 1)..]])))).Append(Empty);
    }

    private static (Value Value, string Text) Empty => (Value.Of(CelList.Empty), "empty");
}
