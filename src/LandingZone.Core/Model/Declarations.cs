using System.Collections.Immutable;

namespace LandingZone.Core.Model;

/// <summary>
/// What a company says of its accounts in <c>landingzone.yaml</c>, from which facts of accounts are derived.
/// </summary>
public sealed record Declarations
{
    public static Declarations Default { get; } = new();

    /// <summary>What runs in which account.</summary>
    public EnvironmentPatterns Environments { get; init; } = EnvironmentPatterns.Default;

    /// <summary>Who answers for which account.</summary>
    public OwnerPatterns Owners { get; init; } = OwnerPatterns.Default;

    /// <summary>Cloud to the accounts that must be there.</summary>
    public ImmutableSortedDictionary<Cloud, ExpectedAccounts> ExpectedAccounts { get; init; } =
        ImmutableSortedDictionary<Cloud, ExpectedAccounts>.Empty;

    /// <summary>The account with its derived facts; those that an example states are left as they are.</summary>
    /// <param name="account">As it was read.</param>
    /// <param name="folder">Finds a folder by id; null when the estate does not hold it.</param>
    public Account Describe(Account account, Func<string, Folder?> folder)
    {
        var environments = account.Environments.IsRead ? account.Environments : Environments.Of(account, folder);
        var above = Environments.OfFolders(account, folder);
        return account with
        {
            Environments = environments,
            EnvironmentDeclared = account.EnvironmentDeclared.IsRead ? account.EnvironmentDeclared
                : environments.IsRead ? true
                : Silence(account),
            FolderEnvironments = account.FolderEnvironments.IsRead ? account.FolderEnvironments : above,
            OwnerDeclared = account.OwnerDeclared.IsRead ? account.OwnerDeclared
                : Owners.Of(account, account, folder).IsRead ? true
                : Silence(account),
        };
    }

    /// <summary>The organization with its derived facts.</summary>
    /// <param name="organization">As it was read.</param>
    /// <param name="found">All accounts of its cloud, those that are not judged too.</param>
    public Organization Describe(Organization organization, IReadOnlyCollection<Account> found) =>
        organization.AccountDifferences.IsRead ? organization
        : organization with
        {
            AccountDifferences = ExpectedAccounts.TryGetValue(organization.Cloud, out var expected)
                ? expected.Differs(found) ?? ""
                : new Unread("undeclared: expectedAccounts of landingzone.yaml does not say which accounts there must be"),
        };

    // That nothing is said is only known where all was read that could say it.
    private static Fact<bool> Silence(Account account) =>
        (account.Tags.Unread ?? account.Folders.Unread) is { } unread ? new Unread(unread) : false;
}
