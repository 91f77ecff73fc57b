using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using LandingZone.Core.Model;

namespace LandingZone.Providers.Aws;

/// <summary>
/// One account, put together from its services; the account's own line comes last, when it is known what was listed.
/// </summary>
internal sealed class AwsAccount(
    AwsClient aws, Account known, AwsOrganization organization, AwsOptions options, TimeProvider time)
{
    private const int RegionsAtATime = 4;

    // An account owns no guardrails: all are the organization's.
    private static readonly ImmutableArray<string> GlobalKinds =
    [
        nameof(Guardrail), nameof(User), nameof(Group), nameof(Role), nameof(Grant), nameof(AccessKey),
        nameof(PasswordPolicy), nameof(Budget),
    ];

    private static readonly ImmutableArray<string> RegionalKinds =
    [
        nameof(Region), nameof(AuditTrail), nameof(Network), nameof(Subnet), nameof(FirewallRule),
        nameof(NetworkInterface), nameof(PublicAddress), nameof(PrivateEndpoint), nameof(Instance),
    ];

    /// <param name="statesTrailOf">Whether a trail of another account's is to be stated with this account.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public async IAsyncEnumerable<Resource> ReadAsync(
        Func<string, bool> statesTrailOf, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var enabled = Ec2.RegionsAsync(aws, cancellation);
        var block = await S3Control.PublicAccessBlockAsync(aws, cancellation);
        var regions = Wanted(await enabled);
        List<Gap> gaps = [];
        var assigned = false;
        await foreach (var resource in MergeAsync(regions, await enabled, block, statesTrailOf, cancellation))
        {
            if (resource is Gap gap)
            {
                gaps.Add(gap);
            }

            assigned |= resource is Role role && IamRole.IsOfIdentityCenter(role);
            yield return resource;
        }

        yield return known with
        {
            Regions = await enabled,
            PublicAccessBlocked = block.All,
            Listed = Listed(regions, gaps, assigned),
        };
    }

    private async IAsyncEnumerable<Resource> MergeAsync(
        ImmutableArray<string> regions,
        Fact<ImmutableArray<string>> enabled,
        PublicAccessBlock block,
        Func<string, bool> statesTrailOf,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (!enabled.IsRead && regions.IsEmpty)
        {
            foreach (var kind in RegionalKinds)
            {
                yield return Gap.Of(kind, Cloud.Aws, aws.AccountId, aws.AccountId, null, enabled.Unread!);
            }
        }

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var channel = Channel.CreateBounded<Resource>(256);
        var reading = WriteAsync(
            channel.Writer,
            [
                IamPrincipals.ReadAsync(aws, organization.Members, time, stop.Token),
                S3.ReadAsync(aws, options.Regions, block, stop.Token),
                Budgets.ReadAsync(aws, Pays, time, stop.Token),
                CloudTrail.ReadAsync(
                    aws,
                    regions,
                    known.Organization.Id,
                    owner => owner == aws.AccountId || statesTrailOf(owner),
                    stop.Token),
            ],
            regions,
            stop);
        try
        {
            await foreach (var resource in channel.Reader.ReadAllAsync(cancellation))
            {
                yield return resource;
            }

            await reading;
        }
        finally
        {
            await stop.CancelAsync();
        }
    }

    /// <summary>
    /// Lets all readers write at once; the first that fails stops the others, and its failure is the channel's.
    /// </summary>
    private async Task WriteAsync(
        ChannelWriter<Resource> writer,
        IEnumerable<IAsyncEnumerable<Resource>> readers,
        ImmutableArray<string> regions,
        CancellationTokenSource stop)
    {
        async Task Pump(IAsyncEnumerable<Resource> reader)
        {
            await foreach (var resource in reader)
            {
                await writer.WriteAsync(resource, stop.Token);
            }
        }

        try
        {
            await Task.WhenAll([
                .. readers.Select(Pump),
                Parallel.ForEachAsync(
                    regions,
                    new ParallelOptions { MaxDegreeOfParallelism = RegionsAtATime, CancellationToken = stop.Token },
                    async (region, token) => await Pump(Ec2.ReadAsync(aws.In(region), token))),
            ]);
            writer.Complete();
        }
        catch (Exception failure)
        {
            writer.Complete(failure);
            await stop.CancelAsync();
            throw;
        }
    }

    /// <summary>What the account pays for: all of an organization that it manages, else itself.</summary>
    private Fact<string> Pays => organization.Row.InUse is { IsRead: true, Value: false }
        ? aws.AccountId
        : known.Management.Select(manages => manages ? organization.Row.Id : aws.AccountId);

    private ImmutableArray<string> Wanted(Fact<ImmutableArray<string>> enabled) =>
        !enabled.IsRead ? options.Regions
        : options.Regions.IsEmpty ? enabled.Value
        : [.. enabled.Value.Where(region => options.Regions.Contains(region))];

    /// <param name="regions">Those that were read.</param>
    /// <param name="gaps">What was refused.</param>
    /// <param name="assigned">Whether Identity Center assigns people to the account: grants that are not read.</param>
    private ImmutableSortedDictionary<string, ImmutableArray<string>> Listed(
        ImmutableArray<string> regions, IReadOnlyCollection<Gap> gaps, bool assigned)
    {
        var listed = ImmutableSortedDictionary.CreateBuilder<string, ImmutableArray<string>>(StringComparer.Ordinal);
        void Add(string kind, ImmutableArray<string> where)
        {
            var refused = gaps.Where(gap => gap.OfKind == kind).ToList();
            var complete = where.RemoveAll(region => refused.Exists(gap => gap.Region is null || gap.Region == region));
            if (!complete.IsEmpty)
            {
                listed[kind] = complete;
            }
        }

        foreach (var kind in GlobalKinds.Where(kind => kind != nameof(Grant) || !assigned))
        {
            Add(kind, [Kind.Global]);
        }

        foreach (var kind in RegionalKinds)
        {
            Add(kind, regions);
        }

        // One list holds the buckets of all regions, but those of regions that were not asked for are left out here.
        Add(nameof(Bucket), options.Regions.IsEmpty ? [Kind.Global] : regions);
        return listed.ToImmutable();
    }
}
