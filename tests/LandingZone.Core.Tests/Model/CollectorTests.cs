using System.Runtime.CompilerServices;
using LandingZone.Core.Model;

namespace LandingZone.Core.Tests.Model;

public sealed class CollectorTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("lz-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task<List<Resource>> CollectAsync(SavedCloud cloud, CancellationToken cancellation)
    {
        var discovery = await cloud.DiscoverAsync(cancellation);
        var folder = new RunFolder(Path.Combine(_folder, "run"));
        await new Collector(folder).RunAsync(cloud, discovery, cancellation);
        return [.. folder.Merge(Path.Combine(_folder, "estate.jsonl.gz"), Given.Estate().Header).Read()];
    }

    [Fact]
    public async Task All_accounts_are_joined_in_canonical_order()
    {
        var resources = await CollectAsync(new SavedCloud(), CancellationToken.None);
        Assert.Equal(["o-1", "111", "b-111", "222", "b-222", "333", "b-333"], resources.Select(resource => resource.Id));
    }

    [Fact]
    public async Task A_run_that_is_stopped_keeps_what_was_finished_and_calls_the_rest_unread()
    {
        using var stop = new CancellationTokenSource();
        var resources = await CollectAsync(new SavedCloud("222", stop, Path.Combine(_folder, "run")), stop.Token);
        Assert.Contains(resources, resource => resource.Id == "b-111");
        Assert.DoesNotContain(resources, resource => resource.Id == "b-222");
        var gaps = resources.OfType<Gap>().Where(gap => gap.AccountId == "222").ToList();
        Assert.Contains(gaps, gap => gap.OfKind == nameof(Bucket));
        Assert.All(gaps, gap => Assert.StartsWith("interrupted", gap.Why, StringComparison.Ordinal));
        Assert.Contains(resources, resource => resource is Account { Id: "222" });
    }

    /// <summary>A cloud whose accounts are those of a saved estate.</summary>
    private sealed class SavedCloud(string? stopAt = null, CancellationTokenSource? stop = null, string? run = null) : IProvider
    {
        // The organization's and those of the two accounts that are not stopped at.
        private const int Parts = 3;

        public Cloud Cloud => Cloud.Aws;

        public Task<Discovery> DiscoverAsync(CancellationToken cancellation)
        {
            var rows = Given.Estate(Given.Organization, Given.Account("111"), Given.Account("333"), Given.Account("222")).Read().ToList();
            return Task.FromResult(new Discovery(
                new Identity(Cloud.Aws, "me"), [.. rows.OfType<Organization>()], [.. rows.OfType<Account>()], []));
        }

        public async IAsyncEnumerable<Resource> ReadAsync(
            Account account, [EnumeratorCancellation] CancellationToken cancellation)
        {
            if (account.Id == stopAt)
            {
                // The other accounts are read at the same time: let them finish.
                while (Directory.GetFiles(run!, "*.jsonl").Length < Parts)
                {
                    await Task.Delay(10, CancellationToken.None);
                }

                await stop!.CancelAsync();
                cancellation.ThrowIfCancellationRequested();
            }

            yield return account;
            yield return Given.Estate(Given.Bucket($"b-{account.Id}", account.Id, "\"public\":true")).Read().Single();
        }
    }
}
