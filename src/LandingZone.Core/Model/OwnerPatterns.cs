using System.Collections.Immutable;

namespace LandingZone.Core.Model;

/// <summary>
/// Who answers for a resource: its own tag says it, else <c>landingzone.yaml</c> for its account, else the account's
/// tag, else the nearest folder.
/// </summary>
public sealed record OwnerPatterns
{
    public static OwnerPatterns Default { get; } = new();

    /// <summary>The keys of tags that name the owner, case ignored; the first that is set counts.</summary>
    public ImmutableArray<string> TagKeys { get; init; } = ["owner", "team"];

    /// <summary>Folder (id or name) to owner.</summary>
    public ImmutableSortedDictionary<string, string> Folders { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Account (id or name, <c>*</c> for any text) to owner.</summary>
    public ImmutableSortedDictionary<string, string> Accounts { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>The owner, or why nobody knows it.</summary>
    /// <param name="resource">What is owned.</param>
    /// <param name="account">Its account; null for what belongs to the organization.</param>
    /// <param name="folder">Finds a folder by id; null when the estate does not hold it.</param>
    public Fact<string> Of(Resource resource, Account? account, Func<string, Folder?> folder)
    {
        if (resource is not Account && Tagged(resource) is { } own)
        {
            return own;
        }

        if (account is null)
        {
            return new Unread($"undeclared: nothing says who owns {resource.Name}");
        }

        return Named(account) is { } named ? named
            : Tagged(account) is { } tagged ? tagged
            : OfFolders(account, folder) is { } above ? above
            : new Unread(account.Tags.Unread ?? account.Folders.Unread
                ?? $"undeclared: no tag, folder or pattern says who owns {account.Name}");
    }

    private string? Tagged(Resource resource)
    {
        if (resource is not TaggableResource { Tags: { IsRead: true } tags })
        {
            return null;
        }

        return TagKeys.SelectMany(key => tags.Value.Where(tag => string.Equals(tag.Key, key, StringComparison.OrdinalIgnoreCase)))
            .Select(tag => tag.Value.Trim()).FirstOrDefault(value => value.Length > 0);
    }

    private string? Named(Account account) =>
        Accounts.TryGetValue(account.Id, out var owner) || Accounts.TryGetValue(account.Name, out owner)
            ? owner
            : Accounts.Where(one => Wildcard.Matches(one.Key, account.Id) || Wildcard.Matches(one.Key, account.Name))
                .OrderByDescending(one => one.Key.Length).Select(one => one.Value).FirstOrDefault();

    private string? OfFolders(Account account, Func<string, Folder?> folder) =>
        !account.Folders.IsRead ? null : account.Folders.Value.Reverse()
            .Select(link => Folders.GetValueOrDefault(link.Id)
                ?? (folder(link.Id) is { } known ? Folders.GetValueOrDefault(known.Name) : null))
            .FirstOrDefault(owner => owner is not null);
}
