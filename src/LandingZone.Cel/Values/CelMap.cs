namespace LandingZone.Cel;

/// <summary>A map from bool, int, uint or string to any value. Whole numbers that are equal are one key.</summary>
public abstract class CelMap
{
    public abstract int Count { get; }

    public abstract IEnumerable<Value> Keys { get; }

    /// <summary>A map of strings weighs its keys and values as one each.</summary>
    internal virtual Extent Extent => field ??= new Extent((2 * Count) + 1, 1);

    public abstract bool TryGet(Value key, out Value value);

    public static CelMap Of(IReadOnlyDictionary<Value, Value> entries) => new ValueMap(entries);

    public static CelMap Of(IReadOnlyDictionary<string, string> entries) => new StringMap(entries);

    internal static bool CanBeKey(ValueKind? kind) =>
        kind is ValueKind.Bool or ValueKind.Int or ValueKind.Uint or ValueKind.String;

    private sealed class ValueMap(IReadOnlyDictionary<Value, Value> entries) : CelMap
    {
        public override int Count => entries.Count;

        public override IEnumerable<Value> Keys => entries.Keys;

        internal override Extent Extent => field ??= Weight.Sum(entries.Keys.Concat(entries.Values));

        public override bool TryGet(Value key, out Value value) => entries.TryGetValue(key, out value);
    }

    private sealed class StringMap(IReadOnlyDictionary<string, string> entries) : CelMap
    {
        public override int Count => entries.Count;

        public override IEnumerable<Value> Keys => entries.Keys.Select(Value.Of);

        public override bool TryGet(Value key, out Value value)
        {
            var found = entries.TryGetValue(key.Kind == ValueKind.String ? key.AsString : "", out var text);
            value = found ? Value.Of(text!) : default;
            return found && key.Kind == ValueKind.String;
        }
    }
}
