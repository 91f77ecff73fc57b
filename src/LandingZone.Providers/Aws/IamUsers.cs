using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using LandingZone.Core.Model;

namespace LandingZone.Providers.Aws;

/// <summary>
/// IAM's users and the root user: how they sign in, by the credential report, and whether they may do everything, by
/// the account's authorization details. Two calls for an account of any size, where each user would cost six.
/// </summary>
/// <remarks>
/// AWS makes a report at most every four hours: a user's sign-in may be that old. The list of users is not.
/// </remarks>
public static class IamUsers
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(8);

    private static readonly AwsXmlOperation GetAccountAuthorizationDetails =
        new(AwsService.Iam, "GetAccountAuthorizationDetails", "UserDetailList") { Paging = AwsPaging.Marker };

    /// <summary>Makes IAM write the report; it changes nothing in the account.</summary>
    private static readonly AwsXmlOperation GenerateCredentialReport =
        new(AwsService.Iam, "GenerateCredentialReport", "State");

    private static readonly AwsXmlOperation GetCredentialReport = new(AwsService.Iam, "GetCredentialReport", "Content");

    private static readonly AwsXmlOperation GetAccountSummary = new(AwsService.Iam, "GetAccountSummary", "SummaryMap");

    public static readonly ImmutableArray<AwsOperation> Operations =
        [GetAccountAuthorizationDetails, GenerateCredentialReport, GetCredentialReport, GetAccountSummary];

    public static readonly ImmutableArray<FactPermission> Permissions =
    [
        new(nameof(User), null, GetAccountAuthorizationDetails.Permission),
        new(nameof(User), nameof(User.Administrator), GetAccountAuthorizationDetails.Permission),
        new(nameof(User), nameof(User.HasPassword), GenerateCredentialReport.Permission),
        new(nameof(User), nameof(User.HasPassword), GetCredentialReport.Permission),
        new(nameof(User), nameof(User.HasPassword), GetAccountSummary.Permission),
        new(nameof(User), nameof(User.MultiFactor), GenerateCredentialReport.Permission),
        new(nameof(User), nameof(User.MultiFactor), GetCredentialReport.Permission),
        new(nameof(User), nameof(User.MultiFactor), GetAccountSummary.Permission),
        new(nameof(User), nameof(User.AccessKeys), GenerateCredentialReport.Permission),
        new(nameof(User), nameof(User.AccessKeys), GetCredentialReport.Permission),
        new(nameof(User), nameof(User.AccessKeys), GetAccountSummary.Permission),
    ];

    public static async IAsyncEnumerable<Resource> ReadAsync(
        AwsClient aws, TimeProvider time, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var reported = ReportAsync(aws, time, cancellation);
        var summarized = aws.CallAsync(GetAccountSummary, cancellation);
        var details = await DetailsAsync(aws, cancellation);
        var report = await reported;
        yield return RootUser.From(aws, await summarized, report);

        foreach (var user in details.Users)
        {
            var (arn, name) = (user.Text("Arn") ?? "", user.Text("UserName") ?? "");
            yield return Describe(aws, arn, name, details.IsAdministrator(user), report);
        }

        if (details.Refused is { } refused)
        {
            // The report still knows most users; the gap says that there may be more.
            var others = report.Rows.Values.Where(
                row => row.Name != CredentialReportRow.Root && !details.Has(row.Arn));
            foreach (var row in others)
            {
                yield return Describe(aws, row.Arn, row.Name, refused, report);
            }

            yield return Gap.Of(nameof(User), Cloud.Aws, aws.AccountId, aws.AccountId, null, refused.Reason);
        }
    }

    private static User Describe(
        AwsClient aws, string arn, string name, Fact<bool> administrator, ReportOrRefusal report)
    {
        var row = report.Rows.GetValueOrDefault(arn);
        return new User
        {
            Id = arn,
            Name = name,
            Cloud = Cloud.Aws,
            AccountId = aws.AccountId,
            Administrator = administrator,
            HasPassword = row?.HasPassword ?? report.Missing,
            MultiFactor = row?.MultiFactor ?? report.Missing,
            AccessKeys = row?.AccessKeys ?? report.Missing,
        };
    }

    private static async Task<AuthorizationDetails> DetailsAsync(AwsClient aws, CancellationToken cancellation)
    {
        AuthorizationDetails details = new();
        var pages = aws.PagesAsync(
            GetAccountAuthorizationDetails,
            [
                ("Filter.member.1", "User"),
                ("Filter.member.2", "Group"),
                ("Filter.member.3", "LocalManagedPolicy"),
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

/// <summary>The credential report's rows by ARN, and what is to be said of a user who is not in them.</summary>
internal sealed record ReportOrRefusal(IReadOnlyDictionary<string, CredentialReportRow> Rows, Unread Missing)
{
    public static ReportOrRefusal None(Unread why) => new(ImmutableDictionary<string, CredentialReportRow>.Empty, why);
}
