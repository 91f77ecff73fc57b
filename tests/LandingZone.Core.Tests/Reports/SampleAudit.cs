using System.Collections.Immutable;
using LandingZone.Core.Model;
using LandingZone.Core.Rules;
using LandingZone.Core.Tests.Model;

namespace LandingZone.Core.Tests.Reports;

/// <summary>
/// A small estate on three clouds with every verdict, a refused list, an account that could not be read, one that was
/// left out, a waiver that ends soon, and names that want to be markup.
/// </summary>
internal static class SampleAudit
{
    private const string AwsOrganization = "o-a1b2c3";
    private const string Tenant = "7d3c-tenant";
    private const string Google = "organizations/123";
    private const string Shop = "111122223333";
    private const string Lab = "222233334444";
    private const string Closed = "333344445555";
    private const string Dark = "444455556666";
    private const string Web = "/subscriptions/web";
    private const string Project = "projects/ml";
    private const string GrantPolicy = "AccessDenied: grant s3:GetBucketPolicy";
    private const string GrantSinks = "PERMISSION_DENIED: grant storage.buckets.list";
    private const string NoRole =
        "AccessDenied: arn:aws:iam::444455556666:role/LandingZoneAudit cannot be assumed; create it there";

    /// <summary>A script, an attribute, an escape sequence and a right-to-left override in one name.</summary>
    public const string HostileName = "<script>alert(1)</script>\" onmouseover='x' [red]\u001b[31m\u202Egnp.exe";

    public static Audit Make() => new()
    {
        Header = new EstateHeader
        {
            Version = 1,
            RunId = "2026-03-02-a",
            AsOf = new DateTimeOffset(2026, 3, 2, 2, 14, 5, TimeSpan.Zero),
            Name = "contoso",
            Tool = "0.1.0",
            Scope = [],
            Resources = 1298,
            Identities =
            [
                new Identity(Cloud.Aws, "arn:aws:sts::111122223333:assumed-role/lz-audit/nightly"),
                new Identity(Cloud.Azure, "lz-audit (7d3c41aa)"),
            ],
        },
        Rules = SampleRules.All,
        RulesDigest = "3f2a91",
        Findings = Findings,
        Tallies = [.. Tallies()],
        Organizations =
        [
            Organization(AwsOrganization, Cloud.Aws),
            Organization(Tenant, Cloud.Azure),
            Organization(Google, Cloud.Gcp),
        ],
        Folders =
        [
            new Folder
            {
                Id = "ou-1",
                Name = "Workloads",
                Cloud = Cloud.Aws,
                Organization = new(AwsOrganization),
                ParentId = AwsOrganization,
            },
        ],
        Accounts =
        [
            Account(Shop, "shop-prod", Cloud.Aws, AwsOrganization) with
            {
                Folders = ImmutableArray.Create(new Link<Folder>("ou-1")),
                Environments = ImmutableArray.Create(AccountEnvironment.Production),
            },
            Account(Lab, "lab", Cloud.Aws, AwsOrganization),
            Account(Closed, "old-website", Cloud.Aws, AwsOrganization) with { LeftOut = "suspended", Listed = NoLists },
            Account(Dark, "acquired", Cloud.Aws, AwsOrganization) with { Listed = NoLists },
            Account(Web, "web", Cloud.Azure, Tenant),
            Account(Project, "ml", Cloud.Gcp, Google),
        ],
        Gaps =
        [
            Gap.Of("Bucket", Cloud.Gcp, Project, Project, null, GrantSinks),
            Gap.Of("Bucket", Cloud.Aws, Dark, Dark, null, NoRole),
            Gap.Of("FirewallRule", Cloud.Aws, Dark, Dark, null, NoRole),
        ],
        ResourceCounts = ImmutableSortedDictionary<string, long>.Empty
            .Add("Account", 6)
            .Add("Bucket", 1204)
            .Add("FirewallRule", 88),
    };

    /// <summary>An audit in which no rule found anything to judge.</summary>
    public static Audit Nothing() => Make() with
    {
        Findings = [],
        Tallies = [],
        Gaps = [],
        Accounts = [],
        Folders = [],
        Organizations = [],
        ResourceCounts = ImmutableSortedDictionary<string, long>.Empty,
    };

    private static ImmutableSortedDictionary<string, ImmutableArray<string>> NoLists =>
        ImmutableSortedDictionary<string, ImmutableArray<string>>.Empty;

    private static ImmutableArray<Finding> Findings { get; } =
    [
        Failed(SampleRules.PublicBucket, Bucket("invoices", Cloud.Aws, Shop, "eu-west-1")) with
        {
            Message = "Bucket invoices is public: its policy lets everybody read.",
            Evidence =
            [
                new Evidence("arn:invoices", "public", "true"),
                new Evidence(Shop, "publicAccessBlocked", "false"),
            ],
        },
        Failed(SampleRules.PublicBucket, Bucket(HostileName, Cloud.Azure, Web, "westeurope")) with
        {
            Evidence = [new Evidence("arn:hostile", "public", HostileName)],
        },
        Failed(SampleRules.SshOpen, Bucket("sg-0a1 (bastion)", Cloud.Aws, Lab, "us-east-1")),
        Failed(SampleRules.NoBudget, Account(Lab, "lab", Cloud.Aws, AwsOrganization)),
        Failed(SampleRules.NoTrail, Organization(AwsOrganization, Cloud.Aws)),
        Failed(SampleRules.Untagged, Bucket("logs", Cloud.Aws, Shop, "eu-west-1")),
        Failed(SampleRules.Untagged, Bucket("reports", Cloud.Aws, Shop, "eu-west-1")),
        Failed(SampleRules.TlsOnly, Bucket("invoices", Cloud.Aws, Shop, "eu-west-1")) with
        {
            Verdict = Verdict.Unknown,
            Message = "Not known whether bucket invoices refuses requests without TLS.",
            Evidence = [new Evidence("arn:invoices", "tlsOnly", $"unread: {GrantPolicy}")],
        },
        Failed(SampleRules.TlsOnly, Bucket("www", Cloud.Azure, Web, null)) with
        {
            Verdict = Verdict.Waived,
            Waiver = new Waiver
            {
                Allow = "bucket-without-tls",
                On = "/subscriptions/web/*",
                Because = "A device in the field speaks no TLS until it is replaced.",
                Owner = "web@contoso.example",
                Until = new DateOnly(2026, 3, 10),
            },
        },
    ];

    private static IEnumerable<Tally> Tallies() =>
    [
        Tally(SampleRules.PublicBucket, Cloud.Aws, AwsOrganization, Shop, passed: 1190),
        Tally(SampleRules.PublicBucket, Cloud.Azure, Tenant, Web, passed: 12),
        Tally(SampleRules.PublicBucket, Cloud.Gcp, Google, Project, gap: GrantSinks),
        Tally(SampleRules.PublicBucket, Cloud.Aws, AwsOrganization, Dark, gap: NoRole),
        Tally(SampleRules.TlsOnly, Cloud.Aws, AwsOrganization, Shop, passed: 2),
        Tally(SampleRules.TlsOnly, Cloud.Azure, Tenant, Web, passed: 12),
        Tally(SampleRules.TlsOnly, Cloud.Gcp, Google, Project, guaranteed: 7),
        Tally(SampleRules.SshOpen, Cloud.Aws, AwsOrganization, Lab, passed: 40),
        Tally(SampleRules.SshOpen, Cloud.Aws, AwsOrganization, Dark, gap: NoRole),
        Tally(SampleRules.SshOpen, Cloud.Azure, Tenant, Web, passed: 8),
        Tally(SampleRules.NoTrail, Cloud.Aws, AwsOrganization, null),
        Tally(SampleRules.NoTrail, Cloud.Gcp, Google, null, guaranteed: 1),
        Tally(SampleRules.NoBudget, Cloud.Aws, AwsOrganization, Shop, passed: 1),
        Tally(SampleRules.NoBudget, Cloud.Aws, AwsOrganization, Lab),
        Tally(SampleRules.NoBudget, Cloud.Azure, Tenant, Web, passed: 1),
        Tally(SampleRules.Untagged, Cloud.Aws, AwsOrganization, Shop, passed: 8, notApplicable: 3),
    ];

    // Failures, unknowns and waivers are those of the findings, so that the sample cannot contradict itself.
    private static Tally Tally(
        Rule rule,
        Cloud cloud,
        string organization,
        string? account,
        long passed = 0,
        long notApplicable = 0,
        long guaranteed = 0,
        string? gap = null)
    {
        long Count(Verdict verdict) => Findings.Count(finding =>
            finding.Rule == rule && finding.Verdict == verdict
            && finding.Resource.Cloud == cloud && finding.Resource.AccountId == account);

        return new Tally
        {
            Rule = rule,
            Cloud = cloud,
            OrganizationId = organization,
            AccountId = account,
            Passed = passed,
            Failed = Count(Verdict.Fail),
            Unknown = Count(Verdict.Unknown),
            WaivedFailed = Count(Verdict.Waived),
            NotApplicable = notApplicable,
            Guaranteed = guaranteed,
            Gap = gap,
        };
    }

    private static Finding Failed(Rule rule, Resource resource) => new()
    {
        Rule = rule,
        Resource = resource,
        Verdict = Verdict.Fail,
        Message = $"{resource.Name} fails {rule.Id}.",
        Evidence = [],
    };

    private static Bucket Bucket(string name, Cloud cloud, string account, string? region) =>
        (Bucket)Samples.Make(typeof(Bucket), Samples.Read) with
        {
            Id = $"arn:{name}",
            Name = name,
            Cloud = cloud,
            AccountId = account,
            OrganizationId = null,
            Region = region,
            Tags = ImmutableSortedDictionary<string, string>.Empty,
        };

    private static Organization Organization(string id, Cloud cloud) => new()
    {
        Id = id,
        Name = $"contoso on {cloud}",
        Cloud = cloud,
        InUse = true,
        AllFeatures = true,
        DefaultFolderId = id,
        CostTags = ImmutableArray<string>.Empty,
        Listed = NoLists.Add("Account", ["global"]).Add("Folder", ["global"]),
    };

    private static Account Account(string id, string name, Cloud cloud, string organization) => new()
    {
        Id = id,
        Name = name,
        Cloud = cloud,
        AccountId = id,
        Organization = new(organization),
        Folders = ImmutableArray<Link<Folder>>.Empty,
        Management = false,
        Status = AccountStatus.Active,
        Regions = ImmutableArray.Create("eu-west-1"),
        BillingAccountId = new Unread("AccessDenied: grant organizations:DescribeOrganization"),
        PublicAccessBlocked = false,
        Tags = ImmutableSortedDictionary<string, string>.Empty,
        Listed = NoLists.Add("Bucket", ["global"]),
    };
}
