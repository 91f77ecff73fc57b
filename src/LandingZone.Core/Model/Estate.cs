using System.Collections.Immutable;

namespace LandingZone.Core.Model;

/// <summary>
/// The resources that rules can reach from the one they judge: by id, by account, by organization. What it does not hold
/// is said to be incomplete, with the reason, never empty.
/// </summary>
public sealed class Estate
{
    private static readonly Resource[] None = [];

    private readonly Dictionary<string, Resource> _byId = [];
    private readonly Dictionary<(string Owner, Type Type), List<Resource>> _byOwner = [];
    private readonly Dictionary<Type, List<Resource>> _byType = [];
    private readonly Dictionary<(string Owner, string Kind), List<Gap>> _gaps = [];
    private readonly Dictionary<string, List<Account>> _accounts = [];

    /// <summary>Takes the resources in; accounts get their environments by the patterns.</summary>
    public Estate(IEnumerable<Resource> resources, EnvironmentPatterns environments)
    {
        List<Account> accounts = [];
        foreach (var resource in resources)
        {
            if (resource is Account account)
            {
                accounts.Add(account);
            }
            else
            {
                Add(resource);
            }
        }

        foreach (var account in accounts)
        {
            var named = account.Environments.IsRead
                ? account
                : account with { Environments = environments.Of(account, id => Find(id) as Folder) };
            Add(named);
            List(_accounts, named.Organization.Id).Add(named);
        }
    }

    public IReadOnlyList<Organization> Organizations => [.. Of(typeof(Organization)).Cast<Organization>()];

    public IReadOnlyList<Account> Accounts => [.. Of(typeof(Account)).Cast<Account>()];

    public IEnumerable<Gap> Gaps => _gaps.Values.SelectMany(gaps => gaps);

    /// <summary>The resource with that id, or null when the estate does not hold it.</summary>
    public Resource? Find(string id) => _byId.GetValueOrDefault(id);

    public Account? Account(Resource resource) =>
        resource as Account ?? (resource.AccountId is { } id ? Find(id) as Account : null);

    public Organization? Organization(Resource resource) => resource switch
    {
        Organization organization => organization,
        Folder folder => Find(folder.Organization.Id) as Organization,
        _ when Account(resource) is { } account => Find(account.Organization.Id) as Organization,

        // What belongs to no account belongs to the organization, if there is but one of its cloud.
        { AccountId: null } => Organizations.Where(organization => organization.Cloud == resource.Cloud).ToList() is [var only]
            ? only
            : null,
        _ => null,
    };

    /// <summary>All resources of a kind.</summary>
    public IReadOnlyList<Resource> Of(Type kind) => _byType.TryGetValue(kind, out var found) ? found : None;

    /// <summary>The resources of a kind in one account; the accounts and folders of an organization.</summary>
    public IReadOnlyList<Resource> Of(string ownerId, Type kind) =>
        kind == typeof(Account) ? _accounts.TryGetValue(ownerId, out var accounts) ? accounts : None
        : _byOwner.TryGetValue((ownerId, kind), out var found) ? found : None;

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

    /// <summary>Why the organization's accounts or folders are not all here; null when they were listed in full.</summary>
    public string? WhyIncomplete(Organization organization, Kind kind) =>
        Refused(organization.Id, kind) is { } refused ? refused
        : organization.InUse is { IsRead: true, Value: false } ? "no organization is in use"
        : organization.Listed.ContainsKey(kind.Name) ? null
        : $"{kind.Plural} of the organization: not collected";

    /// <summary>
    /// Whether nobody knows how many resources of the kind an account holds, and why: its list was refused somewhere, or
    /// never asked for. Regions that the run was told to leave out do not count.
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
        else if (resource.AccountId is { } account)
        {
            List(_byOwner, (account, resource.GetType())).Add(resource);
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
