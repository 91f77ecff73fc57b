namespace LandingZone.Core.Model;

/// <summary>Reads one cloud into resources. It states facts and judges nothing.</summary>
public interface IProvider
{
    Cloud Cloud { get; }

    /// <summary>Finds out who reads and what there is to read.</summary>
    /// <exception cref="ProviderException">Nothing can be read at all: no credentials, unknown region, no such host.</exception>
    Task<Discovery> DiscoverAsync(CancellationToken cancellation);

    /// <summary>
    /// All that one account holds, the <see cref="Account"/> itself included, in any order. What is refused is an
    /// unread fact or a <see cref="Gap"/>, never an exception.
    /// </summary>
    /// <param name="account">As <see cref="DiscoverAsync"/> found it.</param>
    IAsyncEnumerable<Resource> ReadAsync(Account account, CancellationToken cancellation);
}

/// <summary>Who reads, and what there is to read.</summary>
/// <param name="Identity">The caller's own identity, before any role is assumed.</param>
/// <param name="Resources">
/// The organization's own rows: Organization, Folders, their Gaps, and an Account for each that will not be read
/// (<see cref="Account.LeftOut"/>).
/// </param>
/// <param name="Accounts">
/// The accounts to read, each with <see cref="IProvider.ReadAsync"/>: what the organization tells of them, the rest
/// unread. A run that ends early keeps these rows.
/// </param>
/// <param name="Notices">What the user should know before the run, such as "auditing 111122223333 alone".</param>
public sealed record Discovery(
    Identity Identity,
    IReadOnlyList<Resource> Resources,
    IReadOnlyList<Account> Accounts,
    IReadOnlyList<string> Notices);

/// <summary>Why a cloud cannot be read at all, in words for the user: what, where, and what to do.</summary>
public sealed class ProviderException(string message, Exception? inner = null) : Exception(message, inner);
