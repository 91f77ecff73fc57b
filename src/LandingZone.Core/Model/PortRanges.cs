using System.Collections.Immutable;

namespace LandingZone.Core.Model;

/// <summary>Sets of ports of protocols.</summary>
internal static class PortRanges
{
    private const int Last = 65535;

    public static ImmutableArray<PortRange> All { get; } = [new PortRange { Protocol = "any", From = 0, To = Last }];

    /// <summary>
    /// The same ports in as few ranges as can be, by protocol and first port; all of TCP and UDP are <c>any</c>.
    /// </summary>
    public static ImmutableArray<PortRange> Join(IEnumerable<PortRange> ranges)
    {
        var joined = ImmutableArray.CreateBuilder<PortRange>();
        foreach (var range in ranges.OrderBy(range => range.Protocol, StringComparer.Ordinal).ThenBy(range => range.From))
        {
            if (joined.Count > 0 && joined[^1].Protocol == range.Protocol && range.From <= joined[^1].To + 1)
            {
                joined[^1] = joined[^1] with { To = Math.Max(joined[^1].To, range.To) };
            }
            else
            {
                joined.Add(range);
            }
        }

        return IsWhole(joined, "tcp") && IsWhole(joined, "udp") ? All : joined.ToImmutable();
    }

    /// <summary>The ports that are in both sets.</summary>
    public static ImmutableArray<PortRange> Intersect(ImmutableArray<PortRange> one, ImmutableArray<PortRange> other) => Join(
        from a in one
        from b in other
        where a.Protocol == b.Protocol || a.Protocol == "any" || b.Protocol == "any"
        let both = new PortRange
        {
            Protocol = a.Protocol == "any" ? b.Protocol : a.Protocol,
            From = Math.Max(a.From, b.From),
            To = Math.Min(a.To, b.To),
        }
        where both.From <= both.To
        select both);

    private static bool IsWhole(IEnumerable<PortRange> ranges, string protocol) =>
        ranges.Any(range => range.Protocol == protocol && range.From == 0 && range.To == Last);
}
