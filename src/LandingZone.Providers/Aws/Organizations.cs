using System.Collections.Immutable;
using System.Text.Json.Nodes;
using LandingZone.Core.Model;

namespace LandingZone.Providers.Aws;

/// <summary>
/// What AWS Organizations tells: the organization, its units, and its accounts as far as it knows them.
/// </summary>
/// <param name="Row">Always there; it says whether an organization is in use.</param>
/// <param name="Resources">The units, and the gaps where lists were refused.</param>
/// <param name="Accounts">The accounts, with the rest of their facts unread; empty when they cannot be listed.</param>
/// <param name="Members">The ids of all accounts of the organization; of an account that stands alone, its own.</param>
/// <param name="ManagementId">The account that manages the organization; null when that is not known.</param>
/// <param name="Alone">Why only the caller's own account is known; null when all accounts were listed.</param>
public sealed record AwsOrganization(
    Organization Row,
    IReadOnlyList<Resource> Resources,
    IReadOnlyList<Account> Accounts,
    Fact<ImmutableArray<string>> Members,
    string? ManagementId,
    string? Alone);

/// <summary>
/// The organization, its units and its accounts. Only the management account and delegated administrators may list
/// them.
/// </summary>
public static class Organizations
{
    private const int AccountsAtATime = 8;

    private static readonly AwsJsonOperation DescribeOrganization =
        new(AwsService.Organizations, "DescribeOrganization", "Organization");

    private static readonly AwsJsonOperation ListAccounts = Paged("ListAccounts", "Accounts[]");

    private static readonly AwsJsonOperation ListTagsForResource = Paged("ListTagsForResource", "Tags[]");

    public static readonly ImmutableArray<AwsOperation> Operations =
    [
        DescribeOrganization, ListAccounts, ListTagsForResource, .. OrganizationTree.Operations,
        .. OrganizationPolicies.Operations,
    ];

    public static readonly ImmutableArray<FactPermission> Permissions =
    [
        new(nameof(Organization), nameof(Organization.InUse), DescribeOrganization.Permission),
        new(nameof(Organization), nameof(Organization.AllFeatures), DescribeOrganization.Permission),
        new(nameof(Account), null, ListAccounts.Permission),
        new(nameof(Account), nameof(Account.Management), DescribeOrganization.Permission),
        new(nameof(Account), nameof(Account.BillingAccountId), DescribeOrganization.Permission),
        new(nameof(Account), nameof(Account.Status), ListAccounts.Permission),
        new(nameof(Account), nameof(Account.Tags), ListTagsForResource.Permission),
        .. OrganizationTree.Permissions,
        .. OrganizationPolicies.Permissions,
    ];

    /// <summary>
    /// Of these an organization owns none, and its lists of them are complete: even what holds for all of it, such as
    /// its trail, is some account's, Identity Center assigns rights to accounts one by one, and nobody can set what it
    /// demands of passwords. Users, groups, identity providers and sign-in policies it may own, in Identity Center.
    /// </summary>
    private static readonly ImmutableArray<string> OfAccountsAlone =
    [
        nameof(Role), nameof(Grant), nameof(AccessKey), nameof(PasswordPolicy), nameof(AuditTrail),
        nameof(SecurityService), nameof(Contact), nameof(Budget), nameof(BillingExport),
    ];

    /// <param name="aws">The caller's own account.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public static async Task<AwsOrganization> ReadAsync(AwsClient aws, CancellationToken cancellation) =>
        await aws.CallAsync(DescribeOrganization, cancellation) switch
        {
            { Body: { } body } => await ReadAsync(aws, body["Organization"]!, cancellation),
            { Code: "AWSOrganizationsNotInUseException" } => NotInUse(aws),
            var refused => Unknown(aws, refused.Why),
        };

    private static async Task<AwsOrganization> ReadAsync(
        AwsClient aws, JsonNode described, CancellationToken cancellation)
    {
        var id = described.Text("Arn") ?? described.Text("Id") ?? "";
        var management = described.Text("MasterAccountId");
        var listed = await aws.ListAsync(ListAccounts, [], cancellation);
        if (listed is { Refused: { } refused, Items.Count: 0 })
        {
            var member = Row(id, described.Text("Id") ?? id, true, AllFeatures(described), []);
            var gaps = Gaps(id, refused, nameof(Folder), nameof(Account), nameof(Guardrail));
            return new(member, gaps, [], refused, management, refused.Reason);
        }

        var tree = await OrganizationTree.ReadAsync(aws, id, cancellation);
        List<Account> accounts = [];
        var tagged = listed.Items.SelectAsync(
            AccountsAtATime, account => AccountAsync(aws, id, management, tree, account, cancellation));
        await foreach (var account in tagged)
        {
            accounts.Add(account);
        }

        var policies = await OrganizationPolicies.ReadAsync(aws, id, management, tree.PolicyTypes, cancellation);
        List<string> complete = [];
        List<Resource> resources = [.. tree.Folders, .. policies.Items];
        (string, Unread?)[] lists =
        [
            (nameof(Folder), tree.Refused),
            (nameof(Account), listed.Refused),
            (nameof(Guardrail), tree.Rootless ?? policies.Refused),
        ];
        foreach (var (kind, why) in lists)
        {
            if (why is { } reason)
            {
                resources.AddRange(Gaps(id, reason, kind));
            }
            else
            {
                complete.Add(kind);
            }
        }

        var row = Row(id, described.Text("Id") ?? id, true, AllFeatures(described), complete);
        Fact<ImmutableArray<string>> members = listed.Refused is { } unlisted
            ? unlisted
            : accounts.Select(account => account.Id).ToImmutableArray();
        return new(row, resources, accounts, members, management, null);
    }

    private static AwsJsonOperation Paged(string name, string answer) =>
        new(AwsService.Organizations, name, answer) { Paging = AwsPaging.NextToken };

    /// <summary>Consolidated billing alone lets no policy be set.</summary>
    /// <seealso href="https://docs.aws.amazon.com/organizations/latest/APIReference/API_Organization.html"/>
    private static Fact<bool> AllFeatures(JsonNode described) => described.Text("FeatureSet") is { } set
        ? set == "ALL"
        : new Unread("the answer does not state FeatureSet");

    private static async Task<Account> AccountAsync(
        AwsClient aws,
        string organizationId,
        string? management,
        OrganizationTree tree,
        JsonNode listed,
        CancellationToken cancellation)
    {
        var id = listed.Text("Id") ?? "";
        Fact<string> managed = management is null
            ? new Unread("the answer does not state MasterAccountId")
            : management;
        var state = listed.Text("State") ?? listed.Text("Status");
        var account = UnreadAccount.Account(Cloud.Aws, id, listed.Text("Name") ?? id, organizationId, "not read yet");
        return account with
        {
            Management = managed.Select(manager => manager == id),
            Folders = tree.FoldersOf(id),
            // The management account pays for all.
            BillingAccountId = managed,
            Status = state switch
            {
                null => new Unread("the answer does not state the account's state"),
                "ACTIVE" => AccountStatus.Active,
                _ => AccountStatus.Suspended,
            },
            Tags = await TagsAsync(aws, id, cancellation),
            LeftOut = state is null or "ACTIVE" ? null : $"the account's state is {state}: AWS lets nobody read it",
        };
    }

    private static async Task<Fact<ImmutableSortedDictionary<string, string>>> TagsAsync(
        AwsClient aws, string accountId, CancellationToken cancellation)
    {
        var tags = await aws.ListAsync(ListTagsForResource, [("ResourceId", accountId)], cancellation);
        return tags.Refused is { } refused
            ? refused
            : tags.Items.ToImmutableSortedDictionary(
                tag => tag.Text("Key") ?? "", tag => tag.Text("Value") ?? "", StringComparer.Ordinal);
    }

    /// <summary>
    /// An account that stands alone is its own top; it can carry no tags, for only organizations give them.
    /// </summary>
    private static AwsOrganization NotInUse(AwsClient aws)
    {
        var row = Row($"{aws.AccountId}/organization", $"{aws.AccountId} (no organization)", false, false, []);
        var account = UnreadAccount.Account(Cloud.Aws, aws.AccountId, aws.AccountId, row.Id, "not read yet") with
        {
            Management = true,
            BillingAccountId = aws.AccountId,
            Folders = ImmutableArray<Link<Folder>>.Empty,
            Status = AccountStatus.Active,
            Tags = ImmutableSortedDictionary<string, string>.Empty,
        };
        var own = ImmutableArray.Create(aws.AccountId);
        return new(row, [], [account], own, aws.AccountId, "no AWS organization is in use");
    }

    private static AwsOrganization Unknown(AwsClient aws, Unread why)
    {
        var id = $"{aws.AccountId}/organization";
        var row = Row(id, "unknown organization", why, why, []);
        return new(row, Gaps(id, why, nameof(Folder), nameof(Account), nameof(Guardrail)), [], why, null, why.Reason);
    }

    private static Organization Row(
        string id, string name, Fact<bool> inUse, Fact<bool> allFeatures, IEnumerable<string> listed) => new()
        {
            Id = id,
            Name = name,
            Cloud = Cloud.Aws,
            InUse = inUse,
            AllFeatures = allFeatures,
            // A new account comes to the root, and there is no setting that changes it.
            DefaultFolderId = id,
            CostTags = NotCollected.Yet,
            Listed = listed.Concat(OfAccountsAlone).ToImmutableSortedDictionary(
                kind => kind, _ => ImmutableArray.Create(Kind.Global), StringComparer.Ordinal),
        };

    private static List<Resource> Gaps(string organizationId, Unread why, params string[] kinds) =>
        [.. kinds.Select(kind => Gap.Of(kind, Cloud.Aws, organizationId, null, null, why.Reason))];
}
