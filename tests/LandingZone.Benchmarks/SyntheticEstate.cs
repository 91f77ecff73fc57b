using System.Collections.Immutable;
using LandingZone.Core.Model;

namespace LandingZone.Benchmarks;

/// <summary>An estate of any size: one bucket in ten is public, one in seven takes plain HTTP, one in a hundred is unread.</summary>
internal static class SyntheticEstate
{
    private const int BucketsPerAccount = 1000;

    public static EstateHeader Header(long resources) => new()
    {
        Version = EstateHeader.NewestVersion,
        RunId = "synthetic",
        AsOf = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero),
        Name = "synthetic",
        Tool = "benchmark",
        Scope = [],
        Identities = [],
        Resources = resources,
    };

    public static IEnumerable<Resource> Resources(int buckets)
    {
        yield return new Organization
        {
            Id = "o-1",
            Name = "synthetic",
            Cloud = Cloud.Aws,
            InUse = true,
            AllFeatures = true,
            DefaultFolderId = "o-1",
            CostTags = ImmutableArray<string>.Empty,
            Listed = Listed(nameof(Account), nameof(Folder)),
        };
        for (var first = 0; first < buckets; first += BucketsPerAccount)
        {
            var id = $"{100_000_000_000 + (first / BucketsPerAccount)}";
            yield return UnreadAccount.Account(Cloud.Aws, id, $"shop-{id}-prod", "o-1", "not measured") with
            {
                PublicAccessBlocked = false,
                Listed = Listed(nameof(Bucket), nameof(FirewallRule)),
            };
            yield return Ssh(id);
            for (var i = first; i < Math.Min(first + BucketsPerAccount, buckets); i++)
            {
                yield return Bucket(id, i);
            }
        }
    }

    private static Bucket Bucket(string account, int i) => new()
    {
        Id = $"arn:aws:s3:::data-{i:0000000}",
        Name = $"data-{i:0000000}",
        Cloud = Cloud.Aws,
        AccountId = account,
        Region = "eu-west-1",
        Tags = ImmutableSortedDictionary<string, string>.Empty.Add("Project", "shop").Add("Environment", "prod"),
        PublicAccessBlocked = i % 10 != 0,
        Public = i % 100 == 50 ? new Unread("AccessDenied: grant s3:GetBucketPolicyStatus") : i % 10 == 0,
        TlsOnly = i % 7 != 0,
        Versioned = true,
        Locked = false,
        RetentionDays = 0,
        Readers = ImmutableArray<string>.Empty,
        Writers = ImmutableArray<string>.Empty,
    };

    private static FirewallRule Ssh(string account) => new()
    {
        Id = $"arn:aws:ec2:eu-west-1:{account}:security-group-rule/sgr-1",
        Name = "sgr-1",
        Cloud = Cloud.Aws,
        AccountId = account,
        Region = "eu-west-1",
        Firewall = "sg-1",
        Direction = TrafficDirection.Ingress,
        Allows = true,
        Ports = ImmutableArray.Create(new PortRange { Protocol = "tcp", From = 22, To = 22 }),
        Addresses = ImmutableArray.Create("0.0.0.0/0"),
        Attached = true,
        Description = "",
    };

    private static ImmutableSortedDictionary<string, ImmutableArray<string>> Listed(params string[] kinds) =>
        kinds.ToImmutableSortedDictionary(kind => kind, _ => ImmutableArray.Create(Kind.Global));
}
