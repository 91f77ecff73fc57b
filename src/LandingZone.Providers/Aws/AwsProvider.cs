using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using LandingZone.Core.Model;
using LandingZone.Providers.Http;

namespace LandingZone.Providers.Aws;

/// <summary>
/// Reads AWS: the organization with the caller's own credentials, then each account, the caller's own with the same and
/// the others through a role that exists in each.
/// </summary>
public sealed class AwsProvider(AwsOptions options, HttpSender sender, TimeProvider time) : IProvider
{
    /// <summary>All operations that reading AWS may call; nothing else is ever sent.</summary>
    public static readonly ImmutableArray<AwsOperation> Operations =
    [
        .. Sts.Operations, .. Organizations.Operations, .. Iam.Operations, .. IamPrincipals.Operations,
        .. S3.Operations, .. S3Control.Operations, .. CloudTrail.Operations, .. Budgets.Operations, .. Ec2.Operations,
    ];

    /// <summary>What must be granted for which fact.</summary>
    public static readonly ImmutableArray<FactPermission> Permissions =
    [
        .. Organizations.Permissions, .. Iam.Permissions, .. IamPrincipals.Permissions, .. S3.Permissions,
        .. S3Control.Permissions, .. CloudTrail.Permissions, .. Budgets.Permissions, .. Ec2.Permissions,
    ];

    private AwsSession? _session;
    private AwsOrganization? _organization;
    private string _caller = "";
    private string _callerAccount = "";
    private ImmutableSortedSet<string> _accounts = [];

    public Cloud Cloud => Cloud.Aws;

    public async Task<Discovery> DiscoverAsync(CancellationToken cancellation)
    {
        _session = AwsSession.Open(options, sender, time);
        var identity = await Sts.CallerAsync(_session.Own(""), cancellation);
        if (identity.Body is not { } caller)
        {
            throw new ProviderException(identity.Code switch
            {
                "NoCredentials" => $"no AWS credentials: {identity.Message}",
                "Unreachable" => $"AWS cannot be reached: {identity.Message}",
                "ExpiredToken" or "ExpiredTokenException" =>
                    $"the session has expired: sign in again, for example by {AwsCredentialFailure.SignIn(_session.Profile)}",
                _ => $"AWS does not accept the credentials: {identity.Why.Reason}",
            });
        }

        _caller = caller.Text("Arn") ?? "";
        _callerAccount = caller.Text("Account") ?? "";
        var own = _session.Own(_callerAccount);
        var organization = await Organizations.ReadAsync(own, cancellation);
        _organization = organization;
        List<string> notices = [];
        if (organization.Alone is { } alone)
        {
            notices.Add($"auditing {_callerAccount} alone; organization controls are not assessed: {alone}");
        }

        var accounts = await KnownAsync(own, organization, cancellation);
        CheckWanted(organization, accounts);
        var scoped = accounts.Select(Scoped).ToList();
        var read = scoped.Where(account => account.LeftOut is null).ToList();
        _accounts = [.. read.Select(account => account.Id)];
        return new Discovery(
            new Identity(Cloud.Aws, _caller),
            [organization.Row, .. organization.Resources, .. scoped.Where(account => account.LeftOut is not null)],
            read,
            notices);
    }

    /// <exception cref="InvalidOperationException">Nothing was discovered yet.</exception>
    public async IAsyncEnumerable<Resource> ReadAsync(
        Account account, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var session = _session ?? throw new InvalidOperationException("DiscoverAsync comes first");
        var organization = _organization ?? throw new InvalidOperationException("DiscoverAsync comes first");
        var aws = account.Id == _callerAccount ? session.Own(account.Id) : session.Assume(account.Id);
        if (await aws.SignInAsync(cancellation) is { } refused)
        {
            foreach (var row in UnreadAccount.Rows(account, $"role {options.Role}: {refused}"))
            {
                yield return row;
            }

            yield break;
        }

        var reader = new AwsAccount(aws, account, organization, options, time);
        await foreach (var resource in reader.ReadAsync(owner => StatesTrailOf(account.Id, owner), cancellation))
        {
            yield return resource;
        }
    }

    /// <summary>
    /// The organization's accounts; where they cannot be listed, the caller's own and those that were named.
    /// </summary>
    private async Task<IReadOnlyList<Account>> KnownAsync(
        AwsClient own, AwsOrganization organization, CancellationToken cancellation)
    {
        if (organization.Alone is not { } why)
        {
            return organization.Accounts;
        }

        var alias = await Iam.AliasAsync(own, cancellation) ?? _callerAccount;
        Fact<bool> management = organization.ManagementId is { } id ? id == _callerAccount : new Unread(why);
        var unread = UnreadAccount.Account(Cloud.Aws, _callerAccount, alias, organization.Row.Id, why);
        var mine = organization.Accounts.SingleOrDefault()
            ?? unread with
            {
                Status = AccountStatus.Active,
                Management = management,
                BillingAccountId = organization.ManagementId is { } payer ? payer : new Unread(why),
            };
        return
        [
            mine with { Name = alias },
            .. options.Accounts.Where(wanted => wanted != _callerAccount && IsAccountId(wanted)).Select(
                wanted => UnreadAccount.Account(Cloud.Aws, wanted, wanted, organization.Row.Id, why)),
        ];
    }

    /// <exception cref="ProviderException">An account was named that does not exist.</exception>
    private void CheckWanted(AwsOrganization organization, IReadOnlyList<Account> known)
    {
        var ids = known.Select(account => account.Id).ToList();
        var wrong = options.Accounts.FirstOrDefault(wanted => !ids.Contains(wanted));
        if (wrong is not null)
        {
            var where = IsAccountId(wrong)
                ? $"is not in {organization.Row.Name}"
                : "is no account id, which has 12 digits";
            throw new ProviderException($"AWS account '{wrong}' {where}.{Spelling.Suggest(wrong, ids)}");
        }
    }

    private static bool IsAccountId(string id) => id.Length == 12 && id.All(char.IsAsciiDigit);

    private Account Scoped(Account account) =>
        account.LeftOut is null && !options.Accounts.IsEmpty && !options.Accounts.Contains(account.Id)
            ? account with { LeftOut = "not among the accounts that the run was limited to" }
            : account;

    /// <summary>
    /// An organization's trail shows in every member. It is stated once: with the account that owns it, or, when that
    /// one is not read, with the first that is.
    /// </summary>
    private bool StatesTrailOf(string accountId, string owner) =>
        !_accounts.Contains(owner) && _accounts[0] == accountId;
}
