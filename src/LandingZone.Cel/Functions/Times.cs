using T = LandingZone.Cel.CelType;

namespace LandingZone.Cel;

/// <summary>
/// Timestamps and durations: reading them, and their parts. Without a time zone the parts are in UTC.
/// </summary>
internal static class Times
{
    public static readonly CelFunction[] All =
    [
        new(
            "timestamp",
            Read(T.Timestamp, TimeText.Timestamp),
            CelOverload.Global([T.Int], T.Timestamp, a => Value.OfTimestamp(a.AsInt, 0)),
            CelOverload.Global([T.Timestamp], T.Timestamp, a => a)),
        new(
            "duration",
            Read(T.Duration, TimeText.Duration),
            CelOverload.Global([T.Duration], T.Duration, a => a)),
        Part("getFullYear", time => time.Year),
        Part("getMonth", time => time.Month - 1),
        Part("getDate", time => time.Day),
        Part("getDayOfMonth", time => time.Day - 1),
        Part("getDayOfWeek", time => (int)time.DayOfWeek),
        Part("getDayOfYear", time => time.DayOfYear - 1),
        Part("getHours", time => time.Hour).With(Whole("getHours", 3600 * Value.NanosPerSecond)),
        Part("getMinutes", time => time.Minute).With(Whole("getMinutes", 60 * Value.NanosPerSecond)),
        Part("getSeconds", time => time.Second).With(Whole("getSeconds", Value.NanosPerSecond)),
        Part("getMilliseconds", time => time.Millisecond).With(
            new("getMilliseconds", CelOverload.Member([T.Duration], T.Int, a => Value.Of(a.AsDuration.Milliseconds)))),
    ];

    private static CelOverload Read(T type, Func<string, Value> read) =>
        CelOverload.Global([T.String], type, a => read(a.AsString)) with
        {
            CheckLast = text => read(text.AsString) is { IsError: true } failed ? failed.AsError : null,
        };

    private static CelFunction Part(string name, Func<DateTimeOffset, int> part) => new(
        name,
        CelOverload.Member([T.Timestamp], T.Int, a => Value.Of(part(a.AsTimestamp))),
        CelOverload.Member([T.Timestamp, T.String], T.Int, (a, zone) => InZone(a, zone, part)) with
        {
            CheckLast = zone =>
                TimeText.Offset(zone.AsString, DateTimeOffset.UnixEpoch) is null ? NoZone(zone).AsError : null,
        });

    private static CelFunction Whole(string name, long nanos) =>
        new(name, CelOverload.Member([T.Duration], T.Int, a => Value.Of(a.DurationNanos / nanos)));

    private static Value NoZone(Value zone) =>
        Value.OfError($"no time zone '{zone}': write 'Europe/Berlin' or '+01:00'");

    private static Value InZone(Value timestamp, Value zone, Func<DateTimeOffset, int> part)
    {
        var utc = timestamp.AsTimestamp;
        if (TimeText.Offset(zone.AsString, utc) is not { } offset)
        {
            return NoZone(zone);
        }

        var ticks = utc.Ticks + offset.Ticks;
        return ticks < DateTimeOffset.MinValue.Ticks || ticks > DateTimeOffset.MaxValue.Ticks
            ? Value.OfError("timestamp out of range: years 1 to 9999")
            : Value.Of(part(new DateTimeOffset(ticks, TimeSpan.Zero)));
    }
}
