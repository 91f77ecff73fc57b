using System.Globalization;
using System.Text.RegularExpressions;

namespace LandingZone.Cel;

/// <summary>Reads timestamps (RFC 3339), durations (<c>1h30m</c>) and time zones.</summary>
internal static partial class TimeText
{
    private static readonly Dictionary<string, long> UnitNanos = new()
    {
        ["ns"] = 1,
        ["us"] = 1_000,
        ["µs"] = 1_000,
        ["μs"] = 1_000,
        ["ms"] = 1_000_000,
        ["s"] = Value.NanosPerSecond,
        ["m"] = 60 * Value.NanosPerSecond,
        ["h"] = 3600 * Value.NanosPerSecond,
    };

    public static Value Timestamp(string text)
    {
        var match = Rfc3339().Match(text);
        if (!match.Success || !DateTime.TryParseExact(
            match.Groups["time"].Value.ToUpperInvariant(),
            "yyyy-MM-dd'T'HH:mm:ss",
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out var time))
        {
            return Value.OfError($"'{text}' is no timestamp: write 2006-01-02T15:04:05Z");
        }

        var zone = match.Groups["zone"].Value;
        var offset = zone is "Z" or "z" ? TimeSpan.Zero : FixedOffset(zone) ?? TimeSpan.Zero;
        var seconds = ((time.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerSecond) - (long)offset.TotalSeconds;
        var fraction = match.Groups["fraction"].Value.PadRight(9, '0');
        return Value.OfTimestamp(seconds, int.Parse(fraction, CultureInfo.InvariantCulture));
    }

    public static Value Duration(string text)
    {
        var match = GoDuration().Match(text);
        if (!match.Success)
        {
            return Value.OfError($"'{text}' is no duration: write 90s, 1.5h or 720h30m");
        }

        // A decimal has 28 digits, and the pattern admits fewer.
        var nanos = 0m;
        foreach (var (number, unit) in match.Groups["number"].Captures.Zip(match.Groups["unit"].Captures))
        {
            nanos += decimal.Parse(number.Value, CultureInfo.InvariantCulture) * UnitNanos[unit.Value];
        }

        nanos = decimal.Truncate(text[0] == '-' ? -nanos : nanos);
        return nanos is < long.MinValue or > long.MaxValue
            ? Value.OfError("duration out of range: 292 years")
            : Value.OfDuration((long)nanos);
    }

    /// <summary>How far a zone is from UTC at a moment; null when there is no such zone.</summary>
    public static TimeSpan? Offset(string zone, DateTimeOffset at)
    {
        if (FixedOffset(zone) is { } offset)
        {
            return offset;
        }

        return zone.Length > 0 && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found)
            ? found.GetUtcOffset(at)
            : null;
    }

    private static TimeSpan? FixedOffset(string zone)
    {
        var match = ZoneOffset().Match(zone);
        if (!match.Success)
        {
            return null;
        }

        var hours = int.Parse(match.Groups["hours"].Value, CultureInfo.InvariantCulture);
        var minutes = int.Parse(match.Groups["minutes"].Value, CultureInfo.InvariantCulture);
        var offset = new TimeSpan(hours, minutes, 0);
        return zone[0] == '-' ? -offset : offset;
    }

    [GeneratedRegex(
        @"^(?<time>[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2})(\.(?<fraction>[0-9]{1,9}))?" +
        @"(?<zone>[Zz]|[+-]([01][0-9]|2[0-3]):[0-5][0-9])\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Rfc3339();

    [GeneratedRegex(
        @"^[+-]?(?<hours>[01][0-9]|2[0-3]):(?<minutes>[0-5][0-9])\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex ZoneOffset();

    [GeneratedRegex(
        @"^[+-]?(0|((?<number>[0-9]{1,12}(\.[0-9]{0,9})?|\.[0-9]{1,9})(?<unit>ns|us|µs|μs|ms|s|m|h)){1,8})\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex GoDuration();
}
