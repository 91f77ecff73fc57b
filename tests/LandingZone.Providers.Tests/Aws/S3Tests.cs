using LandingZone.Core.Model;
using LandingZone.Providers.Aws;

namespace LandingZone.Providers.Tests.Aws;

public class S3Tests
{
    private const string List =
        "<ListAllMyBucketsResult><Buckets><Bucket><Name>data</Name><BucketRegion>eu-west-1</BucketRegion></Bucket>"
            + "</Buckets></ListAllMyBucketsResult>";

    private const string AllFlags =
        "<PublicAccessBlockConfiguration><BlockPublicAcls>true</BlockPublicAcls><IgnorePublicAcls>"
            + "true</IgnorePublicAcls><BlockPublicPolicy>true</BlockPublicPolicy><RestrictPublicBuckets>"
            + "true</RestrictPublicBuckets></PublicAccessBlockConfiguration>";

    private const string OwnerOnly = "<AccessControlPolicy><AccessControlList/></AccessControlPolicy>";

    private const string Everybody =
        "<AccessControlPolicy><AccessControlList><Grant><Grantee><URI>"
            + "http://acs.amazonaws.com/groups/global/AllUsers</URI></Grantee></Grant></AccessControlList>"
            + "</AccessControlPolicy>";

    private const string TlsPolicy =
        """
        {"Statement":{"Effect":"Deny","Principal":"*","Action":"s3:*",
        "Condition":{"Bool":{"aws:SecureTransport":"false"}},"Resource":["arn:aws:s3:::data","arn:aws:s3:::data/*"]}}
        """;

    private static readonly PublicAccessBlock NoAccountBlock = new(false, false, false);

    [Fact]
    public async Task A_bucket_states_what_is_set()
    {
        var bucket = await BucketAsync(request => Setting(request) switch
        {
            "publicAccessBlock" => new(200, AllFlags),
            "policy" => new(200, TlsPolicy),
            "policyStatus" => new(200, "<PolicyStatus><IsPublic>true</IsPublic></PolicyStatus>"),
            "acl" => new(200, Everybody),
            "versioning" => new(200, "<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>"),
            "object-lock" => new(
                200,
                "<ObjectLockConfiguration><ObjectLockEnabled>Enabled</ObjectLockEnabled><Rule><DefaultRetention>"
                    + "<Mode>COMPLIANCE</Mode><Days>30</Days></DefaultRetention></Rule></ObjectLockConfiguration>"),
            "lifecycle" => new(
                200,
                "<LifecycleConfiguration><Rule><Status>Enabled</Status><Filter/><Expiration><Days>400</Days>"
                    + "</Expiration></Rule></LifecycleConfiguration>"),
            "tagging" => new(200, "<Tagging><TagSet><Tag><Key>env</Key><Value>prod</Value></Tag></TagSet></Tagging>"),
            _ => new(500, ""),
        });

        Assert.Equal("arn:aws:s3:::data", bucket.Id);
        Assert.Equal("eu-west-1", bucket.Region);
        Assert.True(bucket.PublicAccessBlocked.Value);
        Assert.False(bucket.Public.Value);
        Assert.True(bucket.TlsOnly.Value);
        Assert.True(bucket.Versioned.Value);
        Assert.True(bucket.Locked.Value);
        Assert.Equal(400, bucket.RetentionDays.Value);
        Assert.Contains("lower bound", bucket.Readers.Unread, StringComparison.Ordinal);
        Assert.Contains("lower bound", bucket.Writers.Unread, StringComparison.Ordinal);
        Assert.Equal("prod", bucket.Tags.Value["env"]);
    }

    [Fact]
    public async Task A_bucket_where_nothing_is_set_states_that_too()
    {
        var bucket = await BucketAsync(request => Setting(request) switch
        {
            "publicAccessBlock" => Missing("NoSuchPublicAccessBlockConfiguration"),
            "policy" => Missing("NoSuchBucketPolicy"),
            "acl" => new(200, OwnerOnly),
            "versioning" => new(200, "<VersioningConfiguration/>"),
            "tagging" => Missing("NoSuchTagSet"),
            "object-lock" => Missing("ObjectLockConfigurationNotFoundError"),
            "lifecycle" => Missing("NoSuchLifecycleConfiguration"),
            _ => new(500, ""),
        });

        Assert.False(bucket.PublicAccessBlocked.Value);
        Assert.False(bucket.Public.Value);
        Assert.False(bucket.TlsOnly.Value);
        Assert.False(bucket.Versioned.Value);
        Assert.False(bucket.Locked.Value);
        Assert.Equal(0, bucket.RetentionDays.Value);
        Assert.Empty(bucket.Tags.Value);
    }

    [Fact]
    public async Task A_refused_setting_leaves_its_fact_unread_and_names_the_permission()
    {
        var bucket = await BucketAsync(_ => Aws.Denied("it"));

        Assert.Equal("AccessDenied: grant s3:GetBucketPublicAccessBlock", bucket.PublicAccessBlocked.Unread);
        Assert.Equal("AccessDenied: grant s3:GetBucketAcl", bucket.Public.Unread);
        Assert.Equal("AccessDenied: grant s3:GetBucketPolicy", bucket.TlsOnly.Unread);
        Assert.Equal("AccessDenied: grant s3:GetBucketVersioning", bucket.Versioned.Unread);
        Assert.Equal("AccessDenied: grant s3:GetBucketTagging", bucket.Tags.Unread);
        Assert.Equal("AccessDenied: grant s3:GetBucketObjectLockConfiguration", bucket.Locked.Unread);
        Assert.Equal("AccessDenied: grant s3:GetLifecycleConfiguration", bucket.RetentionDays.Unread);
    }

    [Fact]
    public async Task A_refused_list_is_a_gap()
    {
        using LoopbackServer server = new(_ => Aws.Denied("s3:ListAllMyBuckets"));

        var rows = await ReadAsync(server);

        var gap = Assert.IsType<Gap>(Assert.Single(rows));
        Assert.Equal(("Bucket", "AccessDenied: grant s3:ListAllMyBuckets"), (gap.OfKind, gap.Why));
    }

    [Fact]
    public async Task A_bucket_without_a_stated_region_is_asked_where_it_is_and_one_elsewhere_is_left_out()
    {
        using LoopbackServer server = new(request => Setting(request) switch
        {
            "location" when request.Path == "/old" => new(200, "<LocationConstraint/>"),
            "location" => new(200, "<LocationConstraint>EU</LocationConstraint>"),
            _ when request.Path == "/" => new(
                200,
                "<ListAllMyBucketsResult><Buckets><Bucket><Name>old</Name></Bucket><Bucket><Name>new</Name></Bucket>"
                    + "</Buckets></ListAllMyBucketsResult>"),
            _ => Aws.Denied("it"),
        });

        var rows = await Aws.ToListAsync(
            S3.ReadAsync(Aws.Client(server), ["eu-west-1"], NoAccountBlock, TestContext.Current.CancellationToken));

        Assert.Equal([("new", "eu-west-1")], rows.Select(row => (row.Name, row.Region)));
    }

    [Theory]
    [InlineData(Everybody, false, false, false, true)]
    [InlineData(Everybody, false, true, false, false)]
    [InlineData(Everybody, false, false, true, true)]
    [InlineData(OwnerOnly, true, false, false, true)]
    [InlineData(OwnerOnly, true, false, true, false)]
    [InlineData(OwnerOnly, false, false, false, false)]
    public async Task What_makes_a_bucket_public_is_undone_by_the_accounts_block(
        string acl, bool publicPolicy, bool ignoresAcls, bool restrictsPolicy, bool expected)
    {
        PublicAccessBlock account = new(false, ignoresAcls, restrictsPolicy);
        var bucket = await BucketAsync(
            request => Setting(request) switch
            {
                "publicAccessBlock" => Missing("NoSuchPublicAccessBlockConfiguration"),
                "policy" => new(200, """{"Statement":[]}"""),
                "policyStatus" => new(200, $"<PolicyStatus><IsPublic>{publicPolicy}</IsPublic></PolicyStatus>"),
                "acl" => new(200, acl),
                _ => Aws.Denied("it"),
            },
            account);

        Assert.Equal(expected, bucket.Public.Value);
    }

    [Fact]
    public async Task A_public_policy_is_unknown_where_the_accounts_block_could_not_be_read()
    {
        var bucket = await BucketAsync(
            request => Setting(request) switch
            {
                "publicAccessBlock" => Missing("NoSuchPublicAccessBlockConfiguration"),
                "policy" => new(200, """{"Statement":[]}"""),
                "policyStatus" => new(200, "<PolicyStatus><IsPublic>true</IsPublic></PolicyStatus>"),
                "acl" => new(200, OwnerOnly),
                _ => Aws.Denied("it"),
            },
            PublicAccessBlock.Unread(new Unread("AccessDenied: grant s3:GetAccountPublicAccessBlock")));

        Assert.Equal("AccessDenied: grant s3:GetAccountPublicAccessBlock", bucket.Public.Unread);
    }

    [Theory]
    [InlineData(200, AllFlags, true)]
    [InlineData(200, "<PublicAccessBlockConfiguration><BlockPublicAcls>true</BlockPublicAcls>"
        + "</PublicAccessBlockConfiguration>", false)]
    [InlineData(404, "<Error><Code>NoSuchPublicAccessBlockConfiguration</Code></Error>", false)]
    public async Task The_accounts_block_takes_all_four_flags(int status, string body, bool expected)
    {
        using LoopbackServer server = new(_ => new WireReply(status, body));

        var block = await S3Control.PublicAccessBlockAsync(Aws.Client(server), TestContext.Current.CancellationToken);

        Assert.Equal(expected, block.All.Value);
        Assert.Equal(Aws.Account, server.Requests[0].Headers["x-amz-account-id"]);
    }

    private static async Task<Bucket> BucketAsync(
        Func<WireRequest, WireReply> answer, PublicAccessBlock? account = null)
    {
        using LoopbackServer server = new(request => request.Path == "/" ? new WireReply(200, List) : answer(request));
        return Assert.IsType<Bucket>(Assert.Single(await ReadAsync(server, account)));
    }

    private static Task<List<Resource>> ReadAsync(LoopbackServer server, PublicAccessBlock? account = null) =>
        Aws.ToListAsync(
        S3.ReadAsync(Aws.Client(server), [], account ?? NoAccountBlock, TestContext.Current.CancellationToken));

    private static string Setting(WireRequest request) => request.Query.TrimEnd('=');

    private static WireReply Missing(string code) => new(404, $"<Error><Code>{code}</Code></Error>");
}
