using System.Collections.Immutable;
using System.Net;
using FsCheck;
using FsCheck.Fluent;
using LandingZone.Core.Model;

namespace LandingZone.Core.Tests.Model;

/// <summary>What firewalls let in, against asking them for one address and one port after the other.</summary>
public class FirewallLayerTests
{
    private static readonly Config Many = Config.QuickThrowOnFailure.WithMaxTest(3000);

    private static readonly string[] Ranges =
    [
        "0.0.0.0/0", "0.0.0.0/1", "128.0.0.0/1", "0.0.0.0/2", "64.0.0.0/2", "128.0.0.0/2", "192.0.0.0/2", "32.0.0.0/3",
        "208.0.0.0/4", "10.0.0.0/8", "224.0.0.0/3", "::/0", "2000::/4", "3000::/4", "fd00::/8",
    ];

    // One address for each part of the internet that the ranges above can tell apart.
    private static readonly ImmutableArray<IPAddress> Four =
        [.. Enumerable.Range(0, 14).Select(part => IPAddress.Parse($"{(part * 16) + 1}.1.1.1"))];

    private static readonly ImmutableArray<IPAddress> Six = [IPAddress.Parse("2000::1"), IPAddress.Parse("3000::1")];

    private static readonly string[] Protocols = ["tcp", "udp", "icmp", "any"];

    private static readonly int[] Ends = [0, 21, 22, 23, 100, 65535];

    [Fact]
    public void The_internet_gets_in_where_each_of_its_addresses_does() => Check.One(Many, Prop.ForAll(
        Rules(Read).ToArbitrary(),
        rules =>
        {
            var layer = new FirewallLayer(rules);
            foreach (var (protocol, port) in Asked())
            {
                Assert.Equal(LetsIn(rules, protocol, port), Contains(layer.Ports.Value, protocol, port));
                Assert.Equal(
                    LetsIn(rules, protocol, port),
                    rules.Any(rule => Contains(layer.PortsOf(rule.Id).Value, protocol, port)));
            }
        }));

    [Fact]
    public void A_rule_is_named_only_for_ports_and_traffic_that_it_lets_in_itself() => Check.One(Many, Prop.ForAll(
        Rules(Read).ToArbitrary(),
        rules =>
        {
            var layer = new FirewallLayer(rules);
            foreach (var rule in rules)
            {
                Assert.True(rule.Allows.Value || layer.PortsOf(rule.Id).Value.IsEmpty);
                foreach (var (protocol, port) in Asked().Where(asked => Contains(layer.PortsOf(rule.Id).Value, asked.Protocol, asked.Port)))
                {
                    Assert.True(Contains(rule.Ports.Value, protocol, port));
                }
            }
        }));

    /// <summary>Whatever the facts are that were not read: what was said for certain stays true.</summary>
    [Fact]
    public void What_is_said_of_rules_that_are_not_all_read_holds_for_whatever_they_are() => Check.One(Many, Prop.ForAll(
        Rules(Partly).ToArbitrary(),
        Rules(Read).ToArbitrary(),
        (rules, whole) =>
        {
            var layer = new FirewallLayer(rules);
            var completed = rules.Select((rule, i) => Complete(rule, whole[i % whole.Length])).ToArray();
            foreach (var rule in rules.Where(rule => layer.PortsOf(rule.Id).IsRead))
            {
                foreach (var (protocol, port) in Asked().Where(asked => Contains(layer.PortsOf(rule.Id).Value, asked.Protocol, asked.Port)))
                {
                    Assert.True(LetsIn(completed, protocol, port));
                }
            }

            if (rules.All(rule => layer.PortsOf(rule.Id).IsRead))
            {
                foreach (var (protocol, port) in Asked().Where(asked => LetsIn(completed, asked.Protocol, asked.Port)))
                {
                    Assert.Contains(rules, rule => Contains(layer.PortsOf(rule.Id).Value, protocol, port));
                }
            }
        }));

    [Fact]
    public void Sets_of_addresses_hold_what_their_ranges_hold() => Check.One(Many, Prop.ForAll(
        Gen.Zip(Addresses(), Addresses()).ToArbitrary(),
        pair =>
        {
            var (one, other) = (AddressSet.Of(pair.Item1).Value, AddressSet.Of(pair.Item2).Value);
            foreach (var address in Four.Concat(Six).Append(IPAddress.Parse("10.1.1.1")).Append(IPAddress.Parse("fd00::1")))
            {
                Assert.Equal(Holds(pair.Item1, address), one.Contains(address));
                Assert.Equal(Holds(pair.Item1, address) || Holds(pair.Item2, address), one.Union(other).Contains(address));
                Assert.Equal(Holds(pair.Item1, address) && !Holds(pair.Item2, address), one.Except(other).Contains(address));
            }

            Assert.Equal(
                Four.All(address => Holds(pair.Item1, address)) || Six.All(address => Holds(pair.Item1, address)),
                one.CoversInternet);
        }));

    // First the lowest priority, and of equal ones the refusal.
    private static bool LetsIn(LayerRule[] rules, string protocol, int port)
    {
        var ordered = rules.Where(rule => Contains(rule.Ports.Value, protocol, port))
            .OrderBy(rule => rule.Priority.Value).ThenBy(rule => rule.Allows.Value).ToList();
        bool Passes(IPAddress address) =>
            ordered.FirstOrDefault(rule => Holds(rule.Addresses.Value, address)) is { Allows.Value: true };
        return Four.All(Passes) || Six.All(Passes);
    }

    private static bool Holds(ImmutableArray<string> ranges, IPAddress address) =>
        ranges.Any(range => IPNetwork.Parse(range).Contains(address));

    private static bool Contains(ImmutableArray<PortRange> ports, string protocol, int port) => ports.Any(
        range => (range.Protocol == protocol || range.Protocol == "any") && range.From <= port && port <= range.To);

    private static IEnumerable<(string Protocol, int Port)> Asked() =>
        from protocol in new[] { "tcp", "udp" }
        from port in new[] { 0, 20, 21, 22, 23, 24, 99, 100, 101, 65535 }
        select (protocol, port);

    private static LayerRule Complete(LayerRule rule, LayerRule other) => rule with
    {
        Priority = rule.Priority.IsRead ? rule.Priority : other.Priority,
        Allows = rule.Allows.IsRead ? rule.Allows : other.Allows,
        Ports = rule.Ports.IsRead ? rule.Ports : other.Ports,
        Addresses = rule.Addresses.IsRead ? rule.Addresses : other.Addresses,
    };

    private static Gen<LayerRule[]> Rules(Func<Gen<bool>> read) => Gen.Choose(1, 5).SelectMany(count => Gen.Select(
        Gen.Zip(Gen.ArrayOf(Rule(), count), Gen.ArrayOf(Gen.ArrayOf(read(), 4), count)),
        both => both.Item1.Select((rule, i) => Forget(rule with { Id = $"r{i}" }, both.Item2[i])).ToArray()));

    private static LayerRule Forget(LayerRule rule, bool[] read)
    {
        var why = new Unread("AccessDenied");
        return rule with
        {
            Priority = read[0] ? rule.Priority : why,
            Allows = read[1] ? rule.Allows : why,
            Ports = read[2] ? rule.Ports : why,
            Addresses = read[3] ? rule.Addresses : why,
        };
    }

    private static Gen<bool> Read() => Gen.Constant(true);

    private static Gen<bool> Partly() => Gen.Frequency((6, Gen.Constant(true)), (1, Gen.Constant(false)));

    private static Gen<LayerRule> Rule() =>
        from priority in Gen.Choose(0, 2)
        from allows in Gen.Frequency((3, Gen.Constant(true)), (1, Gen.Constant(false)))
        from ports in Gen.NonEmptyListOf(Ports())
        from addresses in Addresses()
        select new LayerRule("", priority, allows, ports.ToImmutableArray(), addresses);

    private static Gen<ImmutableArray<string>> Addresses() =>
        from count in Gen.Choose(1, 4)
        from ranges in Gen.ArrayOf(Gen.Elements(Ranges), count)
        select ranges.ToImmutableArray();

    private static Gen<PortRange> Ports() =>
        from protocol in Gen.Elements(Protocols)
        from one in Gen.Elements(Ends)
        from other in Gen.Elements(Ends)
        let whole = protocol == "any"
        select new PortRange
        {
            Protocol = protocol,
            From = whole ? 0 : Math.Min(one, other),
            To = whole ? 65535 : Math.Max(one, other),
        };
}
