using System.Globalization;
using System.Text;
using T = LandingZone.Cel.CelType;

namespace LandingZone.Cel;

/// <summary>Conversions between types; what the other type cannot hold is an error.</summary>
internal static class Conversions
{
    private const double TwoTo63 = 9223372036854775808.0;
    private const double TwoTo64 = 18446744073709551616.0;

    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    public static readonly CelFunction[] All =
    [
        new("bool", From(T.Bool, T.Bool, a => a), From(T.String, T.Bool, a => ToBool(a.AsString))),
        new(
            "int",
            From(T.Int, T.Int, a => a),
            From(T.Uint, T.Int, a => a.AsUint <= long.MaxValue ? Value.Of((long)a.AsUint) : OutOfRange("int")),
            From(T.Double, T.Int, a => DoubleToInt(a.AsDouble)),
            From(T.String, T.Int, a => ToInt(a.AsString)),
            From(T.Timestamp, T.Int, a => Value.Of(a.TimestampSeconds))),
        new(
            "uint",
            From(T.Uint, T.Uint, a => a),
            From(T.Int, T.Uint, a => a.AsInt >= 0 ? Value.OfUint((ulong)a.AsInt) : OutOfRange("uint")),
            From(T.Double, T.Uint, a => DoubleToUint(a.AsDouble)),
            From(T.String, T.Uint, a => ToUint(a.AsString))),
        new(
            "double",
            From(T.Double, T.Double, a => a),
            From(T.Int, T.Double, a => Value.Of((double)a.AsInt)),
            From(T.Uint, T.Double, a => Value.Of((double)a.AsUint)),
            From(T.String, T.Double, a => ToDouble(a.AsString))),
        new(
            "string",
            [.. new[] { T.String, T.Bool, T.Int, T.Uint, T.Double, T.Timestamp, T.Duration }
                .Select(type => From(type, T.String, a => Value.Of(ValueText.Of(a)))),
                From(T.Bytes, T.String, a => ToText(a.AsBytes))]),
        new(
            "bytes",
            From(T.Bytes, T.Bytes, a => a),
            From(T.String, T.Bytes, a => Value.Of(Encoding.UTF8.GetBytes(a.AsString)))),
        new("type", From(T.Parameter("A"), T.Type, a => Value.Of(RuntimeTypes.Of(a))) with { Cost = 0 }),
        new("dyn", From(T.Parameter("A"), T.Dyn, a => a) with { AcceptsIncomplete = true, Cost = 0 }),
    ];

    private static CelOverload From(T parameter, T result, Func<Value, Value> apply) =>
        CelOverload.Global([parameter], result, apply);

    private static Value OutOfRange(string type) => Value.OfError($"out of range of {type}");

    private static Value NotA(string type, string text) => Value.OfError($"'{text}' is no {type}");

    private static Value DoubleToInt(double value) =>
        value is > -TwoTo63 and < TwoTo63 ? Value.Of((long)value) : OutOfRange("int");

    private static Value DoubleToUint(double value) =>
        value is >= 0 and < TwoTo64 ? Value.OfUint((ulong)value) : OutOfRange("uint");

    private static Value ToBool(string text) => text switch
    {
        "1" or "t" or "T" or "true" or "TRUE" or "True" => Value.Of(true),
        "0" or "f" or "F" or "false" or "FALSE" or "False" => Value.Of(false),
        _ => NotA("bool", text),
    };

    private static Value ToInt(string text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            ? Value.Of(value)
            : NotA("int", text);

    private static Value ToUint(string text) =>
        ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            ? Value.OfUint(value)
            : NotA("uint", text);

    private static Value ToDouble(string text)
    {
        const NumberStyles style =
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        return text switch
        {
            "+Inf" or "Inf" or "inf" or "Infinity" or "+Infinity" => Value.Of(double.PositiveInfinity),
            "-Inf" or "-inf" or "-Infinity" => Value.Of(double.NegativeInfinity),
            _ => double.TryParse(text, style, CultureInfo.InvariantCulture, out var value) && !double.IsInfinity(value)
                ? Value.Of(value)
                : NotA("double", text),
        };
    }

    private static Value ToText(byte[] bytes)
    {
        try
        {
            return Value.Of(StrictUtf8.GetString(bytes));
        }
        catch (DecoderFallbackException)
        {
            return Value.OfError("the bytes are no UTF-8");
        }
    }
}
