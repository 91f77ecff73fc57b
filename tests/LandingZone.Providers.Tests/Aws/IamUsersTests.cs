using System.Collections.Immutable;
using System.Text;
using LandingZone.Core.Model;
using LandingZone.Providers.Aws;

namespace LandingZone.Providers.Tests.Aws;

public class IamUsersTests
{
    private const string Root = "arn:aws:iam::111122223333:root";

    private const string Ann = "arn:aws:iam::111122223333:user/ann";

    private const string RootRow =
        $"<root_account>,{Root},2020-01-01T00:00:00+00:00,not_supported,no_information,not_supported,not_supported,"
            + $"true,true,2021-02-03T04:05:06+00:00,2021-02-03T05:06:07+00:00,N/A,N/A,false,N/A,N/A,N/A,N/A,false,N/A,false,N/A";

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
        var rows = await RowsAsync(
            $"<UserDetailList>{User("ann", "")}</UserDetailList>", IamAccount.Report(RootRow, AnnRow),
            IamAccount.Summary(1, 1));

        var users = rows.OfType<User>().ToDictionary(user => user.Id);
        var (root, ann) = (users[Root], users[Ann]);
        Assert.True(root.Root.Value);
        Assert.True(root.Enabled.Value);
        Assert.True(root.Administrator.Value);
        Assert.True(root.HasPassword.Value);
        Assert.True(root.MultiFactor.Value);
        Assert.Equal(Time(2021, 2, 3, 5), root.LastUsed.Value);
        Assert.False(ann.Root.Value);
        Assert.True(ann.Enabled.Value);
        Assert.Equal(UserSource.Local, ann.Source.Value);
        Assert.False(ann.Administrator.Value);
        Assert.True(ann.HasPassword.Value);
        Assert.False(ann.MultiFactor.Value);
        Assert.Equal(Time(2020, 1, 1), ann.LastUsed.Value);
        Assert.False(ann.PhishingResistant.IsRead);
    }

    [Fact]
    public async Task Keys_are_those_of_the_report_the_root_users_too()
    {
        var rows = await RowsAsync(
            $"<UserDetailList>{User("ann", "")}</UserDetailList>", IamAccount.Report(RootRow, AnnRow),
            IamAccount.Summary(1, 1));

        var keys = rows.OfType<AccessKey>().ToDictionary(key => key.Id);
        Assert.Equal([$"{Root}/access-key/1", $"{Ann}/access-key/1", $"{Ann}/access-key/2"], keys.Keys);
        var (roots, first, second) = (
            keys[$"{Root}/access-key/1"], keys[$"{Ann}/access-key/1"], keys[$"{Ann}/access-key/2"]);
        Assert.Equal((Root, Time(2021, 2, 3, 5)), (roots.Owner.Id, roots.LastUsed.Value));
        Assert.Equal((Ann, true, false), (first.Owner.Id, first.Active.Value, second.Active.Value));
        // A key that was never used counts from its making.
        Assert.Equal(Time(2021, 2, 3, 4), first.Created.Value);
        Assert.Equal(Time(2021, 2, 3, 4), first.LastUsed.Value);
        Assert.Equal(rows.Count, rows.Select(row => row.Id).Distinct().Count());
    }

    [Fact]
    public async Task Keys_of_many_who_are_not_in_the_report_are_one_gap()
    {
        var rows = await RowsAsync(
            $"<UserDetailList>{User("ann", "")}{User("bob", "")}{User("eve", "")}</UserDetailList>",
            IamAccount.Report(RootRow),
            IamAccount.Summary(1, 1));

        var gap = Assert.Single(rows.OfType<Gap>());
        Assert.Equal("AccessKey", gap.OfKind);
        Assert.StartsWith("keys of ann and 2 more: not yet", gap.Why, StringComparison.Ordinal);
        Assert.Equal(Root, Assert.Single(rows.OfType<AccessKey>()).Owner.Id);
    }

    [Theory]
    [InlineData("TRUE", true)]
    [InlineData("FALSE", false)]
    public async Task The_password_policy_is_in_use_where_a_user_other_than_root_has_a_password(string has, bool inUse)
    {
        var row = AnnRow.Replace(",TRUE,", $",{has},", StringComparison.Ordinal);
        var rows = await RowsAsync(NoDetails, IamAccount.Report(RootRow, row), IamAccount.Summary(1, 1));

        Assert.Equal(inUse, rows.OfType<PasswordPolicy>().Single().InUse.Value);
    }

    [Fact]
    public async Task A_root_user_whose_credentials_were_taken_away_has_no_password()
    {
        var rows = await RowsAsync(
            NoDetails, IamAccount.Report(), IamAccount.Summary(0, 0, ("AccountPasswordPresent", 0)));

        var users = rows.OfType<User>().ToDictionary(user => user.Id);
        Assert.False(users[Root].HasPassword.Value);
        Assert.False(users[Root].MultiFactor.Value);
        Assert.False(users[Root].Enabled.Value);
        Assert.Empty(rows.OfType<AccessKey>());
        Assert.Empty(rows.OfType<Gap>());
    }

    [Fact]
    public async Task A_user_made_after_the_report_is_known_but_its_sign_in_is_not()
    {
        var rows = await RowsAsync(
            $"<UserDetailList>{User("ann", "")}</UserDetailList>", IamAccount.Report(RootRow),
            IamAccount.Summary(1, 0));

        var users = rows.OfType<User>().ToDictionary(user => user.Id);
        Assert.False(users[Ann].Administrator.Value);
        Assert.Contains("every four hours", users[Ann].MultiFactor.Unread, StringComparison.Ordinal);
        Assert.StartsWith("keys of ann: not yet", Assert.Single(rows.OfType<Gap>()).Why, StringComparison.Ordinal);
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

        var rows = await RowsAsync(
            $"<UserDetailList>{User("ann", grants)}</UserDetailList>{others}", IamAccount.Report(),
            IamAccount.Summary(1, 0));

        var ann = rows.OfType<User>().Single(user => user.Id == Ann);
        Assert.Equal(expected, ann.Administrator.IsRead ? ann.Administrator.Value : null);
    }

    [Fact]
    public async Task Where_the_users_are_refused_those_of_the_report_are_stated_with_a_gap()
    {
        using LoopbackServer server = new(request => request.Operation switch
        {
            "GetCredentialReport" => new(200, IamAccount.Report(RootRow, AnnRow)),
            _ => Aws.Denied("it"),
        });

        var rows = await Aws.ToListAsync(IamPrincipals.ReadAsync(
            Aws.Client(server), ImmutableArray.Create(Aws.Account), new ImpatientTime(), Cancellation));

        var ann = rows.OfType<User>().Single(user => user.Name == "ann");
        Assert.Equal("AccessDenied: grant iam:GetAccountAuthorizationDetails", ann.Administrator.Unread);
        Assert.True(ann.HasPassword.Value);
        Assert.Equal(
            ["Grant", "Group", "PasswordPolicy", "Role", "User"], rows.OfType<Gap>().Select(gap => gap.OfKind).Order());
        Assert.Equal(3, rows.OfType<AccessKey>().Count());
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
                _ => new(200, IamAccount.Report(RootRow)),
            },
            "GenerateCredentialReport" => new(
                200,
                "<GenerateCredentialReportResponse><GenerateCredentialReportResult><State>STARTED</State>"
                    + "</GenerateCredentialReportResult></GenerateCredentialReportResponse>"),
            _ => Aws.Denied("it"),
        });

        var rows = await Aws.ToListAsync(IamPrincipals.ReadAsync(
            Aws.Client(server), ImmutableArray.Create(Aws.Account), new ImpatientTime(), Cancellation));

        Assert.True(rows.OfType<User>().Single().MultiFactor.Value);
        Assert.Single(server.Requests, request => request.Operation == "GenerateCredentialReport");
    }

    [Fact]
    public void A_comma_in_a_users_name_moves_no_column()
    {
        var report = CredentialReport.Parse(Convert.ToBase64String(Encoding.UTF8.GetBytes(
            $"{IamAccount.ReportHeader}\n{AnnRow.Replace("ann", "a,n,n", StringComparison.Ordinal)}\n")));

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

    private static Task<List<Resource>> RowsAsync(string details, string report, string summary) =>
        IamAccount.ReadAsync(details, report, summary);

    private static DateTimeOffset Time(int year, int month, int day, int hour = 0) => hour == 0
        ? new(year, month, day, 0, 0, 0, TimeSpan.Zero)
        : new(year, month, day, hour, hour == 4 ? 5 : 6, hour == 4 ? 6 : 7, TimeSpan.Zero);

    private static string User(string name, string grants) =>
        $"<member><UserName>{name}</UserName><Arn>arn:aws:iam::111122223333:user/{name}</Arn>{grants}</member>";
}
