using System.Collections.Immutable;
using System.Text;
using LandingZone.Core.Model;
using LandingZone.Providers.Aws;

namespace LandingZone.Providers.Tests.Aws;

/// <summary>An account that answers IAM's questions as a test says.</summary>
internal static class IamAccount
{
    public const string ReportHeader =
        "user,arn,user_creation_time,password_enabled,password_last_used,password_last_changed,password_next_rotation,"
            + "mfa_active,access_key_1_active,access_key_1_last_rotated,access_key_1_last_used_date,"
            + "access_key_1_last_used_region,access_key_1_last_used_service,access_key_2_active,"
            + "access_key_2_last_rotated,access_key_2_last_used_date,access_key_2_last_used_region,"
            + "access_key_2_last_used_service,cert_1_active,cert_1_last_rotated,cert_2_active,"
            + "cert_2_last_rotated";

    /// <param name="details">Inside the result of GetAccountAuthorizationDetails.</param>
    /// <param name="report">The whole answer of GetCredentialReport; null for an empty report.</param>
    /// <param name="summary">The whole answer of GetAccountSummary; null for no devices and no keys.</param>
    /// <param name="roles">Inside the list of ListRoles; null refuses it.</param>
    /// <param name="members">The accounts of the organization; its own where it is not given.</param>
    public static async Task<List<Resource>> ReadAsync(
        string details,
        string? report = null,
        string? summary = null,
        string? roles = "",
        Fact<ImmutableArray<string>>? members = null)
    {
        using LoopbackServer server = new(request => request.Operation switch
        {
            "GetAccountAuthorizationDetails" => new(
                200,
                $"<GetAccountAuthorizationDetailsResponse><GetAccountAuthorizationDetailsResult>"
                    + $"{details}</GetAccountAuthorizationDetailsResult></GetAccountAuthorizationDetailsResponse>"),
            "GetCredentialReport" => new(200, report ?? Report()),
            "GetAccountPasswordPolicy" => new(
                404, "<ErrorResponse><Error><Code>NoSuchEntity</Code></Error></ErrorResponse>"),
            "ListRoles" when roles is null => Aws.Denied("it"),
            "ListRoles" => new(
                200,
                $"<ListRolesResponse><ListRolesResult><Roles>{roles}</Roles></ListRolesResult></ListRolesResponse>"),
            _ => new(200, summary ?? Summary(0, 0)),
        });
        return await Aws.ToListAsync(IamPrincipals.ReadAsync(
            Aws.Client(server),
            members ?? ImmutableArray.Create(Aws.Account),
            new ImpatientTime(),
            TestContext.Current.CancellationToken));
    }

    public static string Report(params string[] rows)
    {
        var content = Convert.ToBase64String(Encoding.UTF8.GetBytes(string.Join('\n', rows.Prepend(ReportHeader))));
        return $"<GetCredentialReportResponse><GetCredentialReportResult><Content>{content}</Content>"
            + $"</GetCredentialReportResult></GetCredentialReportResponse>";
    }

    public static string Summary(int multiFactor, int keys, params (string Key, int Value)[] more)
    {
        var entries = more.Append(("AccountMFAEnabled", multiFactor)).Append(("AccountAccessKeysPresent", keys))
            .Select(entry => $"<entry><key>{entry.Item1}</key><value>{entry.Item2}</value></entry>");
        return $"<GetAccountSummaryResponse><GetAccountSummaryResult><SummaryMap>{string.Concat(entries)}</SummaryMap>"
            + $"</GetAccountSummaryResult></GetAccountSummaryResponse>";
    }
}
