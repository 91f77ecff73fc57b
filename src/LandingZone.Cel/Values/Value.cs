using System.Diagnostics.CodeAnalysis;

namespace LandingZone.Cel;

/// <summary>
/// A value of the Common Expression Language. Numbers, booleans, timestamps and durations are held without boxing;
/// <c>default</c> is <see cref="ValueKind.Unset"/>. Equality is the language's, so 1 equals 1u and 1.0.
/// </summary>
/// <remarks>An accessor of another kind than the value's throws: an error must never read as false or zero.</remarks>
public readonly partial struct Value : IEquatable<Value>
{
    private readonly object? _reference;
    private readonly ObjectType? _objectType;
    private readonly long _bits;
    private readonly int _nanos;

    private Value(ValueKind kind, long bits, object? reference = null, ObjectType? objectType = null, int nanos = 0)
    {
        _reference = reference;
        _objectType = objectType;
        _bits = bits;
        _nanos = nanos;
        Kind = kind;
    }

    public ValueKind Kind { get; }

    public bool IsError => Kind == ValueKind.Error;

    public bool AsBool => Expect(ValueKind.Bool)._bits != 0;

    public long AsInt => Expect(ValueKind.Int)._bits;

    public ulong AsUint => (ulong)Expect(ValueKind.Uint)._bits;

    public double AsDouble => BitConverter.Int64BitsToDouble(Expect(ValueKind.Double)._bits);

    public string AsString => (string)Expect(ValueKind.String)._reference!;

    [SuppressMessage("Performance", "CA1819", Justification = "A copy for each read would cost more than it protects.")]
    public byte[] AsBytes => (byte[])Expect(ValueKind.Bytes)._reference!;

    /// <summary>UTC, cut to 100 ns; the value itself holds nanoseconds.</summary>
    public DateTimeOffset AsTimestamp =>
        DateTimeOffset.FromUnixTimeSeconds(TimestampSeconds).AddTicks(TimestampNanos / TimeSpan.NanosecondsPerTick);

    /// <summary>Cut to 100 ns; the value itself holds nanoseconds.</summary>
    public TimeSpan AsDuration => TimeSpan.FromTicks(DurationNanos / TimeSpan.NanosecondsPerTick);

    public CelList AsList => (CelList)Expect(ValueKind.List)._reference!;

    public CelMap AsMap => (CelMap)Expect(ValueKind.Map)._reference!;

    /// <summary>The host's record.</summary>
    public object AsObject => Expect(ValueKind.Object)._reference!;

    /// <summary>The type of the host's record.</summary>
    public ObjectType ObjectType => Expect(ValueKind.Object)._objectType!;

    public CelType AsType => (CelType)Expect(ValueKind.Type)._reference!;

    public CelError AsError => (CelError)Expect(ValueKind.Error)._reference!;

    internal bool IsBool(bool value) => Kind == ValueKind.Bool && (_bits != 0) == value;

    /// <summary>An error says where it arose; other values are themselves.</summary>
    internal Value At(int offset) => Kind == ValueKind.Error ? OfError(AsError.At(offset)) : this;

    internal bool IsTrue => Kind == ValueKind.Bool && _bits != 0;

    internal bool IsNumber => Kind is ValueKind.Int or ValueKind.Uint or ValueKind.Double;

    internal long TimestampSeconds => Expect(ValueKind.Timestamp)._bits;

    /// <summary>0 to 999,999,999, counted forward from the second also before 1970.</summary>
    internal int TimestampNanos => Expect(ValueKind.Timestamp)._nanos;

    internal long DurationNanos => Expect(ValueKind.Duration)._bits;

    /// <summary>What a hot comparison reads after it has looked at <see cref="Kind"/>.</summary>
    internal long Bits => _bits;

    internal object? Reference => _reference;

    public static bool operator ==(Value left, Value right) => left.Equals(right);

    public static bool operator !=(Value left, Value right) => !left.Equals(right);

    /// <summary>The language's equality; a value that cannot be compared, such as an error, equals nothing.</summary>
    public bool Equals(Value other) => Equality.Compare(this, other).IsTrue;

    public override bool Equals(object? obj) => obj is Value other && Equals(other);

    public override int GetHashCode() => Equality.Hash(this);

    /// <summary>How the value reads in a message for people.</summary>
    public override string ToString() => ValueText.Of(this);

    private Value Expect(ValueKind kind) => Kind == kind ? this : throw Mismatch(kind);

    private InvalidOperationException Mismatch(ValueKind kind) =>
        new($"The value is {Kind}, not {kind}{(IsError ? $": {((CelError)_reference!).Message}" : "")}");
}
