namespace LandingZone.Cel;

/// <summary>
/// The language's equality: numbers by what they are worth, kinds that differ are not equal, no exceptions.
/// </summary>
internal static class Equality
{    /// <summary>
     /// True, false, or the error that an operand holds. An incomplete list equals nothing and differs from nothing.
     /// </summary>
    public static Value Compare(Value left, Value right)
    {
        if (left.Kind != right.Kind)
        {
            return left.IsError ? left : right.IsError ? right : Value.Of(AreEqualNumbers(left, right));
        }

        return left.Kind switch
        {
            ValueKind.Error => left,
            ValueKind.Null => Value.Of(true),
            ValueKind.Bool or ValueKind.Int or ValueKind.Uint or ValueKind.Duration =>
                Value.Of(left.Bits == right.Bits),
            ValueKind.Double => Value.Of(left.AsDouble == right.AsDouble),
            ValueKind.String => Value.Of(string.Equals(left.AsString, right.AsString, StringComparison.Ordinal)),
            ValueKind.Bytes => Value.Of(left.AsBytes.AsSpan().SequenceEqual(right.AsBytes)),
            ValueKind.Timestamp => Value.Of(Ordering.Compare(left, right) == 0),
            ValueKind.List => Compare(left.AsList, right.AsList),
            ValueKind.Map => Compare(left.AsMap, right.AsMap),
            ValueKind.Object => Value.Of(left.AsObject.Equals(right.AsObject)),
            ValueKind.Type => Value.Of(left.AsType.RuntimeName == right.AsType.RuntimeName),
            _ => Value.OfError("a variable was not set"),
        };
    }

    /// <summary>Equal values have equal hashes, across the kinds of numbers too.</summary>
    public static int Hash(Value value) => value.Kind switch
    {
        ValueKind.Int or ValueKind.Uint or ValueKind.Bool or ValueKind.Duration => Hash(value.Bits),
        ValueKind.Double => HashDouble(value.AsDouble),
        ValueKind.String => value.AsString.GetHashCode(StringComparison.Ordinal),
        ValueKind.Timestamp => HashCode.Combine(value.TimestampSeconds, value.TimestampNanos),
        ValueKind.Bytes => Hash(value.AsBytes),
        ValueKind.List => Hash(value.AsList),
        ValueKind.Map => Hash(value.AsMap),
        ValueKind.Type => value.AsType.RuntimeName.GetHashCode(StringComparison.Ordinal),
        _ => value.Reference?.GetHashCode() ?? 0,
    };

    private static int Hash(byte[] bytes)
    {
        var hash = default(HashCode);
        hash.AddBytes(bytes);
        return hash.ToHashCode();
    }

    private static int Hash(CelList list)
    {
        var hash = default(HashCode);
        for (var index = 0; index < list.Count; index++)
        {
            hash.Add(Hash(list[index]));
        }

        return hash.ToHashCode();
    }

    /// <summary>The order of the entries does not matter.</summary>
    private static int Hash(CelMap map) =>
        map.Keys.Aggregate(0, (hash, key) => hash ^ (map.TryGet(key, out var value) ? Hash(key, value) : 0));

    private static int Hash(Value key, Value value) => HashCode.Combine(Hash(key), Hash(value));

    /// <summary>A long's own hash would let many numbers that differ share one.</summary>
    private static int Hash(long bits) => HashCode.Combine((int)bits, (int)(bits >> 32));

    private static int HashDouble(double value) => value switch
    {
        >= long.MinValue and < 9223372036854775808.0 when Math.Truncate(value) == value =>
            Hash((long)value),
        >= 0 and < 18446744073709551616.0 when Math.Truncate(value) == value =>
            Hash((long)(ulong)value),
        _ => value.GetHashCode(),
    };

    private static bool AreEqualNumbers(Value left, Value right) =>
        left.IsNumber && right.IsNumber && Ordering.Compare(left, right) == 0;

    private static Value Compare(CelList left, CelList right)
    {
        if ((left.Incomplete ?? right.Incomplete) is { } why)
        {
            return Value.OfError(why);
        }

        if (left.Count != right.Count)
        {
            return Value.Of(false);
        }

        CelError? error = null;
        for (var index = 0; index < left.Count; index++)
        {
            var equal = Compare(left[index], right[index]);
            if (equal.IsError)
            {
                error = CelError.First(error, equal.AsError);
            }
            else if (!equal.IsTrue)
            {
                return equal;
            }
        }

        return error is null ? Value.Of(true) : Value.OfError(error);
    }

    private static Value Compare(CelMap left, CelMap right)
    {
        if (left.Count != right.Count)
        {
            return Value.Of(false);
        }

        CelError? error = null;
        foreach (var key in left.Keys)
        {
            left.TryGet(key, out var mine);
            var equal = right.TryGet(key, out var theirs) ? Compare(mine, theirs) : Value.Of(false);
            if (equal.IsError)
            {
                error = CelError.First(error, equal.AsError);
            }
            else if (!equal.IsTrue)
            {
                return equal;
            }
        }

        return error is null ? Value.Of(true) : Value.OfError(error);
    }
}
