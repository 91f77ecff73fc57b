using T = LandingZone.Cel.CelType;

namespace LandingZone.Cel;

/// <summary>The arithmetic operators. Whole numbers that leave 64 bits are errors, never wrapped.</summary>
internal static class Arithmetic
{
    private const string DivisionByZero = "division by zero";
    private const string ModulusByZero = "modulus by zero";

    private static readonly T Elements = T.List(T.Parameter("A"));

    public static readonly CelFunction[] All =
    [
        new(
            Operators.Add,
            Of(T.Int, (a, b) => Int((Int128)a.AsInt + b.AsInt)),
            Of(T.Uint, (a, b) => Uint((Int128)a.AsUint + b.AsUint)),
            Of(T.Double, (a, b) => Value.Of(a.AsDouble + b.AsDouble)),
            Of(T.String, (a, b) => Value.Of(a.AsString + b.AsString)),
            Of(T.Bytes, (a, b) => Value.Of([.. a.AsBytes, .. b.AsBytes])),
            Of(T.Duration, (a, b) => Duration((Int128)a.DurationNanos + b.DurationNanos)),
            CelOverload.Global([T.Timestamp, T.Duration], T.Timestamp, (a, b) => Shift(a, b.DurationNanos)),
            CelOverload.Global([T.Duration, T.Timestamp], T.Timestamp, (a, b) => Shift(b, a.DurationNanos)),
            CelOverload.Global([Elements, Elements], Elements, Concatenate) with { AcceptsIncomplete = true }),
        new(
            Operators.Subtract,
            Of(T.Int, (a, b) => Int((Int128)a.AsInt - b.AsInt)),
            Of(T.Uint, (a, b) => Uint((Int128)a.AsUint - b.AsUint)),
            Of(T.Double, (a, b) => Value.Of(a.AsDouble - b.AsDouble)),
            Of(T.Duration, (a, b) => Duration((Int128)a.DurationNanos - b.DurationNanos)),
            CelOverload.Global([T.Timestamp, T.Duration], T.Timestamp, (a, b) => Shift(a, -(Int128)b.DurationNanos)),
            CelOverload.Global([T.Timestamp, T.Timestamp], T.Duration, (a, b) => Duration(Nanos(a) - Nanos(b)))),
        new(
            Operators.Multiply,
            Of(T.Int, (a, b) => Int((Int128)a.AsInt * b.AsInt)),
            Of(T.Uint, (a, b) => Uint((Int128)a.AsUint * b.AsUint)),
            Of(T.Double, (a, b) => Value.Of(a.AsDouble * b.AsDouble))),
        new(
            Operators.Divide,
            Of(T.Int, (a, b) => b.AsInt == 0 ? Value.OfError(DivisionByZero) : Int((Int128)a.AsInt / b.AsInt)),
            Of(T.Uint, (a, b) => b.AsUint == 0 ? Value.OfError(DivisionByZero) : Value.OfUint(a.AsUint / b.AsUint)),
            Of(T.Double, (a, b) => Value.Of(a.AsDouble / b.AsDouble))),
        new(
            Operators.Modulo,
            Of(T.Int, (a, b) => b.AsInt == 0 ? Value.OfError(ModulusByZero) : Int((Int128)a.AsInt % b.AsInt)),
            Of(T.Uint, (a, b) => b.AsUint == 0 ? Value.OfError(ModulusByZero) : Value.OfUint(a.AsUint % b.AsUint))),
        new(
            Operators.Negate,
            CelOverload.Global([T.Int], T.Int, a => Int(-(Int128)a.AsInt)),
            CelOverload.Global([T.Double], T.Double, a => Value.Of(-a.AsDouble))),
    ];

    private static CelOverload Of(T type, Func<Value, Value, Value> apply) =>
        CelOverload.Global([type, type], type, apply);

    public static Value Int(Int128 value) =>
        value < long.MinValue || value > long.MaxValue ? Value.OfError("int overflow") : Value.Of((long)value);

    public static Value Uint(Int128 value) =>
        value < 0 || value > ulong.MaxValue ? Value.OfError("uint overflow") : Value.OfUint((ulong)value);

    public static Value Duration(Int128 nanos) =>
        nanos < long.MinValue || nanos > long.MaxValue
            ? Value.OfError("duration out of range: 292 years")
            : Value.OfDuration((long)nanos);

    private static Value Shift(Value timestamp, Int128 nanos)
    {
        var sum = Nanos(timestamp) + nanos;
        return Value.OfTimestamp((long)(sum / Value.NanosPerSecond), (long)(sum % Value.NanosPerSecond));
    }

    private static Int128 Nanos(Value timestamp) =>
        ((Int128)timestamp.TimestampSeconds * Value.NanosPerSecond) + timestamp.TimestampNanos;

    private static Value Concatenate(Value left, Value right)
    {
        var (first, second) = (left.AsList, right.AsList);
        var values = new Value[first.Count + second.Count];
        for (var index = 0; index < values.Length; index++)
        {
            values[index] = index < first.Count ? first[index] : second[index - first.Count];
        }

        return Value.Of(CelList.Of(values, first.Incomplete ?? second.Incomplete));
    }
}
