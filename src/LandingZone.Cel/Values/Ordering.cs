namespace LandingZone.Cel;

/// <summary>The language's order of values; numbers of different kinds compare by what they are worth.</summary>
internal static class Ordering
{
    private const double TwoTo63 = 9223372036854775808.0;
    private const double TwoTo64 = 18446744073709551616.0;

    /// <summary>
    /// Negative, zero or positive; null when the two have no order (NaN, or kinds that do not compare).
    /// </summary>
    public static int? Compare(Value left, Value right) => (left.Kind, right.Kind) switch
    {
        (ValueKind.Int, ValueKind.Int) => left.AsInt.CompareTo(right.AsInt),
        (ValueKind.Uint, ValueKind.Uint) => left.AsUint.CompareTo(right.AsUint),
        (ValueKind.Double, ValueKind.Double) => Compare(left.AsDouble, right.AsDouble),
        (ValueKind.Int, ValueKind.Uint) => Compare(left.AsInt, right.AsUint),
        (ValueKind.Uint, ValueKind.Int) => -Compare(right.AsInt, left.AsUint),
        (ValueKind.Int, ValueKind.Double) => Compare(left.AsInt, right.AsDouble),
        (ValueKind.Double, ValueKind.Int) => -Compare(right.AsInt, left.AsDouble),
        (ValueKind.Uint, ValueKind.Double) => Compare(left.AsUint, right.AsDouble),
        (ValueKind.Double, ValueKind.Uint) => -Compare(right.AsUint, left.AsDouble),
        (ValueKind.String, ValueKind.String) => Compare(left.AsString, right.AsString),
        (ValueKind.Bytes, ValueKind.Bytes) => left.AsBytes.AsSpan().SequenceCompareTo(right.AsBytes),
        (ValueKind.Bool, ValueKind.Bool) or (ValueKind.Duration, ValueKind.Duration) => left.Bits.CompareTo(right.Bits),
        (ValueKind.Timestamp, ValueKind.Timestamp) => CompareTimestamps(left, right),
        _ => null,
    };

    /// <summary>By code point, as the language and UTF-8 order; UTF-16 orders surrogates before U+E000.</summary>
    public static int Compare(string left, string right)
    {
        var shared = left.AsSpan().CommonPrefixLength(right);
        if (shared == left.Length || shared == right.Length)
        {
            return left.Length.CompareTo(right.Length);
        }

        var (one, other) = (left[shared], right[shared]);
        var (oneHigh, otherHigh) = (char.IsSurrogate(one), char.IsSurrogate(other));
        return oneHigh == otherHigh ? one.CompareTo(other) : oneHigh ? 1 : -1;
    }

    private static int? Compare(double left, double right) =>
        double.IsNaN(left) || double.IsNaN(right) ? null : left.CompareTo(right);

    private static int Compare(long left, ulong right) => left < 0 ? -1 : ((ulong)left).CompareTo(right);

    /// <summary>
    /// As doubles, as the language's conformance tests ask: the rounding of a large whole number is accepted.
    /// </summary>
    private static int? Compare(long left, double right) => right switch
    {
        > TwoTo63 => -1,
        < -TwoTo63 => 1,
        _ => Compare((double)left, right),
    };

    private static int? Compare(ulong left, double right) => right switch
    {
        > TwoTo64 => -1,
        < 0 => 1,
        _ => Compare((double)left, right),
    };

    private static int CompareTimestamps(Value left, Value right)
    {
        var seconds = left.TimestampSeconds.CompareTo(right.TimestampSeconds);
        return seconds != 0 ? seconds : left.TimestampNanos.CompareTo(right.TimestampNanos);
    }
}
