namespace LandingZone.Cel;

public readonly partial struct Value
{
    /// <summary>0001-01-01T00:00:00Z, the earliest timestamp of the language.</summary>
    internal const long MinTimestampSeconds = -62_135_596_800;

    /// <summary>9999-12-31T23:59:59Z, the last second of the language.</summary>
    internal const long MaxTimestampSeconds = 253_402_300_799;

    internal const long NanosPerSecond = 1_000_000_000;

    public static Value Null => new(ValueKind.Null, 0);

    public static Value Of(bool value) => new(ValueKind.Bool, value ? 1 : 0);

    public static Value Of(long value) => new(ValueKind.Int, value);

    public static Value OfUint(ulong value) => new(ValueKind.Uint, (long)value);

    public static Value Of(double value) => new(ValueKind.Double, BitConverter.DoubleToInt64Bits(value));

    public static Value Of(string value) => new(ValueKind.String, 0, value);

    public static Value Of(byte[] value) => new(ValueKind.Bytes, 0, value);

    public static Value Of(DateTimeOffset value)
    {
        var (seconds, ticks) = Math.DivRem(value.UtcTicks - DateTime.UnixEpoch.Ticks, TimeSpan.TicksPerSecond);
        if (ticks < 0)
        {
            seconds--;
            ticks += TimeSpan.TicksPerSecond;
        }

        return new(ValueKind.Timestamp, seconds, nanos: (int)(ticks * TimeSpan.NanosecondsPerTick));
    }

    /// <summary>An error beyond 292 years, the language's range.</summary>
    public static Value Of(TimeSpan value) =>
        value.Ticks is < long.MinValue / TimeSpan.NanosecondsPerTick or > long.MaxValue / TimeSpan.NanosecondsPerTick
            ? OfError("duration out of range")
            : OfDuration(value.Ticks * TimeSpan.NanosecondsPerTick);

    public static Value Of(CelList value) => new(ValueKind.List, 0, value);

    public static Value Of(CelMap value) => new(ValueKind.Map, 0, value);

    public static Value OfObject(object target, ObjectType type) => new(ValueKind.Object, 0, target, type);

    public static Value Of(CelType value) => new(ValueKind.Type, 0, value);

    public static Value OfError(CelError error) => new(ValueKind.Error, 0, error);

    internal static Value OfError(string message) => OfError(new CelError(message));

    internal static Value OfDuration(long nanos) => new(ValueKind.Duration, nanos);

    /// <summary>Normalizes nanoseconds beyond a second; an error outside the years 1 to 9999.</summary>
    internal static Value OfTimestamp(long seconds, long nanos)
    {
        var (carry, rest) = Math.DivRem(nanos, NanosPerSecond);
        if (rest < 0)
        {
            carry--;
            rest += NanosPerSecond;
        }

        seconds += carry;
        return seconds is < MinTimestampSeconds or > MaxTimestampSeconds
            ? OfError("timestamp out of range: years 1 to 9999")
            : new(ValueKind.Timestamp, seconds, nanos: (int)rest);
    }
}
