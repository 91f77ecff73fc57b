using System.Text.Json.Nodes;
using LandingZone.Core.Model;
using LandingZone.Providers.Aws;
using LandingZone.Providers.Http;

namespace LandingZone.Providers.Tests.Aws;

/// <summary>
/// A whole organization in moto, read as a user would, and the same with everything refused by moto's own IAM.
/// </summary>
[Collection(EnvironmentTests.Name)]
public sealed class MotoTests : IDisposable
{
    private readonly SentOperations _sent = new();
    private readonly HttpSender _sender;

    private readonly MotoServer _moto;

    public MotoTests(MotoServer moto)
    {
        _moto = moto;
        _sender = new(
            Aws.Quick with { Concurrency = 8, AttemptTimeout = TimeSpan.FromSeconds(20) }, TimeProvider.System, _sent);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _sender.Dispose();

    [Fact]
    public async Task An_organization_is_read_whole()
    {
        _moto.Require();
        var member = (string)JsonNode.Parse(await Tool.PythonAsync(MotoSeed.Script, _moto.Url))!["member"]!;
        using var environment = AwsEnvironment.At(_moto.Url);
        AwsProvider provider = new(
            new AwsOptions { Regions = ["us-east-1", "eu-west-1"] }, _sender, TimeProvider.System);

        var discovery = await provider.DiscoverAsync(Cancellation);
        var own = await Aws.ToListAsync(
            provider.ReadAsync(discovery.Accounts.Single(account => account.Management.Value), Cancellation));
        var other = await Aws.ToListAsync(
            provider.ReadAsync(discovery.Accounts.Single(account => account.Id == member), Cancellation));

        CheckOrganization(discovery, member);
        CheckAccount(own);
        CheckStorage(own);
        CheckIdentities(own);
        CheckNetwork(own);
        Assert.Empty(other.OfType<Bucket>());
        Assert.Equal(18, other.OfType<Account>().Single().Listed.Count);
        Assert.Equal(8, other.OfType<PasswordPolicy>().Single().MinimumLength.Value);
        CheckSent();
    }

    [Fact]
    public async Task What_motos_IAM_refuses_is_unread_or_a_gap_and_never_empty()
    {
        _moto.Require();
        await using MotoServer strict = new();
        await strict.InitializeAsync();
        var seeded = JsonNode.Parse(await Tool.PythonAsync(MotoSeed.Script, strict.Url))!;
        using HttpClient http = new();
        // From here on moto asks its own IAM; bob has no policy.
        using StringContent none = new("0");
        await http.PostAsync(new Uri($"{strict.Url}moto-api/reset-auth"), none, Cancellation);
        using AwsEnvironment environment = new(
            ("AWS_ENDPOINT_URL", strict.Url),
            ("AWS_ACCESS_KEY_ID", (string?)seeded["key"]),
            ("AWS_SECRET_ACCESS_KEY", (string?)seeded["secret"]));
        AwsProvider provider = new(new AwsOptions(), _sender, TimeProvider.System);

        var discovery = await provider.DiscoverAsync(Cancellation);
        var rows = await Aws.ToListAsync(provider.ReadAsync(Assert.Single(discovery.Accounts), Cancellation));

        Assert.StartsWith("auditing 123456789012 alone", Assert.Single(discovery.Notices), StringComparison.Ordinal);
        Assert.EndsWith(
            ": grant organizations:DescribeOrganization",
            discovery.Resources.OfType<Organization>().Single().InUse.Unread,
            StringComparison.Ordinal);
        var account = rows.OfType<Account>().Single();
        Assert.EndsWith(": grant ec2:DescribeRegions", account.Regions.Unread, StringComparison.Ordinal);
        Assert.Equal(["Guardrail"], account.Listed.Keys);
        Assert.Equal(
            [
                "AccessKey", "AuditTrail", "Bucket", "Budget", "FirewallRule", "Grant", "Group", "Instance", "Network",
                "NetworkInterface", "PasswordPolicy", "PrivateEndpoint", "PublicAddress", "Region", "Role", "Subnet",
                "User",
            ],
            rows.OfType<Gap>().Select(gap => gap.OfKind).Order());
    }

    /// <summary>What was sent is what is declared, but for what this estate gives no cause to ask.</summary>
    private void CheckSent()
    {
        var declared = AwsProvider.Operations.Select(SentOperations.Describe).ToHashSet();

        Assert.Empty(_sent.All.Except(declared));
        Assert.Equal(
            ["GetManagedPrefixListEntries", "ListAccountAliases"], declared.Except(_sent.All)
                .Order(StringComparer.Ordinal));
    }

    private static void CheckOrganization(Discovery discovery, string member)
    {
        var organization = Assert.Single(discovery.Resources.OfType<Organization>());
        Assert.True(organization.InUse.Value);
        Assert.True(organization.AllFeatures.Value);
        var folder = Assert.Single(discovery.Resources.OfType<Folder>());
        Assert.Equal(("Workloads", organization.Id), (folder.Name, folder.ParentId.Value));
        var account = discovery.Accounts.Single(account => account.Id == member);
        Assert.Equal([folder.Id], account.Folders.Value.Select(link => link.Id));
        Assert.Equal("prod", account.Tags.Value["env"]);
        Assert.False(account.Management.Value);
        Assert.Empty(discovery.Notices);
        var guardrails = discovery.Resources.OfType<Guardrail>().ToDictionary(guardrail => guardrail.Name);
        Assert.Equal(["FullAWSAccess", "stay"], guardrails.Keys.Order());
        Assert.Empty(guardrails["FullAWSAccess"].Denies.Value);
        Assert.Equal([Denial.LeavingOrganization], guardrails["stay"].Denies.Value);
        Assert.Equal([organization.Id, folder.Id, member], guardrails["stay"].Scopes.Value);
        Assert.Equal(["123456789012"], guardrails["stay"].NotScopes.Value);
    }

    private static void CheckAccount(IReadOnlyList<Resource> rows)
    {
        var account = Assert.Single(rows.OfType<Account>());
        var policy = Assert.Single(rows.OfType<PasswordPolicy>());
        Assert.Equal((14, 24, 90), (policy.MinimumLength.Value, policy.History.Value, policy.MaximumAgeDays.Value));
        Assert.True(policy.RequiresSymbols.Value);
        Assert.True(policy.InUse.Value);
        Assert.Equal(account.Id, account.BillingAccountId.Value);
        Assert.Empty(rows.OfType<Gap>());
        Assert.Equal(["eu-west-1", "us-east-1"], account.Listed["Network"]);
        Assert.Equal(["eu-west-1", "us-east-1"], account.Listed["Bucket"]);
        Assert.Equal([Kind.Global], account.Listed["User"]);
        Assert.Contains("ap-south-1", account.Regions.Value);
        var trail = Assert.Single(rows.OfType<AuditTrail>());
        Assert.True(trail.Logging.Value);
        Assert.True(trail.AllRegions.Value);
        Assert.True(trail.IntegrityValidated.Value);
        Assert.True(trail.CustomerKey.Value);
        Assert.Equal([account.Id], trail.Scopes.Value);
        Assert.Equal(RecordedEvents.None, trail.DataEvents.Value);
        Assert.Empty(trail.Exempted.Value);
        Assert.Equal(RecordedEvents.All, trail.ManagementEvents.Value);
        Assert.Equal("arn:aws:s3:::kept", trail.Store.Value.Id);
        var budget = Assert.Single(rows.OfType<Budget>());
        Assert.Equal(1000, budget.Amount.Value);
        Assert.Equal([account.Organization.Id], budget.Scopes.Value);
        Assert.Equal(80, Assert.Single(budget.Alerts.Value).ThresholdPercent);
    }

    private static void CheckStorage(IReadOnlyList<Resource> rows)
    {
        var buckets = rows.OfType<Bucket>().ToDictionary(bucket => bucket.Name);
        Assert.Equal(["bare", "kept", "locked", "open"], buckets.Keys.Order());
        var (bare, kept, open) = (buckets["bare"], buckets["kept"], buckets["open"]);
        Assert.Equal(("us-east-1", "eu-west-1"), (bare.Region, kept.Region));
        Assert.Equal((false, false, false, false), Facts(bare));
        Assert.Equal((true, false, true, true), Facts(kept));
        Assert.Equal((false, true, false, false), Facts(open));
        Assert.Equal("prod", kept.Tags.Value["env"]);
        Assert.Empty(bare.Tags.Value);
        Assert.Equal((true, 400), (buckets["locked"].Locked.Value, buckets["locked"].RetentionDays.Value));
        Assert.Equal((false, 0), (bare.Locked.Value, bare.RetentionDays.Value));

        static (bool, bool, bool, bool) Facts(Bucket bucket) => (
            bucket.PublicAccessBlocked.Value, bucket.Public.Value, bucket.TlsOnly.Value, bucket.Versioned.Value);
    }

    private static void CheckIdentities(IReadOnlyList<Resource> rows)
    {
        var users = rows.OfType<User>().ToDictionary(user => user.Name);
        Assert.Equal(["ann", "bob", "root"], users.Keys.Order());
        Assert.True(users["ann"].Administrator.Value);
        Assert.True(users["ann"].HasPassword.Value);
        Assert.False(users["ann"].MultiFactor.Value);
        Assert.False(users["bob"].Administrator.Value);
        Assert.False(users["bob"].HasPassword.Value);
        var key = Assert.Single(rows.OfType<AccessKey>());
        Assert.Equal((users["bob"].Id, true), (key.Owner.Id, key.Active.Value));
        Assert.True(users["root"].Administrator.Value);
        Assert.Equal(["ann"], Assert.Single(rows.OfType<Group>()).Members.Value);
        var role = rows.OfType<Role>().Single(role => role.Name == "partner");
        Assert.True(role.Administrator.Value);
        Assert.Equal("For the partner.", role.Description.Value);
        Assert.True(role.LastUsed.IsRead);
        Assert.Equal(
            [TrustedParty.Organization, TrustedParty.Outsider], role.Trusts.Value.Select(trust => trust.Party));
        Assert.Equal(
            [PrincipalType.Group, PrincipalType.Role],
            rows.OfType<Grant>().Where(grant => grant.Privilege.Value == Privilege.Administrator)
                .Select(grant => grant.PrincipalType.Value));
    }

    private static void CheckNetwork(IReadOnlyList<Resource> rows)
    {
        var networks = rows.OfType<Network>().Where(network => !network.Default.Value)
            .ToDictionary(network => network.Ranges.Value[0]);
        var (network, other) = (networks["10.0.0.0/16"], networks["10.7.0.0/16"]);
        Assert.Equal([other.Id], network.Peers.Value);
        Assert.Equal([network.Id], other.Peers.Value);
        Assert.False(Assert.Single(rows.OfType<PublicAddress>()).Attached.Value);
        Assert.True(network.InUse.Value);
        Assert.True(network.FlowLogs.Value);
        var rule = rows.OfType<FirewallRule>().Single(
            rule => rule.Firewall.EndsWith("(web)", StringComparison.Ordinal)
                && rule.Direction.Value == TrafficDirection.Ingress);
        var one = Assert.Single(rows.OfType<NetworkInterface>());
        Assert.Equal([rule.FirewallId], one.Firewalls.Value);
        var subnet = rows.OfType<Subnet>().Single(subnet => subnet.Id == one.Subnet.Value.Id);
        Assert.Equal(network.Id, subnet.Network.Value.Id);
        Assert.Contains(subnet.Firewalls.Value[0], rows.OfType<FirewallRule>().Select(rule => rule.FirewallId));
        Assert.True(subnet.RoutedToInternet.Value);
        Assert.False(subnet.PublicServices.Value);
        Assert.Equal(22, rule.Ports.Value[0].From);
        Assert.Equal("anybody", rule.Description.Value);
        var instance = Assert.Single(rows.OfType<Instance>());
        Assert.True(instance.Running.Value);
        Assert.True(instance.MetadataTokenRequired.Value);
        var regions = rows.OfType<Region>()
            .ToDictionary(region => region.Name, region => region.DisksEncryptedByDefault.Value);
        Assert.True(regions["us-east-1"]);
        Assert.False(regions["eu-west-1"]);
    }
}
