using System.Globalization;
using System.Text;

namespace LandingZone.Cel;

/// <summary>How values read in a message for people, and in the language's own <c>string()</c>.</summary>
internal static class ValueText
{
    // A message is read by people: whoever needs all of a thousand finds them in the evidence or in the cloud.
    private const int MostShown = 10;

    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    public static string Of(Value value) => value.Kind switch
    {
        ValueKind.Unset => "unset",
        ValueKind.Error => $"unknown ({value.AsError.Message})",
        ValueKind.Null => "null",
        ValueKind.Bool => value.AsBool ? "true" : "false",
        ValueKind.Int => value.AsInt.ToString(Invariant),
        ValueKind.Uint => value.AsUint.ToString(Invariant),
        ValueKind.Double => Double(value.AsDouble),
        ValueKind.String => value.AsString,
        ValueKind.Bytes => Convert.ToBase64String(value.AsBytes),
        ValueKind.Timestamp => Timestamp(value),
        ValueKind.Duration => Duration(value.DurationNanos),
        ValueKind.List => List(value.AsList),
        ValueKind.Map => Map(value.AsMap),
        ValueKind.Object => value.AsObject.ToString() ?? value.ObjectType.Name,
        ValueKind.Type => value.AsType.RuntimeName,
        _ => throw new InvalidOperationException($"No text for {value.Kind}"),
    };

    /// <summary>Seconds with as many decimals as there are, such as <c>90s</c> or <c>0.25s</c>.</summary>
    public static string Duration(long nanos) =>
        ((decimal)nanos / Value.NanosPerSecond).ToString("0.#########", Invariant) + "s";

    /// <summary>RFC 3339 in UTC with as many decimals as there are.</summary>
    public static string Timestamp(Value value)
    {
        var second = DateTimeOffset.FromUnixTimeSeconds(value.TimestampSeconds);
        var text = second.ToString("yyyy-MM-dd'T'HH:mm:ss", Invariant);
        var nanos = value.TimestampNanos;
        return nanos == 0 ? text + "Z" : $"{text}.{nanos.ToString("D9", Invariant).TrimEnd('0')}Z";
    }

    public static string Double(double value) => value switch
    {
        double.PositiveInfinity => "+Inf",
        double.NegativeInfinity => "-Inf",
        _ => value.ToString("R", Invariant).Replace('E', 'e'),
    };

    private static string List(CelList list)
    {
        var text = new StringBuilder();
        var shown = list.Count <= MostShown + 1 ? list.Count : MostShown;
        for (var index = 0; index < shown; index++)
        {
            text.Append(index == 0 ? "" : ", ").Append(Of(list[index]));
        }

        if (shown < list.Count)
        {
            text.Append(Invariant, $", and {list.Count - shown} others");
        }

        if (list.Incomplete is { } why)
        {
            text.Append(list.Count == 0 ? "" : ", ").Append(Invariant, $"and perhaps others ({why.Message})");
        }

        return text.ToString();
    }

    private static string Map(CelMap map) =>
        string.Join(", ", map.Keys.Select(key => $"{Of(key)}: {(map.TryGet(key, out var value) ? Of(value) : "")}"));
}
