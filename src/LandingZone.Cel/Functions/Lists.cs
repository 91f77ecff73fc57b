using T = LandingZone.Cel.CelType;

namespace LandingZone.Cel;

/// <summary>
/// Parts and positions of lists, as cel-go's lists extension and Kubernetes' list library name them. Of an incomplete
/// list they are errors, for what is missing may be anywhere; <c>flatten</c> and <c>distinct</c> keep what is known.
/// </summary>
internal static class Lists
{
    /// <summary>An element takes more memory in a set than in a list.</summary>
    private const int CostOfSet = 16;

    private static readonly T Any = T.Parameter("A");
    private static readonly T Elements = T.List(Any);

    public static readonly CelFunction[] All =
    [
        new(
            "distinct",
            CelOverload.Member([Elements], Elements, Distinct) with { AcceptsIncomplete = true, Cost = CostOfSet }),
        new(
            "flatten",
            CelOverload.Member([T.List(Elements)], Elements, list => Flatten(list, 1)) with
            {
                AcceptsIncomplete = true,
            },
            CelOverload.Member([T.List(T.Dyn), T.Int], T.List(T.Dyn), (list, depth) => Flatten(list, depth.AsInt)) with
            {
                AcceptsIncomplete = true,
            }),
        new("slice", CelOverload.Member([Elements, T.Int, T.Int], Elements, Slice)),
        new("first", CelOverload.Member([Elements], Any, list => At(list.AsList, 0, "first")) with { Cost = 0 }),
        new(
            "last",
            CelOverload.Member([Elements], Any, list => At(list.AsList, list.AsList.Count - 1, "last")) with
            {
                Cost = 0,
            }),
        new("reverse", CelOverload.Member([Elements], Elements, list => Made(list.AsList.Values.Reverse()))),
        new("indexOf", CelOverload.Member([Elements, Any], T.Int, IndexOf)),
        new("lastIndexOf", CelOverload.Member([Elements, Any], T.Int, LastIndexOf)),
        new("lists.range", CelOverload.Global([T.Int], T.List(T.Int), Range)),
    ];

    private static Value Made(IEnumerable<Value> values, CelError? incomplete = null) =>
        Value.Of(CelList.Of(values.ToArray(), incomplete));

    /// <summary>The first of each that are equal.</summary>
    private static Value Distinct(Value list)
    {
        var seen = new HashSet<Value>();
        var values = new List<Value>();
        foreach (var value in list.AsList.Values)
        {
            if (Faults.Within(value) is { } fault)
            {
                return Value.OfError(fault);
            }

            if (seen.Add(value))
            {
                values.Add(value);
            }
        }

        return Made(values, list.AsList.Incomplete);
    }

    private static Value Flatten(Value list, long depth)
    {
        if (depth < 0)
        {
            return Value.OfError("flatten() takes a depth of 0 or more");
        }

        var values = new List<Value>();
        var incomplete = (CelError?)null;
        Add(list.AsList, depth);
        return Made(values, incomplete);

        void Add(CelList elements, long levels)
        {
            incomplete ??= elements.Incomplete;
            foreach (var value in elements.Values)
            {
                if (levels > 0 && value.Kind == ValueKind.List)
                {
                    Add(value.AsList, levels - 1);
                }
                else
                {
                    values.Add(value);
                }
            }
        }
    }

    private static Value Slice(Value[] arguments)
    {
        var (list, start, end) = (arguments[0].AsList, arguments[1].AsInt, arguments[2].AsInt);
        return start < 0 || end > list.Count || start > end
            ? Value.OfError(
                $"slice({arguments[1]}, {arguments[2]}) is out of range: the list has {Count(list)} elements")
            : Made(list.Values.Skip((int)start).Take((int)(end - start)));
    }

    private static Value At(CelList list, int index, string function) =>
        list.Count > 0 ? list[index] : Value.OfError($"{function}() of an empty list");

    private static Value Count(CelList list) => Value.Of(list.Count);

    private static Value IndexOf(Value list, Value value) => Find(value, list.AsList, 0, 1);

    private static Value LastIndexOf(Value list, Value value) => Find(value, list.AsList, list.AsList.Count - 1, -1);

    /// <summary>An element of which it is not known whether it is the one leaves the index open.</summary>
    private static Value Find(Value value, CelList list, int start, int step)
    {
        for (var index = start; index >= 0 && index < list.Count; index += step)
        {
            var equal = Equality.Compare(list[index], value);
            if (equal.IsError || equal.IsTrue)
            {
                return equal.IsError ? equal : Value.Of(index);
            }
        }

        return Value.Of(-1);
    }

    private static Value Range(Value count) =>
        count.AsInt < 0 ? Value.OfError("lists.range() takes a count of 0 or more")
        : count.AsInt >= Weight.Max ? Weight.TooLarge
        : Made(Enumerable.Range(0, (int)count.AsInt).Select(number => Value.Of(number)));
}
