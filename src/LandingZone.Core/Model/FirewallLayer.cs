using System.Collections.Immutable;

namespace LandingZone.Core.Model;

/// <summary>
/// Firewalls whose rules are asked together, such as all security groups of an interface: at which ports they let the
/// whole internet in, and by which of their rules. Rules count in the order of their priority; of equal ones a refusal
/// goes first.
/// </summary>
internal sealed class FirewallLayer
{
    private const string AnyProtocol = "any";

    // What rules ask about; other protocols are looked at where a rule names them.
    private static readonly string[] AlwaysAsked = ["tcp", "udp"];

    private readonly ImmutableArray<LayerRule> _rules;
    private readonly Lazy<ImmutableArray<Opening>> _openings;

    /// <param name="rules">All rules for incoming traffic.</param>
    public FirewallLayer(IEnumerable<LayerRule> rules)
    {
        _rules = [.. rules.OrderBy(rule => rule.Id, StringComparer.Ordinal)];
        _openings = new Lazy<ImmutableArray<Opening>>(Open);
    }

    /// <summary>
    /// The ports at which the rule lets the whole internet in, alone or as the first of several that do together.
    /// </summary>
    public Fact<ImmutableArray<PortRange>> PortsOf(string ruleId)
    {
        var ports = ImmutableArray.CreateBuilder<PortRange>();
        foreach (var opening in _openings.Value.Where(opening => opening.RuleIds.Contains(ruleId)))
        {
            if (opening.Unread is { } why)
            {
                return new Unread(why);
            }

            ports.Add(opening.Ports);
        }

        return PortRanges.Join(ports);
    }

    /// <summary>All ports at which the internet gets in; unread when a rule that decides is.</summary>
    public Fact<ImmutableArray<PortRange>> Ports => _openings.Value.FirstOrDefault(opening => opening.Unread is not null) is { } unknown
        ? new Unread(unknown.Unread!)
        : PortRanges.Join(_openings.Value.Select(opening => opening.Ports));

    private ImmutableArray<Opening> Open()
    {
        // Most firewalls admit nobody from everywhere, whatever the port: then no port needs a look.
        var most = _rules.Select(rule => rule.Suppose(open: true)).ToList();
        if (!most.Where(rule => rule.Allows).Aggregate(AddressSet.Empty, (all, rule) => all.Union(rule.Addresses)).CoversInternet)
        {
            return [];
        }

        var least = _rules.Select(rule => rule.Suppose(open: false)).ToList();
        var why = _rules.Select(rule => rule.Unread).FirstOrDefault(unread => unread is not null);
        return [.. Segments(most).SelectMany(segment => Open(segment, most, least, why))];
    }

    private static IEnumerable<Opening> Open(
        PortRange segment, List<SupposedRule> most, List<SupposedRule> least, string? why)
    {
        var at = Admitted(segment, most);
        var alone = at.Where(rule => rule.Addresses.CoversInternet).Select(rule => rule.Id).ToList();
        if (alone.Count == 0 && !Together(at))
        {
            yield break;
        }

        var certain = why is null ? at : Admitted(segment, least);
        if (alone.Count == 0)
        {
            yield return new Opening(segment, [at[0].Id], Together(certain) ? null : why);
            yield break;
        }

        // What one rule admits for certain is open, whatever another may do besides.
        var sure = alone.Where(id => certain.Exists(rule => rule.Id == id && rule.Addresses.CoversInternet)).ToList();
        if (sure.Count > 0)
        {
            yield return new Opening(segment, [.. sure], null);
        }

        if (sure.Count < alone.Count)
        {
            yield return new Opening(segment, [.. alone.Except(sure)], why);
        }
    }

    /// <summary>
    /// What each rule that allows admits, less what goes before it refuses; those that admit nobody are left out.
    /// </summary>
    private static List<(string Id, AddressSet Addresses)> Admitted(PortRange segment, List<SupposedRule> rules)
    {
        var concerned = rules.Where(rule => rule.Concerns(segment)).ToList();
        return
        [
            .. concerned.Where(rule => rule.Allows)
                .Select(rule => (rule.Id, concerned.Where(other => !other.Allows && other.Priority <= rule.Priority)
                    .Aggregate(rule.Addresses, (left, refusal) => left.Except(refusal.Addresses))))
                .Where(rule => !rule.Item2.IsEmpty),
        ];
    }

    private static bool Together(List<(string Id, AddressSet Addresses)> admitted) =>
        admitted.Aggregate(AddressSet.Empty, (all, rule) => all.Union(rule.Addresses)).CoversInternet;

    /// <summary>
    /// The ports cut where any rule begins or ends, so that each rule concerns all of a segment or nothing of it.
    /// </summary>
    private static IEnumerable<PortRange> Segments(List<SupposedRule> rules)
    {
        var ranges = rules.SelectMany(rule => rule.Ports).ToList();
        var protocols = AlwaysAsked.Concat(ranges.Select(range => range.Protocol)).Where(name => name != AnyProtocol).Distinct();
        foreach (var protocol in protocols)
        {
            var own = ranges.Where(range => range.Protocol == protocol || range.Protocol == AnyProtocol).ToList();
            var starts = own.Select(range => range.From).Concat(own.Select(range => range.To + 1)).Distinct().Order().ToList();
            for (var i = 0; i + 1 < starts.Count; i++)
            {
                yield return new PortRange { Protocol = protocol, From = starts[i], To = starts[i + 1] - 1 };
            }
        }
    }

    /// <param name="Ports">A segment at which the internet gets in.</param>
    /// <param name="RuleIds">The rules that are to be mended.</param>
    /// <param name="Unread">Why it may not be so; null when it is.</param>
    private sealed record Opening(PortRange Ports, ImmutableArray<string> RuleIds, string? Unread);
}

/// <summary>A rule for incoming traffic, as far as its layer needs it.</summary>
internal sealed record LayerRule(
    string Id,
    Fact<int> Priority,
    Fact<bool> Allows,
    Fact<ImmutableArray<PortRange>> Ports,
    Fact<ImmutableArray<string>> Addresses)
{
    public string? Unread => Priority.Unread ?? Allows.Unread ?? Ports.Unread ?? Addresses.Addresses().Unread;

    /// <summary>The rule with what was not read supposed, so that it lets in as many as it could, or as few.</summary>
    public SupposedRule Suppose(bool open)
    {
        var allows = Allows.IsRead ? Allows.Value : open;
        var most = allows == open;
        var addresses = Addresses.Addresses();
        return new SupposedRule(
            Id,
            Priority.IsRead ? Priority.Value : most ? int.MinValue : int.MaxValue,
            allows,
            Ports.IsRead ? Ports.Value : most ? PortRanges.All : [],
            addresses.IsRead ? addresses.Value : most ? AddressSet.All : AddressSet.Empty);
    }
}

/// <summary>A rule of which all is known or supposed.</summary>
internal sealed record SupposedRule(
    string Id, int Priority, bool Allows, ImmutableArray<PortRange> Ports, AddressSet Addresses)
{
    public bool Concerns(PortRange segment) => Ports.Any(
        range => (range.Protocol == "any" || range.Protocol == segment.Protocol) && range.From <= segment.From && segment.To <= range.To);
}
