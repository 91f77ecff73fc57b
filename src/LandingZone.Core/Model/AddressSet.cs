using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;

namespace LandingZone.Core.Model;

/// <summary>A set of IP addresses, IPv4 and IPv6, kept as sorted ranges that neither touch nor overlap.</summary>
public sealed class AddressSet
{
    public static AddressSet Empty { get; } = new([], []);

    public static AddressSet All { get; } = new([(0, uint.MaxValue)], [(0, UInt128.MaxValue)]);

    // What no packet from the internet carries as its source: RFC 6890 and the IANA special-purpose registries. A set
    // that leaves out nothing but these is as open as 0.0.0.0/0.
    private static readonly AddressSet Unroutable = Of(
    [
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12",
        "192.0.0.0/24", "192.0.2.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24",
        "224.0.0.0/3",
    ]).Value;

    // All IPv6 unicast addresses in use.
    private static readonly AddressSet Global6 = Of(["2000::/3"]).Value;

    private readonly ImmutableArray<(UInt128 First, UInt128 Last)> _four;
    private readonly ImmutableArray<(UInt128 First, UInt128 Last)> _six;

    private AddressSet(
        ImmutableArray<(UInt128 First, UInt128 Last)> four, ImmutableArray<(UInt128 First, UInt128 Last)> six)
    {
        _four = four;
        _six = six;
    }

    public bool IsEmpty => _four.IsEmpty && _six.IsEmpty;

    /// <summary>
    /// Whether it holds every address of the internet, of IPv4 or of IPv6: what never comes from the internet may be
    /// missing.
    /// </summary>
    public bool CoversInternet =>
        (!_four.IsEmpty && All.Except(Union(Unroutable))._four.IsEmpty)
        || (!_six.IsEmpty && Global6.Except(this)._six.IsEmpty);

    /// <summary>The addresses of ranges in CIDR notation; unread, with the text, when one of them is none.</summary>
    public static Fact<AddressSet> Of(ImmutableArray<string> ranges)
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

        return new AddressSet(Merge(four), Merge(six));
    }

    public AddressSet Union(AddressSet other) => new(Merge(_four.Concat(other._four)), Merge(_six.Concat(other._six)));

    /// <summary>The addresses of this set that are not in the other.</summary>
    public AddressSet Except(AddressSet other) => new(Except(_four, other._four), Except(_six, other._six));

    public bool Contains(IPAddress address)
    {
        var (number, _) = Bounds(new IPNetwork(address, address.GetAddressBytes().Length * 8));
        return (address.AddressFamily == AddressFamily.InterNetwork ? _four : _six)
            .Any(range => range.First <= number && number <= range.Last);
    }

    private static ImmutableArray<(UInt128 First, UInt128 Last)> Merge(IEnumerable<(UInt128 First, UInt128 Last)> ranges)
    {
        var merged = ImmutableArray.CreateBuilder<(UInt128 First, UInt128 Last)>();
        foreach (var range in ranges.OrderBy(range => range.First))
        {
            // The last address of all has none after it.
            if (merged.Count > 0 && (merged[^1].Last == UInt128.MaxValue || range.First <= merged[^1].Last + 1))
            {
                merged[^1] = (merged[^1].First, UInt128.Max(merged[^1].Last, range.Last));
            }
            else
            {
                merged.Add(range);
            }
        }

        return merged.ToImmutable();
    }

    private static ImmutableArray<(UInt128 First, UInt128 Last)> Except(
        ImmutableArray<(UInt128 First, UInt128 Last)> ranges, ImmutableArray<(UInt128 First, UInt128 Last)> without)
    {
        var left = ImmutableArray.CreateBuilder<(UInt128 First, UInt128 Last)>();
        foreach (var range in ranges)
        {
            var first = range.First;
            var spent = false;
            foreach (var hole in without)
            {
                if (hole.Last < first || hole.First > range.Last)
                {
                    continue;
                }

                if (hole.First > first)
                {
                    left.Add((first, hole.First - 1));
                }

                spent = hole.Last >= range.Last;
                if (spent)
                {
                    break;
                }

                first = hole.Last + 1;
            }

            if (!spent)
            {
                left.Add((first, range.Last));
            }
        }

        return left.ToImmutable();
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
