using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;

namespace LandingZone.Core.Model;

/// <summary>Sets of IP addresses given as ranges in CIDR notation.</summary>
public static class AddressRanges
{
    // What no packet from the internet carries as its source: RFC 6890 and the IANA special-purpose registries. A set
    // that leaves out nothing but these is as open as 0.0.0.0/0.
    private static readonly ImmutableArray<(UInt128 First, UInt128 Last)> Unroutable4 =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12",
            "192.0.0.0/24", "192.0.2.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24",
            "224.0.0.0/3",
        }.Select(range => Bounds(IPNetwork.Parse(range))),
    ];

    // All IPv6 unicast addresses in use are in 2000::/3.
    private static readonly (UInt128 First, UInt128 Last) Global6 = Bounds(IPNetwork.Parse("2000::/3"));

    /// <summary>
    /// Whether the ranges together hold every address of the internet, IPv4 or IPv6; unread, with the text, when one of
    /// them is not a range in CIDR notation.
    /// </summary>
    public static Fact<bool> CoverInternet(ImmutableArray<string> ranges)
    {
        List<(UInt128, UInt128)> four = [];
        List<(UInt128, UInt128)> six = [];
        foreach (var range in ranges)
        {
            if (!IPNetwork.TryParse(range, out var network))
            {
                return new Unread($"'{range}' is not an address range");
            }

            (network.BaseAddress.AddressFamily == AddressFamily.InterNetwork ? four : six).Add(Bounds(network));
        }

        return (four.Count > 0 && Covered(four.Concat(Unroutable4), 0, uint.MaxValue))
            || (six.Count > 0 && Covered(six, Global6.First, Global6.Last));
    }

    private static bool Covered(IEnumerable<(UInt128 First, UInt128 Last)> ranges, UInt128 first, UInt128 last)
    {
        var next = first;
        foreach (var range in ranges.OrderBy(range => range.First))
        {
            if (range.First > next)
            {
                break;
            }

            if (range.Last >= last)
            {
                return true;
            }

            next = UInt128.Max(next, range.Last + 1);
        }

        return false;
    }

    private static (UInt128 First, UInt128 Last) Bounds(IPNetwork range)
    {
        var bytes = range.BaseAddress.GetAddressBytes();
        UInt128 first = 0;
        foreach (var part in bytes)
        {
            first = (first << 8) | part;
        }

        var hostBits = (bytes.Length * 8) - range.PrefixLength;
        return (first, hostBits == 128 ? UInt128.MaxValue : first + (UInt128.One << hostBits) - 1);
    }
}
