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

    /// <summary>The elements as a set, where they are texts and so many that a search would be slow; null elsewhere.</summary>
    internal virtual HashSet<string>? Texts => null;

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
        // Fewer are found sooner one by one. The set is worth making when the list is asked a second time.
        private const int FewestInSet = 32;

        private HashSet<string>? _texts;
        private bool _wasAsked;

        internal override HashSet<string>? Texts
        {
            get
            {
                if (_texts is null && values.Length >= FewestInSet)
                {
                    if (_wasAsked && Array.TrueForAll(values, value => value.Kind == ValueKind.String))
                    {
                        _texts = [.. values.Select(value => value.AsString)];
                    }

                    _wasAsked = true;
                }

                return _texts;
            }
        }

        public override int Count => values.Length;

        public override CelError? Incomplete => incomplete;

        internal override Extent Extent => field ??= Weight.Sum(values);

        public override Value this[int index] => values[index];
    }
}
