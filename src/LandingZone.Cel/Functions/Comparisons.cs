using T = LandingZone.Cel.CelType;

namespace LandingZone.Cel;

/// <summary>Equality and order. Numbers of different kinds compare by what they are worth; NaN has no order.</summary>
internal static class Comparisons
{
    private static readonly T[] Numbers = [T.Int, T.Uint, T.Double];
    private static readonly T[] Others = [T.String, T.Bool, T.Bytes, T.Timestamp, T.Duration];

    public static readonly CelFunction[] All =
    [
        new(Operators.Equal, Equals(same: true)),
        new(Operators.NotEqual, Equals(same: false)),
        Ordered(Operators.Less, order => order < 0),
        Ordered(Operators.LessOrEqual, order => order <= 0),
        Ordered(Operators.Greater, order => order > 0),
        Ordered(Operators.GreaterOrEqual, order => order >= 0),
    ];

    private static CelOverload Equals(bool same)
    {
        var any = T.Parameter("A");
        return CelOverload.Global([any, any], T.Bool, (a, b) => Is(Equality.Compare(a, b), same)) with
        {
            AcceptsIncomplete = true,
            BindSecond = constant => EqualTo(constant, same),
        };
    }

    private static Value Is(Value equal, bool same) => equal.IsError ? equal : Value.Of(equal.IsTrue == same);

    private static Func<Value, Value> EqualTo(Value constant, bool same)
    {
        var bits = constant.Bits;
        return constant.Kind switch
        {
            ValueKind.Int => a => a.Kind == ValueKind.Int
                ? Value.Of((a.Bits == bits) == same)
                : Is(Equality.Compare(a, constant), same),
            ValueKind.String when constant.AsString is var text => a => a.Kind == ValueKind.String
                ? Value.Of(string.Equals((string)a.Reference!, text, StringComparison.Ordinal) == same)
                : Value.Of(!same),
            _ => a => Is(Equality.Compare(a, constant), same),
        };
    }

    private static CelFunction Ordered(string name, Func<int, bool> holds)
    {
        var pairs = Numbers.SelectMany(left => Numbers.Select(right => (left, right)))
            .Concat(Others.Select(type => (type, type)));
        return new CelFunction(name, [.. pairs.Select(pair => Ordered(pair.Item1, pair.Item2, holds))]);
    }

    private static CelOverload Ordered(T left, T right, Func<int, bool> holds)
    {
        var overload = CelOverload.Global(
            [left, right],
            T.Bool,
            (a, b) => Value.Of(Ordering.Compare(a, b) is { } order && holds(order)));
        return left == T.Int && right == T.Int
            ? overload with { BindSecond = constant => AgainstInt(constant.AsInt, holds) }
            : overload;
    }

    private static Func<Value, Value> AgainstInt(long constant, Func<int, bool> holds)
    {
        var (whenLess, whenEqual, whenGreater) = (Value.Of(holds(-1)), Value.Of(holds(0)), Value.Of(holds(1)));
        return a => a.Bits < constant ? whenLess : a.Bits == constant ? whenEqual : whenGreater;
    }
}
