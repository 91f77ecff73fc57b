using T = LandingZone.Cel.CelType;

namespace LandingZone.Cel;

/// <summary>cel-go's math extension.</summary>
internal static class Mathematics
{
    public static readonly CelFunction[] All =
    [
        Extreme("math.greatest", sign: 1),
        Extreme("math.least", sign: -1),
        new(
            "math.abs",
            CelOverload.Global([T.Int], T.Int, a => Arithmetic.Int(Int128.Abs(a.AsInt))),
            CelOverload.Global([T.Uint], T.Uint, a => a),
            CelOverload.Global([T.Double], T.Double, a => Value.Of(Math.Abs(a.AsDouble)))),
        new(
            "math.sign",
            CelOverload.Global([T.Int], T.Int, a => Value.Of(Math.Sign(a.AsInt))),
            CelOverload.Global([T.Uint], T.Uint, a => Value.OfUint(a.AsUint == 0 ? 0u : 1u)),
            CelOverload.Global([T.Double], T.Double, a => Value.Of(Sign(a.AsDouble)))),
        OfDouble("math.ceil", Math.Ceiling),
        OfDouble("math.floor", Math.Floor),
        OfDouble("math.round", a => Math.Round(a, MidpointRounding.AwayFromZero)),
        OfDouble("math.trunc", Math.Truncate),
        OfDouble("math.sqrt", Math.Sqrt),
        Test("math.isNaN", double.IsNaN),
        Test("math.isInf", double.IsInfinity),
        Test("math.isFinite", double.IsFinite),
        Bits("math.bitAnd", (a, b) => a & b),
        Bits("math.bitOr", (a, b) => a | b),
        Bits("math.bitXor", (a, b) => a ^ b),
        new(
            "math.bitNot",
            CelOverload.Global([T.Int], T.Int, a => Value.Of(~a.AsInt)),
            CelOverload.Global([T.Uint], T.Uint, a => Value.OfUint(~a.AsUint))),
        Shift("math.bitShiftLeft", (bits, by) => bits << by),
        Shift("math.bitShiftRight", (bits, by) => bits >>> by),
    ];

    /// <summary>Of one list of numbers or of the arguments.</summary>
    private static CelFunction Extreme(string name, int sign) => new(
        name,
        [.. new[] { (T.Int, T.Int), (T.Uint, T.Uint), (T.Double, T.Double), (T.Number, T.Dyn) }
            .SelectMany(types => Extreme(name, types.Item1, types.Item2, sign))]);

    private static CelOverload[] Extreme(string name, T parameter, T result, int sign) =>
    [
        CelOverload.Global([parameter], result, (Value[] numbers) => ListOrder.Extreme(name, numbers, sign)) with
        {
            IsVariadic = true,
        },
        CelOverload.Global([T.List(parameter)], result, list => OfList(name, list.AsList, sign)),
    ];

    private static Value OfList(string name, CelList list, int sign) =>
        list.Values.Where(value => !value.IsNumber && !value.IsError).Take(1).ToList() is [var other]
            ? Value.OfError($"'{name}' does not take (list<{RuntimeTypes.NameOf(other)}>)")
            : ListOrder.Extreme(name, list.Values, sign);

    private static double Sign(double value) => double.IsNaN(value) ? value : Math.Sign(value);

    private static CelFunction OfDouble(string name, Func<double, double> apply) =>
        new(name, CelOverload.Global([T.Double], T.Double, a => Value.Of(apply(a.AsDouble))));

    private static CelFunction Test(string name, Func<double, bool> test) =>
        new(name, CelOverload.Global([T.Double], T.Bool, a => Value.Of(test(a.AsDouble))));

    private static CelFunction Bits(string name, Func<ulong, ulong, ulong> apply) => new(
        name,
        CelOverload.Global([T.Int, T.Int], T.Int, (a, b) => Value.Of((long)apply((ulong)a.AsInt, (ulong)b.AsInt))),
        CelOverload.Global([T.Uint, T.Uint], T.Uint, (a, b) => Value.OfUint(apply(a.AsUint, b.AsUint))));

    /// <summary>Zeros come in from either side, also where a negative number is shifted right.</summary>
    private static CelFunction Shift(string name, Func<ulong, int, ulong> shift) => new(
        name,
        CelOverload.Global([T.Int, T.Int], T.Int, (a, by) => Shifted(by, n => Value.Of((long)shift((ulong)a.AsInt, n)))),
        CelOverload.Global([T.Uint, T.Int], T.Uint, (a, by) => Shifted(by, n => Value.OfUint(shift(a.AsUint, n)))));

    private static Value Shifted(Value by, Func<int, Value> shift)
    {
        if (by.AsInt < 0)
        {
            return Value.OfError($"a shift by {by} bits: it must be 0 or more");
        }

        // Beyond the word nothing is left, where C# would shift by the rest of the division by 64.
        return by.AsInt < 64 ? shift((int)by.AsInt) : Zero(shift(0));
    }

    private static Value Zero(Value value) => value.Kind == ValueKind.Int ? Value.Of(0) : Value.OfUint(0);
}
