using System.Text;
using LandingZone.Core.Model;
using LandingZone.Providers.Aws;

namespace LandingZone.Providers.Tests.Aws;

public class IamUsersTests
{
    private const string ReportHeader =
        "user,arn,user_creation_time,password_enabled,password_last_used,password_last_changed,password_next_rotation,"
            + "mfa_active,access_key_1_active,access_key_1_last_rotated,access_key_1_last_used_date,"
            + "access_key_1_last_used_region,access_key_1_last_used_service,access_key_2_active,"
            + "access_key_2_last_rotated,access_key_2_last_used_date,access_key_2_last_used_region,"
            + "access_key_2_last_used_service,cert_1_active,cert_1_last_rotated,cert_2_active,"
            + "cert_2_last_rotated";

    private const string Root = "arn:aws:iam::111122223333:root";

    private const string Ann = "arn:aws:iam::111122223333:user/ann";

    private const string RootRow =
        $"<root_account>,{Root},2020-01-01T00:00:00+00:00,not_supported,no_information,not_supported,not_supported,"
            + $"true,true,2021-02-03T04:05:06+00:00,N/A,N/A,N/A,false,N/A,N/A,N/A,N/A,false,N/A,false,N/A";

    private const string AnnRow =
        $"ann,{Ann},2020-01-01T00:00:00+00:00,TRUE,N/A,2020-01-01T00:00:00+00:00,N/A,false,true,"
            + $"2021-02-03T04:05:06+00:00,N/A,N/A,N/A,false,2020-02-03T04:05:06+00:00,N/A,N/A,N/A,false,N/A,false,N/A";

    /// <summary>A policy that allows everything, as IAM encodes it.</summary>
    private const string AllowsAll = "%7B%22Statement%22%3A%7B%22Effect%22%3A%22Allow%22%2C%22Action%22%3A%22%2A%22"
        + "%2C%22Resource%22%3A%22%2A%22%7D%7D";

    private const string NoDetails = "<UserDetailList/>";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Users_state_how_they_sign_in_and_the_root_user_is_one_of_them()
    {
        var users = await UsersAsync(
            $"<UserDetailList>{User("ann", "")}</UserDetailList>", Report(RootRow, AnnRow), Summary(1, 1));

        var (root, ann) = (users[Root], users[Ann]);
        Assert.True(root.Administrator.Value);
        Assert.True(root.HasPassword.Value);
        Assert.True(root.MultiFactor.Value);
        Assert.Equal("1", Assert.Single(root.AccessKeys.Value).Id);
        Assert.False(ann.Administrator.Value);
        Assert.True(ann.HasPassword.Value);
        Assert.False(ann.MultiFactor.Value);
        Assert.Equal([true, false], ann.AccessKeys.Value.Select(key => key.Active));
        Assert.Equal(new DateTimeOffset(2021, 2, 3, 4, 5, 6, TimeSpan.Zero), ann.AccessKeys.Value[0].Created.Value);
    }

    [Fact]
    public async Task A_root_user_whose_credentials_were_taken_away_has_no_password()
    {
        var users = await UsersAsync(NoDetails, Report(), Summary(0, 0, ("AccountPasswordPresent", 0)));

        Assert.False(users[Root].HasPassword.Value);
        Assert.False(users[Root].MultiFactor.Value);
        Assert.Empty(users[Root].AccessKeys.Value);
    }

    [Fact]
    public async Task A_user_made_after_the_report_is_known_but_its_sign_in_is_not()
    {
        var users = await UsersAsync(
            $"<UserDetailList>{User("ann", "")}</UserDetailList>", Report(RootRow), Summary(1, 0));

        Assert.False(users[Ann].Administrator.Value);
        Assert.Contains("every four hours", users[Ann].MultiFactor.Unread, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<AttachedManagedPolicies><member><PolicyArn>arn:aws:iam::aws:policy/AdministratorAccess</PolicyArn>"
        + "</member></AttachedManagedPolicies>", true)]
    [InlineData("<AttachedManagedPolicies><member><PolicyArn>arn:aws:iam::aws:policy/ReadOnlyAccess</PolicyArn>"
        + "</member></AttachedManagedPolicies>", false)]
    [InlineData("<AttachedManagedPolicies><member><PolicyArn>arn:aws:iam::111122223333:policy/all</PolicyArn></member>"
        + "</AttachedManagedPolicies>", true)]
    [InlineData("<UserPolicyList><member><PolicyDocument>" + AllowsAll + "</PolicyDocument></member></UserPolicyList>",
        true)]
    [InlineData("<GroupList><member>admins</member></GroupList>", true)]
    [InlineData("<GroupList><member>readers</member></GroupList>", false)]
    [InlineData("<GroupList><member>admins</member></GroupList><PermissionsBoundary><PermissionsBoundaryArn>"
        + "arn:aws:iam::aws:policy/ReadOnlyAccess</PermissionsBoundaryArn></PermissionsBoundary>", false)]
    [InlineData("<GroupList><member>admins</member></GroupList><PermissionsBoundary><PermissionsBoundaryArn>"
        + "arn:aws:iam::111122223333:policy/all</PermissionsBoundaryArn></PermissionsBoundary>", true)]
    [InlineData("<GroupList><member>lost</member></GroupList>", null)]
    [InlineData("<AttachedManagedPolicies><member><PolicyArn>arn:aws:iam::111122223333:policy/lost</PolicyArn>"
        + "</member></AttachedManagedPolicies>", null)]
    public async Task An_administrator_is_who_any_policy_allows_everything(string grants, bool? expected)
    {
        const string others =
            $"""
            <GroupDetailList>
              <member><GroupName>admins</GroupName><AttachedManagedPolicies><member>
                <PolicyArn>arn:aws:iam::aws:policy/AdministratorAccess</PolicyArn>
              </member></AttachedManagedPolicies></member>
              <member><GroupName>readers</GroupName><GroupPolicyList/></member>
            </GroupDetailList>
            <Policies><member><Arn>arn:aws:iam::111122223333:policy/all</Arn><PolicyVersionList>
              <member><IsDefaultVersion>false</IsDefaultVersion>
                <Document>%7B%22Statement%22%3A%5B%5D%7D</Document></member>
              <member><IsDefaultVersion>true</IsDefaultVersion><Document>{AllowsAll}</Document></member>
            </PolicyVersionList></member></Policies>
            """;

        var users = await UsersAsync(
            $"<UserDetailList>{User("ann", grants)}</UserDetailList>{others}", Report(), Summary(1, 0));

        Assert.Equal(expected, users[Ann].Administrator.IsRead ? users[Ann].Administrator.Value : null);
    }

    [Fact]
    public async Task Where_the_users_are_refused_those_of_the_report_are_stated_with_a_gap()
    {
        using LoopbackServer server = new(request => request.Operation switch
        {
            "GetCredentialReport" => new(200, Report(RootRow, AnnRow)),
            _ => Aws.Denied("it"),
        });

        var rows = await Aws.ToListAsync(IamUsers.ReadAsync(Aws.Client(server), new ImpatientTime(), Cancellation));

        var ann = rows.OfType<User>().Single(user => user.Name == "ann");
        Assert.Equal("AccessDenied: grant iam:GetAccountAuthorizationDetails", ann.Administrator.Unread);
        Assert.True(ann.HasPassword.Value);
        Assert.Equal("User", Assert.Single(rows.OfType<Gap>()).OfKind);
        var root = rows.OfType<User>().Single(user => user.Name == "root");
        Assert.Equal("AccessDenied: grant iam:GetAccountSummary", root.HasPassword.Unread);
        Assert.True(root.MultiFactor.Value);
    }

    [Fact]
    public async Task A_report_that_is_missing_is_generated_and_waited_for()
    {
        var asked = 0;
        using LoopbackServer server = new(request => request.Operation switch
        {
            "GetCredentialReport" => ++asked switch
            {
                1 => new(410, "<ErrorResponse><Error><Code>ReportNotPresent</Code></Error></ErrorResponse>"),
                2 => new(404, "<ErrorResponse><Error><Code>ReportInProgress</Code></Error></ErrorResponse>"),
                _ => new(200, Report(RootRow)),
            },
            "GenerateCredentialReport" => new(
                200,
                "<GenerateCredentialReportResponse><GenerateCredentialReportResult><State>STARTED</State>"
                    + "</GenerateCredentialReportResult></GenerateCredentialReportResponse>"),
            _ => Aws.Denied("it"),
        });

        var rows = await Aws.ToListAsync(IamUsers.ReadAsync(Aws.Client(server), new ImpatientTime(), Cancellation));

        Assert.True(rows.OfType<User>().Single().MultiFactor.Value);
        Assert.Single(server.Requests, request => request.Operation == "GenerateCredentialReport");
    }

    [Fact]
    public void A_comma_in_a_users_name_moves_no_column()
    {
        var report = CredentialReport.Parse(Convert.ToBase64String(Encoding.UTF8.GetBytes(
            $"{ReportHeader}\n{AnnRow.Replace("ann", "a,n,n", StringComparison.Ordinal)}\n")));

        var row = report!["arn:aws:iam::111122223333:user/a,n,n"];
        Assert.Equal("a,n,n", row.Name);
        Assert.True(row.HasPassword.Value);
        Assert.Equal(2, row.AccessKeys.Value.Length);
    }

    [Theory]
    [InlineData("no base64!")]
    [InlineData("")]
    [InlineData("aHRtbA==")]
    public void What_is_no_report_is_not_read_as_an_empty_one(string content) =>
        Assert.Null(CredentialReport.Parse(content));

    private static async Task<Dictionary<string, User>> UsersAsync(string details, string report, string summary)
    {
        using LoopbackServer server = new(request => new WireReply(200, request.Operation switch
        {
            "GetAccountAuthorizationDetails" =>
                $"<GetAccountAuthorizationDetailsResponse><GetAccountAuthorizationDetailsResult>"
                    + $"{details}</GetAccountAuthorizationDetailsResult></GetAccountAuthorizationDetailsResponse>",
            "GetCredentialReport" => report,
            _ => summary,
        }));
        var rows = await Aws.ToListAsync(IamUsers.ReadAsync(Aws.Client(server), new ImpatientTime(), Cancellation));
        return rows.Cast<User>().ToDictionary(user => user.Id);
    }

    private static string User(string name, string grants) =>
        $"<member><UserName>{name}</UserName><Arn>arn:aws:iam::111122223333:user/{name}</Arn>{grants}</member>";

    private static string Report(params string[] rows)
    {
        var content = Convert.ToBase64String(Encoding.UTF8.GetBytes(string.Join('\n', rows.Prepend(ReportHeader))));
        return $"<GetCredentialReportResponse><GetCredentialReportResult><Content>{content}</Content>"
            + $"</GetCredentialReportResult></GetCredentialReportResponse>";
    }

    private static string Summary(int multiFactor, int keys, params (string Key, int Value)[] more)
    {
        var entries = more.Append(("AccountMFAEnabled", multiFactor)).Append(("AccountAccessKeysPresent", keys))
            .Select(entry => $"<entry><key>{entry.Item1}</key><value>{entry.Item2}</value></entry>");
        return $"<GetAccountSummaryResponse><GetAccountSummaryResult><SummaryMap>{string.Concat(entries)}</SummaryMap>"
            + $"</GetAccountSummaryResult></GetAccountSummaryResponse>";
    }
}
