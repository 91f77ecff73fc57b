using T = LandingZone.Cel.CelType;

namespace LandingZone.Cel;

/// <summary>
/// Lists compared as sets, as cel-go's sets extension does. What the known elements prove holds for incomplete lists
/// too; all else about them is an error.
/// </summary>
internal static class Sets
{
    /// <summary>Comparisons that cost less than a set.</summary>
    private const int FewComparisons = 64;

    /// <summary>An element takes more memory in a set than in a list.</summary>
    private const int CostOfSet = 16;

    private static readonly T Elements = T.List(T.Parameter("A"));

    public static readonly CelFunction[] All =
    [
        Relation("sets.contains", Contains),
        Relation("sets.equivalent", Equivalent),
        Relation("sets.intersects", Intersects),
    ];

    private static CelFunction Relation(string name, Func<CelList, CelList, Value> relate) => new(
        name,
        CelOverload.Global([Elements, Elements], T.Bool, (a, b) => relate(a.AsList, b.AsList)) with
        {
            AcceptsIncomplete = true,
            Cost = CostOfSet,
        });

    /// <summary>False once an element of the second is surely not in the first.</summary>
    private static Value Contains(CelList list, CelList part) => Each(list, part, decisive: false);

    private static Value Intersects(CelList list, CelList other) => Each(list, other, decisive: true);

    private static Value Equivalent(CelList left, CelList right)
    {
        var one = Contains(left, right);
        if (one.IsBool(false))
        {
            return one;
        }

        var other = Contains(right, left);
        return one.IsError && other.IsTrue ? one : other;
    }

    /// <summary>Whether the elements of one list are in the other, until an answer decides.</summary>
    private static Value Each(CelList list, CelList elements, bool decisive)
    {
        var set = (long)list.Count * elements.Count > FewComparisons ? new ElementSet(list) : null;
        CelError? error = null;
        foreach (var element in elements.Values)
        {
            var found = set is null ? Collections.IsElement(element, list) : set.Contains(element);
            if (found.IsBool(decisive))
            {
                return found;
            }

            error = found.IsError ? CelError.First(error, found.AsError) : error;
        }

        error ??= elements.Incomplete;
        return error is null ? Value.Of(!decisive) : Value.OfError(error);
    }
}
