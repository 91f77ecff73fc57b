using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using LandingZone.Core.Model;

namespace LandingZone.Providers.Aws;

/// <summary>S3's buckets with what makes them public, encrypted in transit and recoverable.</summary>
public static class S3
{
    private const int BucketsAtATime = 8;

    // Who else may use a bucket is said by the policies of all principals of its account.
    private static readonly Unread PolicyAlone = new("only a lower bound is known: the bucket's policy alone");

    private static readonly AwsXmlOperation ListBuckets =
        new(AwsService.S3, "ListBuckets", "ListAllMyBucketsResult/Buckets")
        {
            Paging = new("continuation-token", "ContinuationToken"),
            Permission = "s3:ListAllMyBuckets",
        };

    private static readonly AwsXmlOperation GetBucketLocation =
        new(AwsService.S3, "GetBucketLocation", "LocationConstraint") { Path = "/{Bucket}?location" };

    private static readonly AwsXmlOperation GetPublicAccessBlock =
        new(AwsService.S3, "GetPublicAccessBlock", "PublicAccessBlockConfiguration")
        {
            Path = "/{Bucket}?publicAccessBlock",
            Permission = "s3:GetBucketPublicAccessBlock",
        };

    private static readonly AwsJsonOperation GetBucketPolicy =
        new(AwsService.S3, "GetBucketPolicy", "Statement") { Path = "/{Bucket}?policy" };

    private static readonly AwsXmlOperation GetBucketPolicyStatus =
        new(AwsService.S3, "GetBucketPolicyStatus", "PolicyStatus/IsPublic") { Path = "/{Bucket}?policyStatus" };

    private static readonly AwsXmlOperation GetBucketAcl =
        new(AwsService.S3, "GetBucketAcl", "AccessControlPolicy/AccessControlList") { Path = "/{Bucket}?acl" };

    private static readonly AwsXmlOperation GetBucketVersioning =
        new(AwsService.S3, "GetBucketVersioning", "VersioningConfiguration") { Path = "/{Bucket}?versioning" };

    private static readonly AwsXmlOperation GetBucketTagging =
        new(AwsService.S3, "GetBucketTagging", "Tagging/TagSet") { Path = "/{Bucket}?tagging" };

    private static readonly AwsXmlOperation GetObjectLockConfiguration =
        new(AwsService.S3, "GetObjectLockConfiguration", "ObjectLockConfiguration")
        {
            Path = "/{Bucket}?object-lock",
            Permission = "s3:GetBucketObjectLockConfiguration",
        };

    private static readonly AwsXmlOperation GetBucketLifecycleConfiguration =
        new(AwsService.S3, "GetBucketLifecycleConfiguration", "LifecycleConfiguration")
        {
            Path = "/{Bucket}?lifecycle",
            Permission = "s3:GetLifecycleConfiguration",
        };

    public static readonly ImmutableArray<AwsOperation> Operations =
    [
        ListBuckets, GetBucketLocation, GetPublicAccessBlock, GetBucketPolicy, GetBucketPolicyStatus, GetBucketAcl,
        GetBucketVersioning, GetBucketTagging, GetObjectLockConfiguration, GetBucketLifecycleConfiguration,
    ];

    public static readonly ImmutableArray<FactPermission> Permissions =
    [
        new(nameof(Bucket), null, ListBuckets.Permission),
        new(nameof(Bucket), nameof(Bucket.Region), GetBucketLocation.Permission),
        new(nameof(Bucket), nameof(Bucket.PublicAccessBlocked), GetPublicAccessBlock.Permission),
        new(nameof(Bucket), nameof(Bucket.Public), GetPublicAccessBlock.Permission),
        new(nameof(Bucket), nameof(Bucket.Public), GetBucketPolicyStatus.Permission),
        new(nameof(Bucket), nameof(Bucket.Public), GetBucketPolicy.Permission),
        new(nameof(Bucket), nameof(Bucket.Public), GetBucketAcl.Permission),
        new(nameof(Bucket), nameof(Bucket.TlsOnly), GetBucketPolicy.Permission),
        new(nameof(Bucket), nameof(Bucket.Versioned), GetBucketVersioning.Permission),
        new(nameof(Bucket), nameof(Bucket.Locked), GetObjectLockConfiguration.Permission),
        new(nameof(Bucket), nameof(Bucket.RetentionDays), GetBucketLifecycleConfiguration.Permission),
        new(nameof(Bucket), nameof(Bucket.Tags), GetBucketTagging.Permission),
    ];

    /// <param name="aws">The account.</param>
    /// <param name="regions">The regions whose buckets are wanted; empty for all.</param>
    /// <param name="account">The account's own block, which counts for each bucket.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public static async IAsyncEnumerable<Resource> ReadAsync(
        AwsClient aws,
        ImmutableArray<string> regions,
        PublicAccessBlock account,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        // A parameter, any at all, makes S3 state each bucket's region.
        var buckets = await aws.ListAsync(ListBuckets, [("max-buckets", 1000)], cancellation);
        var read = buckets.Items.SelectAsync(
            BucketsAtATime, bucket => ReadAsync(aws, regions, account, bucket, cancellation));
        await foreach (var bucket in read)
        {
            if (bucket is not null)
            {
                yield return bucket;
            }
        }

        if (buckets.Refused is { } refused)
        {
            yield return Gap.Of(nameof(Bucket), Cloud.Aws, aws.AccountId, aws.AccountId, null, refused.Reason);
        }
    }

    private static async Task<Bucket?> ReadAsync(
        AwsClient aws,
        ImmutableArray<string> regions,
        PublicAccessBlock account,
        XElement listed,
        CancellationToken cancellation)
    {
        var name = listed.Text("Name") ?? "";
        var region = listed.Text("BucketRegion") ?? await RegionAsync(aws, name, cancellation);
        if (region is not null && !regions.IsEmpty && !regions.Contains(region))
        {
            return null;
        }

        var there = aws.In(region ?? aws.Region);
        var arn = $"arn:{aws.Partition}:s3:::{name}";
        var block = BlockAsync(there, name, cancellation);
        var policy = there.CallAsync(GetBucketPolicy, [("Bucket", name)], cancellation);
        var versioned = VersionedAsync(there, name, cancellation);
        var tags = TagsAsync(there, name, cancellation);
        var locked = there.CallAsync(GetObjectLockConfiguration, [("Bucket", name)], cancellation);
        var lifecycle = there.CallAsync(GetBucketLifecycleConfiguration, [("Bucket", name)], cancellation);
        var acl = PublicByAclAsync(there, name, cancellation);
        return new Bucket
        {
            Id = arn,
            Name = name,
            Cloud = Cloud.Aws,
            AccountId = aws.AccountId,
            Region = region,
            PublicAccessBlocked = (await block).All,
            Public = PublicAccess.Decide(
                await block, account, await acl, await PublicByPolicyAsync(there, name, await policy, cancellation)),
            TlsOnly = TlsOnly(await policy, arn),
            Versioned = await versioned,
            Locked = BucketRetention.Locked(await locked),
            RetentionDays = BucketRetention.Days(await lifecycle),
            MinimumTls = 1.2,
            CustomerKey = NotCollected.Yet,
            AccessListsOff = NotCollected.Yet,
            SharedKeys = false,
            SharedLinks = ImmutableArray<SharedLink>.Empty,
            AccessLogged = NotCollected.Yet,
            NetworkRestricted = NotCollected.Yet,
            NoncurrentDays = NotCollected.Yet,
            ReplicaRegions = NotCollected.Yet,
            Readers = PolicyAlone,
            Writers = PolicyAlone,
            Tags = await tags,
        };
    }

    /// <summary>No constraint is us-east-1, and EU is what eu-west-1 was once called.</summary>
    /// <seealso href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketLocation.html"/>
    private static async Task<string?> RegionAsync(AwsClient aws, string bucket, CancellationToken cancellation) =>
        await aws.CallAsync(GetBucketLocation, [("Bucket", bucket)], cancellation) switch
        {
            { Body.Value: "" } => "us-east-1",
            { Body.Value: "EU" } => "eu-west-1",
            { Body.Value: var region } => region,
            _ => null,
        };

    /// <summary>The four flags of the bucket itself; the account's are a fact of the account.</summary>
    /// <seealso href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetPublicAccessBlock.html"/>
    private static async Task<PublicAccessBlock> BlockAsync(
        AwsClient aws, string bucket, CancellationToken cancellation) =>
        PublicAccessBlock.From(await aws.CallAsync(GetPublicAccessBlock, [("Bucket", bucket)], cancellation));

    /// <summary>S3 itself decides whether a policy is public; a bucket without a policy need not be asked.</summary>
    /// <seealso href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html"/>
    private static async Task<Fact<bool>> PublicByPolicyAsync(
        AwsClient aws, string bucket, AwsAnswer<JsonObject> policy, CancellationToken cancellation) =>
        policy.Code == "NoSuchBucketPolicy"
            ? false
            : await aws.CallAsync(GetBucketPolicyStatus, [("Bucket", bucket)], cancellation) switch
            {
                { Body: { } status } => status.IsTrue("IsPublic"),
                { Code: "NoSuchBucketPolicy" } => false,
                var refused => refused.Why,
            };

    /// <summary>
    /// Whether the ACL grants anything to everybody, or to everybody who has an account of AWS, which is the same.
    /// </summary>
    /// <seealso href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html"/>
    private static async Task<Fact<bool>> PublicByAclAsync(
        AwsClient aws, string bucket, CancellationToken cancellation) =>
        await aws.CallAsync(GetBucketAcl, [("Bucket", bucket)], cancellation) switch
        {
            { Body: { } acl } => acl.Descendants("URI").Any(
                group => group.Value.EndsWith("/global/AllUsers", StringComparison.Ordinal)
                    || group.Value.EndsWith("/global/AuthenticatedUsers", StringComparison.Ordinal)),
            var refused => refused.Why,
        };

    private static Fact<bool> TlsOnly(AwsAnswer<JsonObject> policy, string bucketArn) => policy switch
    {
        { Body: { } document } => AwsPolicy.Of(document)?.DeniesPlainHttp(bucketArn) ?? false,
        { Code: "NoSuchBucketPolicy" } => false,
        var refused => refused.Why,
    };

    /// <summary>A bucket that never had versioning has no status; a suspended one keeps no new versions.</summary>
    /// <seealso href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketVersioning.html"/>
    private static async Task<Fact<bool>> VersionedAsync(
        AwsClient aws, string bucket, CancellationToken cancellation) =>
        await aws.CallAsync(GetBucketVersioning, [("Bucket", bucket)], cancellation) switch
        {
            { Body: { } configuration } => configuration.Text("Status") == "Enabled",
            var refused => refused.Why,
        };

    private static async Task<Fact<ImmutableSortedDictionary<string, string>>> TagsAsync(
        AwsClient aws, string bucket, CancellationToken cancellation) =>
        await aws.CallAsync(GetBucketTagging, [("Bucket", bucket)], cancellation) switch
        {
            { Body: { } tagging } => AwsXml.Tags(tagging.Descendants("Tag"), "Key", "Value"),
            { Code: "NoSuchTagSet" } => ImmutableSortedDictionary<string, string>.Empty,
            var refused => refused.Why,
        };
}
