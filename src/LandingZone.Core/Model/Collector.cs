using System.Collections.Concurrent;

namespace LandingZone.Core.Model;

/// <summary>Reads all accounts of a provider, some at a time, into a run folder.</summary>
/// <param name="folder">Where parts are kept.</param>
/// <param name="progress">Told of each account as it ends; may be called from several threads.</param>
public sealed class Collector(RunFolder folder, IProgress<CollectedAccount>? progress = null)
{
    private const int AccountsAtATime = 16;

    /// <summary>
    /// Reads until all accounts are done or the run is cancelled. It does not throw when cancelled: accounts that were
    /// not finished are kept as unread, with that reason.
    /// </summary>
    /// <returns>Whether every account was read.</returns>
    public async Task<bool> RunAsync(IProvider provider, Discovery discovery, CancellationToken cancellation)
    {
        ConcurrentDictionary<string, bool> done = new();
        foreach (var part in discovery.Resources.GroupBy(resource => resource.AccountId))
        {
            folder.Commit(provider.Cloud, part.Key, part);
        }

        try
        {
            await Parallel.ForEachAsync(
                discovery.Accounts,
                new ParallelOptions { MaxDegreeOfParallelism = AccountsAtATime, CancellationToken = cancellation },
                async (account, stop) =>
                {
                    List<Resource> resources = [];
                    await foreach (var resource in provider.ReadAsync(account, stop))
                    {
                        resources.Add(resource);
                    }

                    folder.Commit(provider.Cloud, account.Id, resources);
                    done[account.Id] = true;
                    progress?.Report(new CollectedAccount(
                        account, resources.Count, resources.OfType<Gap>().Count(), done.Count, discovery.Accounts.Count));
                });
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            const string interrupted = "interrupted: the run was stopped before this account was read";
            foreach (var account in discovery.Accounts.Where(account => !done.ContainsKey(account.Id)))
            {
                folder.Commit(provider.Cloud, account.Id, UnreadAccount.Rows(account, interrupted));
            }
        }

        return done.Count == discovery.Accounts.Count;
    }
}

/// <summary>An account that was just read.</summary>
/// <param name="Account">As it was discovered.</param>
/// <param name="Resources">How many resources it gave, itself included.</param>
/// <param name="Gaps">How many lists were refused.</param>
/// <param name="Done">How many accounts are done.</param>
/// <param name="Total">How many there are.</param>
public sealed record CollectedAccount(Account Account, int Resources, int Gaps, int Done, int Total);
