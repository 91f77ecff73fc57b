using System.Globalization;
using System.Numerics;
using System.Text;
using T = LandingZone.Cel.CelType;

namespace LandingZone.Cel;

/// <summary><c>'%s is %.1f'.format([a, b])</c>, of cel-go's strings extension.</summary>
internal static class Formats
{
    private const int MaxPrecision = 100;
    private const int DefaultPrecision = 6;

    public static readonly CelFunction[] All =
        [new("format", CelOverload.Member([T.String, T.List(T.Dyn)], T.String, Format))];

    private static Value Format(Value format, Value list)
    {
        var (text, values) = (format.AsString, list.AsList);
        var result = new StringBuilder();
        var used = 0;
        for (var position = 0; position < text.Length; position++)
        {
            if (text[position] != '%')
            {
                result.Append(text[position]);
                continue;
            }

            position++;
            var precision = Precision(text, ref position);
            if (position >= text.Length)
            {
                return Value.OfError("the format ends within a clause");
            }

            if (text[position] == '%')
            {
                result.Append('%');
                continue;
            }

            if (used == values.Count)
            {
                return Value.OfError($"the format has more clauses than the {Value.Of(values.Count)} values given");
            }

            var part = Clause(text[position], precision, values[used++]);
            if (part.IsError)
            {
                return part;
            }

            result.Append(part.AsString);
            if (result.Length > Weight.MaxCharacters)
            {
                return Weight.TooLarge;
            }
        }

        return used == values.Count
            ? Value.Of(result.ToString())
            : Value.OfError($"the format has {Value.Of(used)} clauses for {Value.Of(values.Count)} values");
    }

    /// <summary>What stands after a dot; -1 when it is no number or too large.</summary>
    private static int Precision(string text, ref int position)
    {
        if (position >= text.Length || text[position] != '.')
        {
            return DefaultPrecision;
        }

        var start = ++position;
        while (position < text.Length && char.IsAsciiDigit(text[position]))
        {
            position++;
        }

        var isNumber = int.TryParse(text.AsSpan(start, position - start), CultureInfo.InvariantCulture, out var digits);
        return isNumber && digits <= MaxPrecision ? digits : -1;
    }

    private static Value Clause(char clause, int precision, Value value)
    {
        if (Faults.Within(value) is { } fault)
        {
            return Value.OfError(fault);
        }

        if (precision < 0)
        {
            return Value.OfError($"a precision is a number up to {Value.Of(MaxPrecision)}");
        }

        var text = (clause, value.Kind) switch
        {
            ('s', _) => Text(value),
            ('d', ValueKind.Int or ValueKind.Uint or ValueKind.Double) => Text(value),
            ('f', ValueKind.Int or ValueKind.Uint or ValueKind.Double) =>
                Real(value, number => DecimalText.Fixed(number, precision)),
            ('e', ValueKind.Int or ValueKind.Uint or ValueKind.Double) =>
                Real(value, number => DecimalText.Scientific(number, precision)),
            ('b', ValueKind.Bool) => value.AsBool ? "1" : "0",
            ('b', ValueKind.Int or ValueKind.Uint) => Whole(value, "b"),
            ('o', ValueKind.Int or ValueKind.Uint) => Octal(value),
            ('x' or 'X', ValueKind.Int or ValueKind.Uint) => Whole(value, clause.ToString()),
            ('x' or 'X', ValueKind.String) => Hex(Encoding.UTF8.GetBytes(value.AsString), clause),
            ('x' or 'X', ValueKind.Bytes) => Hex(value.AsBytes, clause),
            _ => null,
        };
        return text is null
            ? Value.OfError($"'%{clause}' does not format {RuntimeTypes.NameOf(value)}")
            : Value.Of(text);
    }

    /// <summary>As <c>%s</c> shows it; null for a host's record, and what has one in it.</summary>
    private static string? Text(Value value) => value.Kind switch
    {
        ValueKind.Bytes => Encoding.UTF8.GetString(value.AsBytes),
        ValueKind.Double => Real(value, number => ValueText.Double(number)),
        ValueKind.List => Joined("[", value.AsList.Values.Select(Text), "]"),
        ValueKind.Map => Map(value.AsMap),
        ValueKind.Object when value.ObjectType is not NetworkType => null,
        _ => ValueText.Of(value),
    };

    private static string? Map(CelMap map)
    {
        var entries = map.Keys
            .Select(key => (Key: Text(key), Value: map.TryGet(key, out var value) ? Text(value) : null))
            .OrderBy(entry => entry.Key, StringComparer.Ordinal);
        return Joined("{", entries.Select(entry => entry.Value is null ? null : $"{entry.Key}: {entry.Value}"), "}");
    }

    private static string? Joined(string open, IEnumerable<string?> parts, string close)
    {
        var known = parts.ToList();
        return known.Contains(null) ? null : open + string.Join(", ", known) + close;
    }

    private static string Real(Value value, Func<double, string> format)
    {
        var number = value.Kind switch
        {
            ValueKind.Int => value.AsInt,
            ValueKind.Uint => value.AsUint,
            _ => value.AsDouble,
        };
        return double.IsFinite(number) ? format(number) : number.ToString(CultureInfo.InvariantCulture);
    }

    private static string Whole(Value value, string format)
    {
        var (sign, size) = Split(value);
        return sign + size.ToString(format, CultureInfo.InvariantCulture);
    }

    private static string Octal(Value value)
    {
        var (sign, size) = Split(value);
        var digits = "";
        for (; size > 7; size >>= 3)
        {
            digits = (char)('0' + (size & 7)) + digits;
        }

        return sign + (char)('0' + size) + digits;
    }

    private static (string Sign, ulong Size) Split(Value value) => value.Kind == ValueKind.Uint
        ? ("", value.AsUint)
        : (value.AsInt < 0 ? "-" : "", (ulong)BigInteger.Abs(value.AsInt));

    private static string Hex(byte[] bytes, char clause) =>
        clause == 'x' ? Convert.ToHexStringLower(bytes) : Convert.ToHexString(bytes);
}
