using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace LandingZone.Core.Model;

/// <summary>
/// The resources that rules can reach from the one they judge: by id, by account, by organization. What it does not
/// hold is said to be incomplete, with the reason, never empty.
/// </summary>
public sealed class Estate
{
    private static readonly Resource[] None = [];
    private static readonly Kind Interfaces = Kind.Find(nameof(NetworkInterface))!;

    private readonly Dictionary<string, Resource> _byId = [];
    private readonly Dictionary<(string Owner, Type Type), List<Resource>> _byOwner = [];
    private readonly Dictionary<Type, List<Resource>> _byType = [];
    private readonly Dictionary<(string Owner, string Kind), List<Gap>> _gaps = [];
    private readonly Dictionary<string, List<Account>> _accounts = [];

    private readonly ConcurrentDictionary<(string OrganizationId, Kind Kind), (IReadOnlyList<Resource>, string?)> _ofOrganization = [];
    private readonly Inheritance _inheritance;
    private readonly Exposure _exposure = new();

    /// <summary>
    /// Takes the resources in; accounts and organizations get the facts that are derived from declarations, firewall
    /// rules those that follow from what they filter.
    /// </summary>
    /// <param name="resources">All of them, in any order.</param>
    /// <param name="declarations">Null: the defaults.</param>
    /// <param name="keep">What is to be at hand of each, null for nothing; a null function: all. The others only count for what follows from them.</param>
    public Estate(IEnumerable<Resource> resources, Declarations? declarations = null, Func<Resource, Resource?>? keep = null)
    {
        declarations ??= Declarations.Default;
        List<Resource> described = [];
        foreach (var resource in resources)
        {
            _exposure.Add(resource);
            var kept = keep is null ? resource : keep(resource);
            if (kept is Model.Account or Model.Organization or FirewallRule)
            {
                described.Add(kept);
            }
            else if (kept is not null)
            {
                Add(kept);
            }
        }

        _exposure.Complete();

        var accounts = described.OfType<Account>().ToList();
        foreach (var organization in described.OfType<Organization>())
        {
            var found = accounts.Where(account => account.Cloud == organization.Cloud).ToList();
            Add(declarations.Describe(organization, found));
        }

        foreach (var account in accounts.Select(account => declarations.Describe(account, id => Find(id) as Folder)))
        {
            Add(account);
            List(_accounts, account.Organization.Id).Add(account);
        }

        foreach (var rule in described.OfType<FirewallRule>())
        {
            Add(Describe(rule));
        }

        _inheritance = new Inheritance(this);
        foreach (var scoped in Kind.All.Where(kind => kind.Scoped).SelectMany(kind => Of(kind.Type)))
        {
            _inheritance.Add((ScopedResource)scoped);
        }
    }

    public IReadOnlyList<Organization> Organizations => [.. Of(typeof(Organization)).Cast<Organization>()];

    public IReadOnlyList<Account> Accounts => [.. Of(typeof(Account)).Cast<Account>()];

    public IEnumerable<Gap> Gaps => _gaps.Values.SelectMany(gaps => gaps);

    /// <summary>The resource with that id, or null when the estate does not hold it.</summary>
    public Resource? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>The resource with the facts that are derived from declarations and from other resources.</summary>
    public Resource Describe(Resource resource) => resource switch
    {
        Model.Account or Model.Organization => Find(resource.Id) ?? resource,
        FirewallRule rule => _exposure.Describe(
            rule, Account(rule) is { } account ? WhyIncomplete(account, Interfaces) : "the account is not in the estate"),
        _ => resource,
    };

    public Account? Account(Resource resource) =>
        resource as Account ?? (resource.AccountId is { } id ? Find(id) as Account : null);

    public Organization? Organization(Resource resource) => resource switch
    {
        Organization organization => organization,
        Folder folder => Find(folder.Organization.Id) as Organization,
        _ when Account(resource) is { } account => Find(account.Organization.Id) as Organization,
        { OrganizationId: { } id } => Find(id) as Organization,
        _ => null,
    };

    /// <summary>All resources of a kind.</summary>
    public IReadOnlyList<Resource> Of(Type kind) => _byType.TryGetValue(kind, out var found) ? found : None;

    /// <summary>
    /// The resources of a kind that one account or organization owns; the accounts and folders of an organization.
    /// </summary>
    public IReadOnlyList<Resource> Of(string ownerId, Type kind) =>
        kind == typeof(Account) ? _accounts.TryGetValue(ownerId, out var accounts) ? accounts : None
        : _byOwner.TryGetValue((ownerId, kind), out var found) ? found : None;

    /// <summary>
    /// The resources of a kind that hold for an account: its own, and of a scoped kind also those that are set above it
    /// or elsewhere for it. <c>Why</c>: why there may be more; null when these are all.
    /// </summary>
    public (IReadOnlyList<Resource> Items, string? Why) HoldingFor(Account account, Kind kind) =>
        kind.Scoped ? _inheritance.Of(account, kind) : (Of(account.Id, kind.Type), WhyIncomplete(account, kind));

    /// <summary>A list of an organization's, made when it is first asked for.</summary>
    internal (IReadOnlyList<Resource> Items, string? Why) OnceFor(
        Organization organization, Kind kind, Func<(IReadOnlyList<Resource>, string?)> make) =>
        _ofOrganization.GetOrAdd((organization.Id, kind), _ => make());

    public IReadOnlyList<Account> AccountsOf(Organization organization) =>
        _accounts.TryGetValue(organization.Id, out var accounts) ? accounts : [];

    /// <summary>Why the account's resources of a kind are not all here; null when they were listed in full.</summary>
    public string? WhyIncomplete(Account account, Kind kind)
    {
        if (Refused(account.Id, kind) is { } refused)
        {
            return refused;
        }

        if (!account.Listed.TryGetValue(kind.Name, out var regions))
        {
            return account.LeftOut is { } why ? $"an account was left out: {why}" : $"{kind.Plural}: not collected";
        }

        if (regions.Contains(Kind.Global))
        {
            return null;
        }

        return account.Regions.IsRead
            ? account.Regions.Value.Except(regions).FirstOrDefault() is { } missing
                ? $"{kind.Plural} in {missing}: not collected"
                : null
            : account.Regions.Unread;
    }

    /// <summary>
    /// Why the organization's accounts or folders are not all here; null when they were listed in full.
    /// </summary>
    public string? WhyIncomplete(Organization organization, Kind kind) =>
        Refused(organization.Id, kind) is null && organization.InUse is { IsRead: true, Value: false }
            ? "no organization is in use"
            : WhyOwnIncomplete(organization, kind);

    /// <summary>
    /// Why what the organization itself owns of a kind is not all here; null when it was listed in full. What is not in
    /// use owns nothing.
    /// </summary>
    public string? WhyOwnIncomplete(Organization organization, Kind kind) =>
        Refused(organization.Id, kind) is { } refused ? refused
        : organization.InUse is { IsRead: true, Value: false } || organization.Listed.ContainsKey(kind.Name) ? null
        : $"{kind.Plural} of the organization: not collected";

    /// <summary>
    /// Whether nobody knows how many resources of the kind an account holds, and why: its list was refused somewhere,
    /// or never asked for. Regions that the run was told to leave out do not count.
    /// </summary>
    public string? WhyUncounted(Account account, Kind kind) =>
        Refused(account.Id, kind) is { } refused ? refused
        : account.Listed.ContainsKey(kind.Name) ? null
        : $"{kind.Plural}: not collected";

    // Regions may refuse for different reasons, and each asks for another remedy.
    private string? Refused(string ownerId, Kind kind) =>
        _gaps.TryGetValue((ownerId, kind.Name), out var gaps)
            ? string.Join("; ", gaps.Select(gap => gap.Why).Distinct())
            : null;

    private void Add(Resource resource)
    {
        if (resource is TagsOnly tagged)
        {
            List(_byOwner, (tagged.AccountId ?? "", tagged.Of)).Add(tagged);
            return;
        }

        _byId[resource.Id] = resource;
        if (resource is Gap gap)
        {
            List(_gaps, (gap.OwnerId, gap.OfKind)).Add(gap);
            return;
        }

        List(_byType, resource.GetType()).Add(resource);
        if (resource is Folder folder)
        {
            List(_byOwner, (folder.Organization.Id, typeof(Folder))).Add(folder);
        }
        else if ((resource.AccountId ?? resource.OrganizationId) is { } owner)
        {
            List(_byOwner, (owner, resource.GetType())).Add(resource);
        }
    }

    private static List<TItem> List<TKey, TItem>(Dictionary<TKey, List<TItem>> lists, TKey key)
        where TKey : notnull
    {
        if (!lists.TryGetValue(key, out var list))
        {
            lists[key] = list = [];
        }

        return list;
    }
}
