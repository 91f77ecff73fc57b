using System.Collections.Immutable;

namespace LandingZone.Core.Model;

/// <summary>
/// How an account's environments are known: by what is said of the account itself, else by its tag, else by the nearest
/// folder whose name says one, else by its own name. The management account is shared when nothing else is said. What
/// nothing matches is undeclared: unread.
/// </summary>
public sealed record EnvironmentPatterns
{
    public static EnvironmentPatterns Default { get; } = new();

    /// <summary>The keys of tags that name the environment, case ignored.</summary>
    public ImmutableArray<string> TagKeys { get; init; } = ["environment", "env", "stage"];

    /// <summary>
    /// The words that mean an environment, where names are split at all that is no letter or digit; case ignored.
    /// </summary>
    public ImmutableSortedDictionary<AccountEnvironment, ImmutableArray<string>> Words { get; init; } =
        new Dictionary<AccountEnvironment, ImmutableArray<string>>
        {
            [AccountEnvironment.Production] = ["production", "prod", "prd", "live"],
            [AccountEnvironment.Test] = ["test", "tst", "testing", "qa", "uat", "staging", "stage", "stg", "preprod"],
            [AccountEnvironment.Development] = ["development", "dev", "develop"],
            [AccountEnvironment.Shared] =
            [
                "shared", "security", "audit", "log", "logs", "logging", "archive", "network", "networking", "hub",
                "connectivity", "identity", "infrastructure", "infra", "platform", "management", "billing", "backup",
            ],
            [AccountEnvironment.Sandbox] = ["sandbox", "sandboxes", "sbx", "lab", "playground", "experiments"],
        }.ToImmutableSortedDictionary();

    /// <summary>
    /// Account (id or name, <c>*</c> for any text) to its environments; goes before tags, folders and names.
    /// </summary>
    public ImmutableSortedDictionary<string, ImmutableArray<AccountEnvironment>> Accounts { get; init; } =
        ImmutableSortedDictionary<string, ImmutableArray<AccountEnvironment>>.Empty;

    /// <param name="folder">Finds a folder by id; null when the estate does not hold it.</param>
    public Fact<ImmutableArray<AccountEnvironment>> Of(Account account, Func<string, Folder?> folder)
    {
        if (Declared(account) is { Length: > 0 } declared)
        {
            return declared;
        }

        string? unread = null;
        if (account.Tags.IsRead)
        {
            var named = TagKeys.SelectMany(key => account.Tags.Value
                .Where(tag => string.Equals(tag.Key, key, StringComparison.OrdinalIgnoreCase))
                .SelectMany(tag => In(tag.Value)));
            if (Distinct(named) is { Length: > 0 } tagged)
            {
                return tagged;
            }
        }
        else
        {
            unread = account.Tags.Unread;
        }

        var folders = OfFolders(account, folder);
        if (folders is { IsRead: true, Value: { Length: > 0 } above })
        {
            return above;
        }

        unread ??= folders.Unread;

        if (Distinct(In(account.Name)) is { Length: > 0 } own)
        {
            return own;
        }

        return account.Management is { IsRead: true, Value: true } ? ImmutableArray.Create(AccountEnvironment.Shared)
            : new Unread(unread ?? $"undeclared: no tag, folder or name says what {account.Name} is for");
    }

    /// <summary>What the nearest folder is for whose name says it; empty when none does.</summary>
    /// <param name="account">Which lies in the folders.</param>
    /// <param name="folder">Finds a folder by id; null when the estate does not hold it.</param>
    public Fact<ImmutableArray<AccountEnvironment>> OfFolders(Account account, Func<string, Folder?> folder) =>
        account.Folders.Select(folders => folders.Reverse()
            .Select(link => folder(link.Id) is { } known ? Distinct(In(known.Name)) : [])
            .FirstOrDefault(named => !named.IsEmpty, []));

    private ImmutableArray<AccountEnvironment> Declared(Account account) =>
        Accounts.IsEmpty ? [] : Distinct(Accounts
            .Where(pattern => Wildcard.Matches(pattern.Key, account.Id) || Wildcard.Matches(pattern.Key, account.Name))
            .SelectMany(pattern => pattern.Value));

    private IEnumerable<AccountEnvironment> In(string text)
    {
        var words = text.Split([.. text.Where(letter => !char.IsLetterOrDigit(letter)).Distinct()]);
        return Words.Where(known => known.Value.Any(word => words.Contains(word, StringComparer.OrdinalIgnoreCase)))
            .Select(known => known.Key);
    }

    private static ImmutableArray<AccountEnvironment> Distinct(IEnumerable<AccountEnvironment> environments) =>
        [.. environments.Distinct().Order()];
}
