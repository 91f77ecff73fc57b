using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using LandingZone.Core.Model;

namespace LandingZone.Providers.Aws;

/// <summary>
/// IAM's users, the root user among them, with their keys, its groups and roles, and what each is granted: how they
/// sign in by the credential report, what they may do by the account's authorization details. A few calls for an
/// account of any size, where each user would cost six.
/// </summary>
/// <remarks>
/// AWS makes a report at most every four hours: a user's sign-in may be that old. The list of users is not.
/// </remarks>
public static class IamPrincipals
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(8);

    private static readonly AwsXmlOperation GetAccountAuthorizationDetails =
        new(AwsService.Iam, "GetAccountAuthorizationDetails", "UserDetailList") { Paging = AwsPaging.Marker };

    /// <summary>Makes IAM write the report; it changes nothing in the account.</summary>
    private static readonly AwsXmlOperation GenerateCredentialReport =
        new(AwsService.Iam, "GenerateCredentialReport", "State");

    private static readonly AwsXmlOperation GetCredentialReport = new(AwsService.Iam, "GetCredentialReport", "Content");

    private static readonly AwsXmlOperation GetAccountSummary = new(AwsService.Iam, "GetAccountSummary", "SummaryMap");

    private static readonly AwsXmlOperation ListRoles =
        new(AwsService.Iam, "ListRoles", "Roles") { Paging = AwsPaging.Marker };

    public static readonly ImmutableArray<AwsOperation> Operations =
    [
        GetAccountAuthorizationDetails, GenerateCredentialReport, GetCredentialReport, GetAccountSummary, ListRoles,
    ];

    public static readonly ImmutableArray<FactPermission> Permissions =
    [
        .. Detailed<User>(null, nameof(User.Administrator), nameof(User.Enabled)),
        .. Reported<User>(
            nameof(User.HasPassword), nameof(User.MultiFactor), nameof(User.LastUsed)),
        .. Reported<AccessKey>(null, nameof(AccessKey.Active), nameof(AccessKey.Created), nameof(AccessKey.LastUsed)),
        .. Reported<PasswordPolicy>(nameof(PasswordPolicy.InUse)),
        .. Detailed<Group>(null, nameof(Group.Administrator), nameof(Group.Members)),
        .. Detailed<Role>(
            null, nameof(Role.Administrator), nameof(Role.PlatformManaged), nameof(Role.Trusts), nameof(Role.LastUsed)),
        new(nameof(Role), nameof(Role.Description), ListRoles.Permission),
        .. Detailed<Grant>(
            null, nameof(Grant.PrincipalId), nameof(Grant.PrincipalName), nameof(Grant.PrincipalType),
            nameof(Grant.PlatformManaged), nameof(Grant.Role), nameof(Grant.Privilege), nameof(Grant.Custom)),
    ];

    /// <param name="aws">The account.</param>
    /// <param name="members">The ids of all accounts of the organization.</param>
    /// <param name="time">Paces the wait for the report.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public static async IAsyncEnumerable<Resource> ReadAsync(
        AwsClient aws,
        Fact<ImmutableArray<string>> members,
        TimeProvider time,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        var reported = ReportAsync(aws, time, cancellation);
        var summarized = aws.CallAsync(GetAccountSummary, cancellation);
        var listed = aws.ListAsync(ListRoles, [("MaxItems", 1000)], cancellation);
        var details = await DetailsAsync(aws, cancellation);
        var (report, roles) = (await reported, await listed);
        IEnumerable<Resource> resources =
        [
            await Iam.PasswordPolicyAsync(aws, report.PasswordsInUse, cancellation),
            .. IamUser.Read(aws, await summarized, details, report),
            .. IamRole.Read(aws, details, roles, members),
            .. IamGrant.Read(aws, details),
            .. details.Refused is { } refused
                ? new[] { nameof(User), nameof(Group), nameof(Role), nameof(Grant) }.Select(
                    kind => Gap.Of(kind, Cloud.Aws, aws.AccountId, aws.AccountId, null, refused.Reason))
                : [],
        ];
        foreach (var resource in resources)
        {
            yield return resource;
        }
    }

    private static IEnumerable<FactPermission> Detailed<T>(params string?[] facts) where T : Resource =>
        facts.Select(fact => new FactPermission(typeof(T).Name, fact, GetAccountAuthorizationDetails.Permission));

    private static IEnumerable<FactPermission> Reported<T>(params string?[] facts) where T : Resource =>
        from fact in facts
        from operation in new[] { GenerateCredentialReport, GetCredentialReport, GetAccountSummary }
        select new FactPermission(typeof(T).Name, fact, operation.Permission);

    private static async Task<AuthorizationDetails> DetailsAsync(AwsClient aws, CancellationToken cancellation)
    {
        AuthorizationDetails details = new();
        var pages = aws.PagesAsync(
            GetAccountAuthorizationDetails,
            [
                ("Filter.member.1", "User"),
                ("Filter.member.2", "Group"),
                ("Filter.member.3", "Role"),
                ("Filter.member.4", "LocalManagedPolicy"),
                ("MaxItems", 1000),
            ],
            cancellation);
        await foreach (var page in pages)
        {
            if (page.Body is { } body)
            {
                details.Add(body);
            }
            else
            {
                details.Refused = page.Why;
            }
        }

        return details;
    }

    /// <summary>The report, generated first where there is none that is young enough.</summary>
    private static async Task<ReportOrRefusal> ReportAsync(
        AwsClient aws, TimeProvider time, CancellationToken cancellation)
    {
        for (var pause = TimeSpan.FromSeconds(1); ; pause *= 2)
        {
            var answer = await aws.CallAsync(GetCredentialReport, cancellation);
            if (answer.Body is { } body)
            {
                return CredentialReport.Parse(body.Text("Content") ?? "") is { } rows
                    ? new(rows, new Unread("not yet in the credential report, which AWS renews every four hours"))
                    : ReportOrRefusal.None(new Unread("UnexpectedDocument: the content is no credential report"));
            }

            var comes = answer.Code is "ReportNotPresent" or "ReportExpired" or "ReportInProgress";
            if (!comes || pause > LongestPause)
            {
                return ReportOrRefusal.None(answer.Why);
            }

            if (answer.Code != "ReportInProgress")
            {
                var generated = await aws.CallAsync(GenerateCredentialReport, cancellation);
                if (generated.Body is null)
                {
                    return ReportOrRefusal.None(generated.Why);
                }

                if (generated.Body.Text("State") == "COMPLETE")
                {
                    continue;
                }
            }

            await Task.Delay(pause, time, cancellation);
        }
    }
}
