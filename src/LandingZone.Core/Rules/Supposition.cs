using LandingZone.Cel;

namespace LandingZone.Core.Rules;

/// <summary>What else a fact could be, the likeliest first.</summary>
internal static class Supposition
{
    private const int Years = 10;

    /// <param name="seen">The fact as it is.</param>
    /// <param name="limits">Numbers that the rule compares with.</param>
    /// <param name="asOf">The rule's <c>now</c>.</param>
    public static IEnumerable<(Value Value, string Text)> Of(
        Observation seen, IReadOnlyCollection<Value> limits, DateTimeOffset asOf)
    {
        var now = seen.Value;
        return (seen.Property.Type, now.Kind) switch
        {
            (_, ValueKind.Bool) => [Plain(Value.Of(!now.AsBool))],
            ({ Kind: ValueKind.Bool }, _) => [Plain(Value.Of(true)), Plain(Value.Of(false))],
            (EnumType type, _) => Others(now, type.Values.Select(Value.Of)).Select(Plain),
            ({ Kind: ValueKind.Int or ValueKind.Double }, _) => Numbers(now, seen.Property.Type.Kind!.Value, limits),
            ({ Kind: ValueKind.Timestamp }, _) => [Time(asOf), Time(asOf.AddYears(-Years)), Time(asOf.AddYears(Years))],
            (ListType list, _) => Lists(now, list),
            _ => [],
        };
    }

    private static (Value Value, string Text) Plain(Value value) => (value, value.ToString());

    private static (Value Value, string Text) Time(DateTimeOffset time) => Plain(Value.Of(time));

    private static IEnumerable<(Value Value, string Text)> Numbers(
        Value now, ValueKind kind, IEnumerable<Value> limits)
    {
        var beside = limits.Where(limit => limit.Kind == kind).SelectMany(limit => new[] { 0, 1, -1 }.Select(step =>
            kind == ValueKind.Int ? Value.Of(limit.AsInt + step) : Value.Of(limit.AsDouble + step)));
        return Others(now, beside.Distinct()).OrderBy(other => Distance(now, other)).Select(Plain);
    }

    private static IEnumerable<Value> Others(Value now, IEnumerable<Value> values) =>
        values.Where(value => now.IsError || value != now);

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
