using LandingZone.Core.Model;
using LandingZone.Providers.Aws;
using LandingZone.Providers.Http;

namespace LandingZone.Providers.Tests.Aws;

[Collection(EnvironmentTests.Name)]
public sealed class AwsProviderTests : IDisposable
{
    private const string Member = "444455556666";

    private readonly HttpSender _sender = new(Aws.Quick, TimeProvider.System);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _sender.Dispose();

    [Fact]
    public async Task An_account_whose_role_cannot_be_assumed_is_stated_with_gaps_and_the_run_goes_on()
    {
        using LoopbackServer server = new(request => request.Operation == "AssumeRole"
            ? Aws.Denied("sts:AssumeRole")
            : Answer(request));
        using var environment = AwsEnvironment.At(server.Url);
        AwsProvider provider = new(new AwsOptions(), _sender, TimeProvider.System);
        var discovery = await provider.DiscoverAsync(Cancellation);

        var rows = await Aws.ToListAsync(
            provider.ReadAsync(discovery.Accounts.Single(account => account.Id == Member), Cancellation));

        Assert.Equal([Aws.Account, Member], discovery.Accounts.Select(account => account.Id));
        Assert.Equal("arn:aws:iam::111122223333:user/auditor", discovery.Identity.Name);
        Assert.Equal(Member, Assert.Single(rows.OfType<Account>()).Id);
        Assert.False(rows.OfType<Account>().Single().Regions.IsRead);
        Assert.Equal(Kind.All.Count(kind => !kind.OfHierarchy), rows.OfType<Gap>().Count());
        Assert.All(rows.OfType<Gap>(), gap =>
            Assert.StartsWith("role LandingZoneAudit: AccessDenied: ", gap.Why, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_account_where_everything_is_refused_lists_nothing_and_has_a_gap_for_each_kind()
    {
        using LoopbackServer server = new(Answer);
        using var environment = AwsEnvironment.At(server.Url);
        AwsProvider provider = new(new AwsOptions(), _sender, TimeProvider.System);
        var discovery = await provider.DiscoverAsync(Cancellation);

        var rows = await Aws.ToListAsync(provider.ReadAsync(discovery.Accounts[0], Cancellation));

        var account = Assert.Single(rows.OfType<Account>());
        Assert.Equal(["Guardrail"], account.Listed.Keys);
        Assert.Equal("AccessDenied: grant ec2:DescribeRegions", account.Regions.Unread);
        Assert.Equal("AccessDenied: grant s3:GetAccountPublicAccessBlock", account.PublicAccessBlocked.Unread);
        Assert.Equal(
            [
                "AccessKey", "AuditTrail", "Bucket", "Budget", "FirewallRule", "Grant", "Group", "Instance", "Network",
                "NetworkInterface", "PasswordPolicy", "PrivateEndpoint", "PublicAddress", "Region", "Role", "Subnet",
                "User",
            ],
            rows.OfType<Gap>().Select(gap => gap.OfKind).Order());
        Assert.Equal(
            "AccessDenied: grant iam:GetAccountPasswordPolicy",
            rows.OfType<Gap>().Single(gap => gap.OfKind == "PasswordPolicy").Why);
        Assert.Equal("root", Assert.Single(rows.OfType<User>()).Name);
        Assert.Equal(rows.Count, rows.Select(row => row.Id).Distinct().Count());
    }

    [Fact]
    public async Task A_suspended_account_and_one_out_of_scope_are_stated_and_not_read()
    {
        using LoopbackServer server = new(Answer);
        using var environment = AwsEnvironment.At(server.Url);

        var discovery = await new AwsProvider(new AwsOptions { Accounts = [Aws.Account] }, _sender, TimeProvider.System)
            .DiscoverAsync(Cancellation);

        Assert.Equal([Aws.Account], discovery.Accounts.Select(account => account.Id));
        var left = discovery.Resources.OfType<Account>()
            .ToDictionary(account => account.Id, account => account.LeftOut);
        Assert.Contains("limited to", left[Member], StringComparison.Ordinal);
        Assert.Contains("SUSPENDED", left["777788889999"], StringComparison.Ordinal);
        Assert.Empty(discovery.Notices);
    }

    [Theory]
    [InlineData("444455556667", "Did you mean '444455556666'?")]
    [InlineData("prod", "is no account id, which has 12 digits")]
    public async Task An_account_that_does_not_exist_stops_the_run(string wanted, string expected)
    {
        using LoopbackServer server = new(Answer);
        using var environment = AwsEnvironment.At(server.Url);

        var error = await Assert.ThrowsAsync<ProviderException>(
            () => new AwsProvider(new AwsOptions { Accounts = [wanted] }, _sender, TimeProvider.System)
                .DiscoverAsync(Cancellation));

        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_member_is_audited_alone_and_says_so()
    {
        using LoopbackServer server = new(request => request.Operation switch
        {
            "ListAccounts" => Aws.DeniedJson("it"),
            "ListAccountAliases" => new(
                200,
                "<ListAccountAliasesResponse><ListAccountAliasesResult><AccountAliases><member>shop</member>"
                    + "</AccountAliases></ListAccountAliasesResult></ListAccountAliasesResponse>"),
            _ => Answer(request),
        });
        using var environment = AwsEnvironment.At(server.Url);

        var discovery = await new AwsProvider(new AwsOptions(), _sender, TimeProvider.System)
            .DiscoverAsync(Cancellation);

        var account = Assert.Single(discovery.Accounts);
        Assert.Equal((Aws.Account, "shop"), (account.Id, account.Name));
        Assert.True(account.Management.Value);
        Assert.Equal(
            "auditing 111122223333 alone; organization controls are not assessed: AccessDeniedException: grant "
                + "organizations:ListAccounts",
            Assert.Single(discovery.Notices));
    }

    [Theory]
    [InlineData(Member, true)]
    [InlineData(Aws.Account, false)]
    public async Task The_organizations_trail_is_stated_by_a_member_only_where_its_owner_is_not_read(
        string owner, bool isStated)
    {
        using LoopbackServer server = new(request => request.Operation switch
        {
            "DescribeRegions" => new(
                200,
                "<DescribeRegionsResponse><regionInfo><item><regionName>us-east-1</regionName></item></regionInfo>"
                    + "</DescribeRegionsResponse>"),
            "DescribeTrails" => new(
                200, $$"""{"trailList":[{"TrailARN":"arn:aws:cloudtrail:us-east-1:{{owner}}:trail/t"}]}"""),
            _ => Answer(request),
        });
        using var environment = AwsEnvironment.At(server.Url);
        var wanted = isStated ? Aws.Account : Member;
        AwsProvider provider = new(
            new AwsOptions { Accounts = isStated ? [wanted] : [wanted, Aws.Account] }, _sender, TimeProvider.System);
        var discovery = await provider.DiscoverAsync(Cancellation);

        var rows = await Aws.ToListAsync(
            provider.ReadAsync(discovery.Accounts.Single(account => account.Id == wanted), Cancellation));

        Assert.Equal(isStated ? 1 : 0, rows.OfType<AuditTrail>().Count());
    }

    [Fact]
    public async Task Only_declared_operations_are_sent()
    {
        using LoopbackServer server = new(Answer);
        using var environment = AwsEnvironment.At(server.Url);
        AwsProvider provider = new(new AwsOptions(), _sender, TimeProvider.System);
        var discovery = await provider.DiscoverAsync(Cancellation);
        foreach (var account in discovery.Accounts)
        {
            await Aws.ToListAsync(provider.ReadAsync(account, Cancellation));
        }

        var declared = AwsProvider.Operations.Select(operation => operation.Name).Append("AssumeRole").ToHashSet();
        var sent = server.Requests.Select(request => request.Operation).Distinct().ToList();

        Assert.All(sent.Where(operation => !operation.Contains('/')), operation =>
            Assert.Contains(operation, declared));
        Assert.All(sent.Where(operation => operation.Contains('/')), rest =>
            Assert.StartsWith("GET /", rest, StringComparison.Ordinal));
    }

    /// <summary>An organization of three accounts, in which everything else is refused.</summary>
    private static WireReply Answer(WireRequest request) => request.Operation switch
    {
        "GetCallerIdentity" => new(
            200,
            "<GetCallerIdentityResponse><GetCallerIdentityResult><Account>111122223333</Account><Arn>"
                + "arn:aws:iam::111122223333:user/auditor</Arn></GetCallerIdentityResult></GetCallerIdentityResponse>"),
        "DescribeOrganization" => new(
            200,
            """
            {"Organization":{"Id":"o-1","Arn":"arn:aws:organizations::111122223333:organization/o-1",
            "FeatureSet":"ALL","MasterAccountId":"111122223333"}}
            """),
        "ListAccounts" => new(
            200,
            $$"""
            {"Accounts":[{"Id":"111122223333","Name":"main","Status":"ACTIVE"},
            {"Id":"{{Member}}","Name":"shop","Status":"ACTIVE"},
            {"Id":"777788889999","Name":"old","Status":"SUSPENDED"}]}
            """),
        "AssumeRole" => new(
            200,
            "<AssumeRoleResponse xmlns='https://sts.amazonaws.com/doc/2011-06-15/'><AssumeRoleResult><Credentials>"
                + "<AccessKeyId>ASIA</AccessKeyId><SecretAccessKey>s</SecretAccessKey><SessionToken>t</SessionToken>"
                + "<Expiration>2099-01-01T00:00:00Z</Expiration></Credentials></AssumeRoleResult>"
                + "</AssumeRoleResponse>"),
        _ when request.Headers.ContainsKey("X-Amz-Target") => Aws.DeniedJson("it"),
        _ => Aws.Denied("it"),
    };
}
