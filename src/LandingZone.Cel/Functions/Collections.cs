using T = LandingZone.Cel.CelType;

namespace LandingZone.Cel;

/// <summary>Size, membership and index.</summary>
internal static class Collections
{
    private static readonly T Any = T.Parameter("A");
    private static readonly T Other = T.Parameter("B");
    private static readonly T Elements = T.List(Any);
    private static readonly T Entries = T.Map(Any, Other);

    public static readonly CelFunction[] All =
    [
        new(
            "size",
            [
                .. Size(T.String, 1, a => CodePoints.Count(a.AsString)),
                .. Size(T.Bytes, 0, a => a.AsBytes.Length),
                .. Size(Elements, 0, a => a.AsList.Count),
                .. Size(Entries, 0, a => a.AsMap.Count),
            ]),
        new(
            Operators.In,
            CelOverload.Global([Any, Elements], T.Bool, (a, b) => IsElement(a, b.AsList)) with
            {
                AcceptsIncomplete = true,
            },
            CelOverload.Global([Any, Entries], T.Bool, (a, b) => Value.Of(b.AsMap.TryGet(a, out _))) with { Cost = 0 }),
        new(
            Operators.Index,
            CelOverload.Global([Elements, T.Int], Any, (a, b) => At(a.AsList, b.AsInt)) with { Cost = 0 },
            CelOverload.Global([Entries, Any], Other, (a, b) => Lookup(a.AsMap, b)) with { Cost = 0 },
            CelOverload.Global([Elements, T.Uint], Any, AtUint) with { Cost = 0 },
            CelOverload.Global([Elements, T.Double], Any, AtDouble) with { Cost = 0 }),
    ];

    public static Value Lookup(CelMap map, Value key)
    {
        if (key.Kind is not (ValueKind.String or ValueKind.Bool) && !key.IsNumber)
        {
            return Value.OfError($"a map has no keys of type {RuntimeTypes.NameOf(key)}");
        }

        return map.TryGet(key, out var value) ? value : Value.OfError($"no such key: '{key}'");
    }

    private static CelOverload[] Size(T type, int cost, Func<Value, int> count) =>
    [
        CelOverload.Global([type], T.Int, a => Value.Of(count(a))) with { Cost = cost },
        CelOverload.Member([type], T.Int, a => Value.Of(count(a))) with { Cost = cost },
    ];

    /// <summary>
    /// True once found; otherwise an element that is an error, or what may be missing, leaves it open.
    /// </summary>
    public static Value IsElement(Value value, CelList elements)
    {
        CelError? error = null;
        var text = value.Kind == ValueKind.String ? value.AsString : null;
        if (text is not null && elements.Texts is { } texts)
        {
            return texts.Contains(text) ? Value.Of(true)
                : elements.Incomplete is { } why ? Value.OfError(why)
                : Value.Of(false);
        }

        for (var index = 0; index < elements.Count; index++)
        {
            var element = elements[index];
            if (text is not null && element.Kind == ValueKind.String)
            {
                if (string.Equals(text, (string)element.Reference!, StringComparison.Ordinal))
                {
                    return Value.Of(true);
                }

                continue;
            }

            var equal = Equality.Compare(value, element);
            if (equal.IsTrue)
            {
                return equal;
            }

            error = equal.IsError ? CelError.First(error, equal.AsError) : error;
        }

        error ??= elements.Incomplete;
        return error is null ? Value.Of(false) : Value.OfError(error);
    }

    private static Value At(CelList list, long index) =>
        index >= 0 && index < list.Count
            ? list[(int)index]
            : Value.OfError($"index {Value.Of(index)} is out of range: the list has {Value.Of(list.Count)} elements");

    private static Value AtUint(Value list, Value index) =>
        At(list.AsList, (long)Math.Min(index.AsUint, long.MaxValue));

    private static Value AtDouble(Value list, Value index) =>
        index.AsDouble is var at && at == Math.Truncate(at) && Math.Abs(at) <= int.MaxValue
            ? At(list.AsList, (long)at)
            : Value.OfError($"no index '{index}' in a list");
}
