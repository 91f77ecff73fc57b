namespace LandingZone.Cel;

/// <summary>
/// A list that the language can index. An element may be an error, such as a link that leads nowhere.
/// </summary>
public abstract class CelList
{
    public static CelList Empty { get; } = new ArrayList([], null);

    public abstract int Count { get; }

    /// <summary>Why there may be more elements than these; null when the list is complete.</summary>
    public virtual CelError? Incomplete => null;

    /// <summary>A list of the host weighs its elements as one each.</summary>
    internal virtual Extent Extent => field ??= new Extent(Count + 1, 1);

    internal IEnumerable<Value> Values
    {
        get
        {
            for (var index = 0; index < Count; index++)
            {
                yield return this[index];
            }
        }
    }

    public abstract Value this[int index] { get; }

    public static CelList Of(IReadOnlyList<Value> values, CelError? incomplete = null) =>
        new ArrayList(values as Value[] ?? [.. values], incomplete);

    private sealed class ArrayList(Value[] values, CelError? incomplete) : CelList
    {
        public override int Count => values.Length;

        public override CelError? Incomplete => incomplete;

        internal override Extent Extent => field ??= Weight.Sum(values);

        public override Value this[int index] => values[index];
    }
}
