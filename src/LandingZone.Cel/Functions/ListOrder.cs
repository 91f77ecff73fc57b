using T = LandingZone.Cel.CelType;

namespace LandingZone.Cel;

/// <summary>Order and sums of lists, under the names of cel-go and Kubernetes.</summary>
internal static class ListOrder
{
    /// <summary>An element is compared with about as many others.</summary>
    private const int CostOfSorting = 16;

    private static readonly T[] Ordered =
        [T.Int, T.Uint, T.Double, T.String, T.Bool, T.Bytes, T.Timestamp, T.Duration];

    public static readonly CelFunction[] All =
    [
        new("sort", [.. Ordered.Select(Sort)]),
        new("isSorted", [.. Ordered.Select(type => CelOverload.Member([T.List(type)], T.Bool, IsSorted))]),
        new("min", [.. Ordered.Select(type => Extreme("min", type, sign: -1))]),
        new("max", [.. Ordered.Select(type => Extreme("max", type, sign: 1))]),
        new(
            "sum",
            Sum(T.Int, Value.Of(0)),
            Sum(T.Uint, Value.OfUint(0)),
            Sum(T.Double, Value.Of(0.0)),
            Sum(T.Duration, Value.OfDuration(0))),
    ];

    public static bool HasOrder(T type) => Ordered.Any(ordered => ordered.Kind == type.Kind);

    /// <summary>The elements in the order of their keys; those with equal keys stay as they were.</summary>
    /// <param name="keys">One for each element.</param>
    public static Value SortBy(CelList list, IReadOnlyList<Value> keys)
    {
        for (var index = 0; index < keys.Count; index++)
        {
            if (Fault(keys[0], keys[index]) is { } fault)
            {
                return fault;
            }
        }

        var order = Enumerable.Range(0, keys.Count).ToArray();
        Array.Sort(order, (one, other) =>
            Ordering.Compare(keys[one], keys[other]) is { } sign and not 0 ? sign : one.CompareTo(other));
        return Value.Of(CelList.Of([.. order.Select(index => list[index])]));
    }

    /// <summary>The greatest (sign 1) or least (sign -1) of values that have an order.</summary>
    public static Value Extreme(string function, IEnumerable<Value> values, int sign)
    {
        var best = Value.OfError($"{function}() of an empty list");
        foreach (var value in values)
        {
            if (value.IsError)
            {
                return value;
            }

            if (best.IsError)
            {
                best = value;
            }

            if (Ordering.Compare(value, best) is not { } order)
            {
                return NoOrder(best, value);
            }

            best = Math.Sign(order) == sign ? value : best;
        }

        return best;
    }

    private static CelOverload Extreme(string function, T type, int sign) =>
        CelOverload.Member([T.List(type)], type, list => Extreme(function, list.AsList.Values, sign));

    private static CelOverload Sort(T type) =>
        CelOverload.Member([T.List(type)], T.List(type), Sort) with { Cost = CostOfSorting };

    private static Value Sort(Value list) => SortBy(list.AsList, [.. list.AsList.Values]);

    private static Value IsSorted(Value list)
    {
        var elements = list.AsList;
        var isSorted = true;
        for (var index = 0; index < elements.Count; index++)
        {
            if (Fault(elements[0], elements[index]) is { } fault)
            {
                return fault;
            }

            isSorted &= index == 0 || Ordering.Compare(elements[index - 1], elements[index]) <= 0;
        }

        return Value.Of(isSorted);
    }

    /// <summary>An element that is an error or has no order with the first.</summary>
    private static Value? Fault(Value first, Value value)
    {
        if (value.Kind <= ValueKind.Error)
        {
            return Faults.Of(value);
        }

        return first.Kind != value.Kind || Ordering.Compare(value, value) is null ? NoOrder(first, value) : null;
    }

    private static Value NoOrder(Value first, Value value) =>
        Value.OfError($"{Describe(first)} and {Describe(value)} have no order");

    private static string Describe(Value value) => $"{RuntimeTypes.NameOf(value)} '{value}'";

    private static CelOverload Sum(T type, Value zero) => CelOverload.Member(
        [T.List(type)],
        type,
        list => list.AsList.Count == 0 ? zero : list.AsList.Values.Aggregate(Plus));

    private static Value Plus(Value sum, Value value) => (sum.Kind, value.Kind) switch
    {
        (ValueKind.Error, _) => sum,
        (_, <= ValueKind.Error) => Faults.Of(value),
        (ValueKind.Int, ValueKind.Int) => Arithmetic.Int((Int128)sum.AsInt + value.AsInt),
        (ValueKind.Uint, ValueKind.Uint) => Arithmetic.Uint((Int128)sum.AsUint + value.AsUint),
        (ValueKind.Double, ValueKind.Double) => Value.Of(sum.AsDouble + value.AsDouble),
        (ValueKind.Duration, ValueKind.Duration) =>
            Arithmetic.Duration((Int128)sum.DurationNanos + value.DurationNanos),
        _ => Value.OfError($"sum() does not add {RuntimeTypes.NameOf(value)} to {RuntimeTypes.NameOf(sum)}"),
    };
}
