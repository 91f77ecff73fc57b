using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace LandingZone.Cel;

/// <summary>An address of the Internet Protocol, read as strictly as Kubernetes does.</summary>
/// <param name="Bits">32 bits for version 4, 128 for version 6.</param>
/// <param name="Version">4 or 6.</param>
internal sealed record IpAddress(UInt128 Bits, int Version)
{
    private static readonly UInt128 MappedPrefix = 0xffff;

    public int Width => Version == 4 ? 32 : 128;

    /// <summary>
    /// Null for any other text, with a zone (<c>%eth0</c>), or of an address of version 4 mapped to version 6.
    /// </summary>
    public static IpAddress? Parse(string text) =>
        text.Contains(':', StringComparison.Ordinal) ? ParseVersion6(text) : ParseVersion4(text);

    /// <summary>Whether the first bits are those of a prefix.</summary>
    public bool StartsWith(UInt128 prefix, int length) =>
        length == 0 || Bits >> (Width - length) == prefix >> (Width - length);

    /// <summary>The one form of RFC 5952.</summary>
    public override string ToString()
    {
        if (Version == 4)
        {
            return string.Join('.', Enumerable.Range(0, 4).Select(part => (byte)(Bits >> (24 - (8 * part)))));
        }

        var groups = Enumerable.Range(0, 8).Select(part => (ushort)(Bits >> (112 - (16 * part)))).ToArray();
        var (start, length) = LongestZeros(groups);
        return length < 2
            ? Hex(groups)
            : $"{Hex(groups[..start])}::{Hex(groups[(start + length)..])}";
    }

    private static string Hex(ushort[] groups) =>
        string.Join(':', groups.Select(group => group.ToString("x", CultureInfo.InvariantCulture)));

    private static (int Start, int Length) LongestZeros(ushort[] groups)
    {
        var best = (Start: 0, Length: 0);
        var length = 0;
        for (var index = 0; index < groups.Length; index++)
        {
            length = groups[index] == 0 ? length + 1 : 0;
            best = length > best.Length ? (index + 1 - length, length) : best;
        }

        return best;
    }

    private static IpAddress? ParseVersion4(string text)
    {
        var parts = text.Split('.');
        UInt128 bits = 0;
        foreach (var part in parts)
        {
            if (parts.Length != 4 || !TryOctet(part, out var octet))
            {
                return null;
            }

            bits = (bits << 8) | octet;
        }

        return new IpAddress(bits, 4);
    }

    /// <summary>Without a zero before other digits, which some read as octal.</summary>
    private static bool TryOctet(string text, out byte octet) =>
        byte.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out octet)
        && (text.Length == 1 || text[0] != '0');

    private static IpAddress? ParseVersion6(string text)
    {
        if (!text.All(letter => char.IsAsciiHexDigit(letter) || letter is ':' or '.')
            || !IPAddress.TryParse(text, out var address)
            || address.AddressFamily != AddressFamily.InterNetworkV6)
        {
            return null;
        }

        var bits = address.GetAddressBytes().Aggregate(UInt128.Zero, (all, part) => (all << 8) | part);
        return bits >> 32 == MappedPrefix ? null : new IpAddress(bits, 6);
    }
}
