using System.Globalization;

namespace LandingZone.Cel;

/// <summary>Doubles to a number of decimals. What is exactly halfway goes to the even digit, as C's printf does.</summary>
internal static class DecimalText
{
    /// <summary>No double has more significant decimal digits.</summary>
    private const string Exact = "E767";

    public static string Fixed(double value, int decimals)
    {
        var (sign, digits, exponent) = Parts(value);
        var (rounded, carry) = Round(digits, Math.Max(exponent + 1 + decimals, -1));
        exponent += carry;

        // Zeros before the first digit, when it stands right of the point, make the rest uniform.
        var zeros = Math.Max(-exponent, 0);
        var all = (new string('0', zeros) + rounded).PadRight(Math.Max(exponent, 0) + 1 + decimals, '0');
        var point = Math.Max(exponent, 0) + 1;
        return $"{sign}{all[..point]}{(decimals > 0 ? "." : "")}{all[point..(point + decimals)]}";
    }

    public static string Scientific(double value, int decimals)
    {
        var (sign, digits, exponent) = Parts(value);
        var (rounded, carry) = Round(digits, decimals + 1);
        exponent += carry;
        var text = rounded.PadRight(decimals + 1, '0')[..(decimals + 1)];
        var power = Math.Abs(exponent).ToString("00", CultureInfo.InvariantCulture);
        return $"{sign}{text[..1]}{(decimals > 0 ? "." + text[1..] : "")}e{(exponent < 0 ? "-" : "+")}{power}";
    }

    /// <summary>The digits of <c>d.ddd × 10^exponent</c>, exactly.</summary>
    private static (string Sign, string Digits, int Exponent) Parts(double value)
    {
        var text = Math.Abs(value).ToString(Exact, CultureInfo.InvariantCulture);
        var mark = text.IndexOf('E', StringComparison.Ordinal);
        var exponent = int.Parse(text.AsSpan(mark + 1), CultureInfo.InvariantCulture);
        return (double.IsNegative(value) ? "-" : "", text[0] + text[2..mark], exponent);
    }

    /// <summary>The first digits, rounded; a carry of 1 when they now begin one place further left.</summary>
    private static (string Digits, int Carry) Round(string digits, int keep)
    {
        if (keep >= digits.Length)
        {
            return (digits, 0);
        }

        if (keep < 0)
        {
            return ("0", 0);
        }

        var rest = string.CompareOrdinal(digits[keep..], "5".PadRight(digits.Length - keep, '0'));
        var isOdd = keep > 0 && (digits[keep - 1] - '0') % 2 == 1;
        var up = rest > 0 || (rest == 0 && isOdd);
        if (!up)
        {
            return (keep == 0 ? "0" : digits[..keep], 0);
        }

        var nines = digits[..keep].TrimEnd('9');
        return nines.Length == 0
            ? ("1".PadRight(keep + 1, '0'), 1)
            : (nines[..^1] + (char)(nines[^1] + 1) + new string('0', keep - nines.Length), 0);
    }
}
