namespace LandingZone.Cel;

/// <summary>Values that an operation cannot use, and the errors that it then results in.</summary>
internal static class Faults
{
    public static bool IsUsable(in Value value, bool acceptsIncomplete) =>
        value.Kind > ValueKind.Error
        && (acceptsIncomplete || value.Kind != ValueKind.List || value.AsList.Incomplete is null);

    /// <summary>The error that an unusable value stands for.</summary>
    public static Value Of(Value value) => value.Kind switch
    {
        ValueKind.Error => value,
        ValueKind.List when value.AsList.Incomplete is { } why => Value.OfError(why),
        ValueKind.Unset => Value.OfError("a fact has no value, which is a mistake of the host"),
        _ => Value.OfError($"{RuntimeTypes.NameOf(value)} is no record"),
    };

    public static Value OfCondition(Value value) => value.Kind <= ValueKind.Error
        ? Of(value)
        : Value.OfError($"a condition must be bool, not {RuntimeTypes.NameOf(value)}");

    /// <summary>The error of two operands of which neither decides.</summary>
    public static Value OfCondition(Value first, Value second)
    {
        var (one, other) = (Error(first), Error(second));
        return Value.OfError(other is null ? one! : CelError.First(one, other));
    }

    /// <summary>Why the value is not known in full: an error, or what a list lacks, at any depth.</summary>
    public static CelError? Within(Value value) => value.Kind switch
    {
        <= ValueKind.Error => Of(value).AsError,
        ValueKind.List => value.AsList.Incomplete ?? First(value.AsList.Values),
        ValueKind.Map => First(value.AsMap.Keys.Select(key => value.AsMap.TryGet(key, out var found) ? found : key)),
        _ => null,
    };

    public static Value? FirstIncomplete(Value[] values, CelOverload overload)
    {
        foreach (var value in values)
        {
            if (!IsUsable(value, overload.AcceptsIncomplete))
            {
                return Of(value);
            }
        }

        return null;
    }

    public static Value OfNoOverload(string function, Value[] values)
    {
        var given = string.Join(", ", values.Select(RuntimeTypes.NameOf));
        return Value.OfError($"'{Operators.SignOf(function) ?? function}' does not take ({given})");
    }

    private static CelError? First(IEnumerable<Value> values) =>
        values.Select(Within).FirstOrDefault(error => error is not null);

    private static CelError? Error(Value value) => value.Kind == ValueKind.Bool ? null : OfCondition(value).AsError;
}
