using System.Globalization;

namespace LandingZone.Cel;

/// <summary>An address and how many of its first bits name a network, such as <c>10.0.0.0/8</c>.</summary>
internal sealed record CidrBlock(IpAddress Address, int PrefixLength)
{
    public UInt128 First => Address.Bits & ~HostMask;

    public UInt128 Last => Address.Bits | HostMask;

    // A shift by the whole width would be one by zero.
    private UInt128 HostMask => PrefixLength == 0 && Address.Version == 6
        ? UInt128.MaxValue
        : (UInt128.One << (Address.Width - PrefixLength)) - 1;

    public static CidrBlock? Parse(string text)
    {
        var slash = text.LastIndexOf('/');
        if (slash < 0 || IpAddress.Parse(text[..slash]) is not { } address)
        {
            return null;
        }

        var digits = text.AsSpan(slash + 1);
        var isCanonical = digits.Length == 1 || (digits.Length > 1 && digits[0] != '0');
        return isCanonical
            && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var length)
            && length <= address.Width
            ? new CidrBlock(address, length)
            : null;
    }

    public bool Contains(IpAddress address) =>
        address.Version == Address.Version && First <= address.Bits && address.Bits <= Last;

    public bool Contains(CidrBlock other) => Contains(other.Address) && PrefixLength <= other.PrefixLength;

    public bool Overlaps(CidrBlock other) => Contains(other) || other.Contains(this);

    /// <summary>The network itself: the bits of the host are zero.</summary>
    public CidrBlock Masked() => this with { Address = Address with { Bits = First } };

    public override string ToString() => $"{Address}/{PrefixLength.ToString(CultureInfo.InvariantCulture)}";
}
