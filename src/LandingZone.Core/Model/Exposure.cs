using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace LandingZone.Core.Model;

/// <summary>
/// What the internet can really reach, for all clouds: at which ports firewalls let everybody in, and whether something
/// with a public address and a route stands behind them. A machine is reached where the firewalls of its subnet and its
/// own both let the internet in. Keeps of each resource no more than that.
/// </summary>
internal sealed class Exposure
{
    private readonly Dictionary<string, List<LayerRule>> _rules = [];
    private readonly Dictionary<string, (Fact<ImmutableArray<string>> Firewalls, Fact<bool> Routed)> _subnets = [];
    private readonly List<NetworkInterface> _interfaces = [];
    private readonly ConcurrentDictionary<string, FirewallLayer> _layers = [];
    private readonly Dictionary<string, HashSet<Place>> _places = [];
    private readonly Dictionary<string, string> _unplaced = [];

    /// <summary>Whether resources of the kind make part of it.</summary>
    public static bool Needs(string kind) =>
        kind is nameof(FirewallRule) or nameof(Subnet) or nameof(NetworkInterface);

    /// <summary>Takes a resource in; what is no part of a network is left out.</summary>
    public void Add(Resource resource)
    {
        switch (resource)
        {
            case FirewallRule { Direction: { IsRead: true, Value: TrafficDirection.Egress } }:
                break;
            case FirewallRule rule:
                if (!_rules.TryGetValue(rule.FirewallId, out var rules))
                {
                    _rules[rule.FirewallId] = rules = [];
                }

                rules.Add(new LayerRule(
                    rule.Id, rule.Priority, rule.Direction.IsRead ? rule.Allows : new Unread(rule.Direction.Unread!), rule.Ports, rule.Addresses));
                break;
            case Subnet subnet:
                _subnets[subnet.Id] = (subnet.Firewalls, subnet.RoutedToInternet);
                break;
            case NetworkInterface one:
                _interfaces.Add(one);
                break;
        }
    }

    /// <summary>Brings firewalls and interfaces together, once all are there.</summary>
    public void Complete()
    {
        foreach (var one in _interfaces)
        {
            var subnet = SubnetOf(one);
            var reached = Reached(one, subnet.Routed);
            foreach (var firewalls in new[] { one.Firewalls, subnet.Firewalls })
            {
                if (!firewalls.IsRead)
                {
                    _unplaced.TryAdd(one.AccountId ?? "", firewalls.Unread!);
                }
            }

            if (one.Firewalls.IsRead && subnet.Firewalls.IsRead)
            {
                foreach (var firewall in one.Firewalls.Value.Concat(subnet.Firewalls.Value))
                {
                    if (!_places.TryGetValue(firewall, out var places))
                    {
                        _places[firewall] = places = [];
                    }

                    places.Add(new Place(Key(one.Firewalls.Value), Key(subnet.Firewalls.Value), reached));
                }
            }
        }

        _interfaces.Clear();
    }

    /// <summary>
    /// The rule with what follows from it and from what it filters; what an example states is left as it is.
    /// </summary>
    /// <param name="rule">As it was read.</param>
    /// <param name="unlisted">Why not all interfaces of the account are known; null when they are.</param>
    public FirewallRule Describe(FirewallRule rule, string? unlisted)
    {
        var places = _places.GetValueOrDefault(rule.FirewallId, []);
        var why = unlisted ?? _unplaced.GetValueOrDefault(rule.AccountId ?? "");
        var open = rule.InternetPorts.IsRead ? rule.InternetPorts
            : rule.Direction is { IsRead: true, Value: TrafficDirection.Egress } ? ImmutableArray<PortRange>.Empty
            : places.Count > 0 && places.All(place => !place.IsDecidedBy(rule.FirewallId)) ? ImmutableArray<PortRange>.Empty
            : Layer(rule.FirewallId).PortsOf(rule.Id);
        return rule with
        {
            Attached = rule.Attached.IsRead ? rule.Attached : places.Count > 0 ? true : why is null ? false : new Unread(why),
            InternetPorts = open,
            ExposedPorts = rule.ExposedPorts.IsRead ? rule.ExposedPorts : Exposed(rule, places, open, why),
        };
    }

    private Fact<ImmutableArray<PortRange>> Exposed(
        FirewallRule rule, HashSet<Place> places, Fact<ImmutableArray<PortRange>> open, string? why)
    {
        if (open is { IsRead: true, Value.IsEmpty: true } && places.All(place => place.IsAlone(rule.FirewallId)))
        {
            return open;
        }

        List<PortRange> exposed = [];
        foreach (var place in places.Where(place => place.IsDecidedBy(rule.FirewallId)))
        {
            var ports = place.Reached is { IsRead: true, Value: false } ? ImmutableArray<PortRange>.Empty : At(place, rule);
            if (ports.IsRead && (ports.Value.IsEmpty || place.Reached.IsRead))
            {
                exposed.AddRange(ports.Value);
            }
            else
            {
                why ??= ports.Unread ?? place.Reached.Unread;
            }
        }

        var known = PortRanges.Join(exposed);
        return why is null || (open.IsRead && known.SequenceEqual(open.Value)) ? known : new Unread(why);
    }

    /// <summary>At which of its ports the rule lets the internet in to a place, where the subnet does too.</summary>
    private Fact<ImmutableArray<PortRange>> At(Place place, FirewallRule rule)
    {
        var (own, other) = place.Interface.Length > 0 ? (place.Interface, place.Subnet) : (place.Subnet, "");
        var ports = Layer(own).PortsOf(rule.Id);
        if (other.Length == 0 || ports is not { IsRead: true, Value.IsEmpty: false })
        {
            return ports;
        }

        var through = Layer(other).Ports;
        return through.IsRead ? PortRanges.Intersect(ports.Value, through.Value) : through;
    }

    // Rules are judged side by side.
    private FirewallLayer Layer(string firewalls) => _layers.GetOrAdd(firewalls, key => new FirewallLayer(
        key.Split('\n').SelectMany(id => _rules.GetValueOrDefault(id, []))));

    private (Fact<ImmutableArray<string>> Firewalls, Fact<bool> Routed) SubnetOf(NetworkInterface one)
    {
        if (one.Subnet.IsRead && _subnets.TryGetValue(one.Subnet.Value.Id, out var subnet))
        {
            return subnet;
        }

        var why = new Unread(one.Subnet.Unread ?? $"Subnet {one.Subnet.Value.Id} is not in the estate");
        return (why, why);
    }

    private static Fact<bool> Reached(NetworkInterface one, Fact<bool> routed) =>
        one.PublicAddresses is { IsRead: true, Value.IsEmpty: true } || routed is { IsRead: true, Value: false } ? false
        : one.PublicAddresses.IsRead ? routed
        : new Unread(one.PublicAddresses.Unread!);

    private static string Key(ImmutableArray<string> firewalls) => string.Join('\n', firewalls.Order(StringComparer.Ordinal));

    /// <summary>Interfaces that are filtered alike.</summary>
    /// <param name="Interface">The ids of the firewalls of the interface, one a line; empty when there are none.</param>
    /// <param name="Subnet">Those of the subnet.</param>
    /// <param name="Reached">Whether the internet can route to it.</param>
    private sealed record Place(string Interface, string Subnet, Fact<bool> Reached)
    {
        /// <summary>
        /// Whether the firewall is the one to mend where the internet gets in: of the interface, or of the subnet where
        /// the interface has none.
        /// </summary>
        public bool IsDecidedBy(string firewall) => (Interface.Length > 0 ? Interface : Subnet).Split('\n').Contains(firewall);

        /// <summary>Whether no other firewall is asked together with this one.</summary>
        public bool IsAlone(string firewall) => Interface == firewall || (Interface.Length == 0 && Subnet == firewall);
    }
}
