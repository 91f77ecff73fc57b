using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace LandingZone.Core.Model;

/// <summary>
/// What holds for an account because it is set above it or elsewhere: guardrails of its folders, the organization's
/// trail, alarms of the security account, the hub's bastion. Computed from the scopes that providers state, alike for
/// all clouds.
/// </summary>
internal sealed class Inheritance(Estate estate)
{
    private readonly Dictionary<(string Scope, Type Kind), List<ScopedResource>> _byScope = [];
    private readonly Dictionary<(string OrganizationId, Type Kind), string> _unscoped = [];
    private readonly ConcurrentDictionary<(string AccountId, Kind Kind), (IReadOnlyList<Resource>, string?)> _held = [];
    private readonly ConcurrentDictionary<(string OrganizationId, Kind Kind), string?> _elsewhere = [];

    /// <summary>Takes a resource in, once all accounts are known.</summary>
    public void Add(ScopedResource resource)
    {
        if (!resource.Scopes.IsRead)
        {
            // Whose organization is unknown may hold in each.
            var why = $"where {resource.Name} holds: {resource.Scopes.Unread}";
            var organizations = estate.Organization(resource) is { } one ? [one] : estate.Organizations;
            foreach (var organization in organizations)
            {
                _unscoped.TryAdd((organization.Id, resource.GetType()), why);
            }

            return;
        }

        foreach (var scope in resource.Scopes.Value.Concat(Reached(resource)).Distinct())
        {
            if (!_byScope.TryGetValue((scope, resource.GetType()), out var held))
            {
                _byScope[(scope, resource.GetType())] = held = [];
            }

            held.Add(resource);
        }
    }

    /// <summary>
    /// All resources of the kind that hold for the account, and why there may be more; null when there are not.
    /// </summary>
    public (IReadOnlyList<Resource> Held, string? Why) Of(Account account, Kind kind) =>
        _held.GetOrAdd((account.Id, kind), _ => Find(account, kind));

    private (IReadOnlyList<Resource>, string?) Find(Account account, Kind kind)
    {
        ImmutableArray<string> places =
        [
            account.Id,
            .. account.Folders.IsRead ? account.Folders.Value.Reverse().Select(folder => folder.Id) : [],
            account.Organization.Id,
        ];
        string? why = null;
        List<Resource> held = [];
        foreach (var resource in places.SelectMany(place => _byScope.GetValueOrDefault((place, kind.Type), [])).Distinct())
        {
            if (resource is not Guardrail guardrail)
            {
                held.Add(resource);
            }
            else if (!guardrail.NotScopes.IsRead)
            {
                why ??= $"where {resource.Name} does not hold: {guardrail.NotScopes.Unread}";
            }
            else if (!guardrail.NotScopes.Value.Any(places.Contains))
            {
                held.Add(resource);
            }
        }

        return (held, why ?? WhyIncomplete(account, kind));
    }

    private string? WhyIncomplete(Account account, Kind kind) =>
        estate.WhyIncomplete(account, kind)
        ?? account.Folders.Unread
        ?? _unscoped.GetValueOrDefault((account.Organization.Id, kind.Type))
        ?? (kind.Type == typeof(Bastion) ? WhyUnconnected(account) : null)
        ?? (estate.Find(account.Organization.Id) is Organization organization
            ? _elsewhere.GetOrAdd((organization.Id, kind), _ => WhyIncompleteElsewhere(organization, kind))
            : "the organization is not in the estate");

    /// <summary>
    /// Why what others hold for an account is not all known. Of most kinds only the managing account holds any.
    /// </summary>
    private string? WhyIncompleteElsewhere(Organization organization, Kind kind)
    {
        if (organization.InUse is { IsRead: true, Value: false })
        {
            return null;
        }

        return (kind.OfOrganization ? estate.WhyOwnIncomplete(organization, kind) : null)
            ?? estate.WhyIncomplete(organization, Kind.Find(nameof(Account))!)
            ?? estate.AccountsOf(organization)
                .Where(account => account.Status is not { IsRead: true, Value: AccountStatus.Suspended })
                .Where(account => kind.Central || account.Management is not { IsRead: true, Value: false })
                .Select(account => estate.WhyIncomplete(account, kind))
                .FirstOrDefault(why => why is not null);
    }

    /// <summary>A bastion also serves the accounts whose networks are connected with one of its own.</summary>
    private IEnumerable<string> Reached(ScopedResource resource) => resource is Bastion { Networks.IsRead: true } bastion
        ? estate.Of(typeof(Network)).Cast<Network>()
            .Where(network => network.Peers.IsRead && network.Peers.Value.Any(bastion.Networks.Value.Contains))
            .Select(network => network.AccountId!)
        : [];

    private string? WhyUnconnected(Account account) =>
        estate.WhyIncomplete(account, Kind.Find(nameof(Network))!)
        ?? estate.Of(account.Id, typeof(Network)).Cast<Network>().FirstOrDefault(network => !network.Peers.IsRead)?.Peers.Unread;
}
