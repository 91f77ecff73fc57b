using LandingZone.Core.Model;
using LandingZone.Providers.Aws;

namespace LandingZone.Providers.Tests.Aws;

public class OrganizationsTests
{
    private const string Id = "arn:aws:organizations::111122223333:organization/o-1";

    private const string Described =
        $$$"""{"Organization":{"Id":"o-1","Arn":"{{{Id}}}","FeatureSet":"ALL","MasterAccountId":"111122223333"}}""";

    [Fact]
    public async Task The_organization_its_units_and_its_accounts_are_stated()
    {
        var read = await ReadAsync(request => new(200, Answer(request)));

        Assert.True(read.Row.InUse.Value);
        Assert.True(read.Row.AllFeatures.Value);
        Assert.Equal(["Account", "Folder", "Guardrail"], Own(read));
        Assert.Equal(Id, read.Row.DefaultFolderId.Value);
        Assert.Equal(["111122223333", "2", "3"], read.Members.Value);
        Assert.All(read.Accounts, account => Assert.Equal("111122223333", account.BillingAccountId.Value));
        Assert.Null(read.Alone);
        var folders = read.Resources.Cast<Folder>().ToDictionary(folder => folder.Name);
        Assert.Equal(Id, folders["Workloads"].ParentId.Value);
        Assert.Equal("arn:ou-1", folders["Production"].ParentId.Value);
        var accounts = read.Accounts.ToDictionary(account => account.Name);
        Assert.Equal(["arn:ou-1", "arn:ou-2"], accounts["shop"].Folders.Value.Select(link => link.Id));
        Assert.Empty(accounts["main"].Folders.Value);
        Assert.True(accounts["main"].Management.Value);
        Assert.False(accounts["shop"].Management.Value);
        Assert.Equal("prod", accounts["shop"].Tags.Value["env"]);
        Assert.Null(accounts["shop"].LeftOut);
        Assert.Equal(AccountStatus.Suspended, accounts["old"].Status.Value);
        Assert.Contains("SUSPENDED", accounts["old"].LeftOut, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_account_without_an_organization_stands_alone()
    {
        var read = await ReadAsync(_ => new(400, """{"__type":"AWSOrganizationsNotInUseException","Message":"not a """
            + """member"}"""));

        Assert.False(read.Row.InUse.Value);
        Assert.Empty(Own(read));
        var account = Assert.Single(read.Accounts);
        Assert.Equal((Aws.Account, Aws.Account), (account.Id, account.AccountId));
        Assert.True(account.Management.Value);
        Assert.Equal(Aws.Account, account.BillingAccountId.Value);
        Assert.Equal([Aws.Account], read.Members.Value);
        Assert.Equal("no AWS organization is in use", read.Alone);
    }

    [Fact]
    public async Task A_member_knows_its_organization_but_not_who_else_is_in_it()
    {
        var read = await ReadAsync(request => request.Operation == "DescribeOrganization"
            ? new(200, Described)
            : Aws.DeniedJson("organizations:ListAccounts"));

        Assert.True(read.Row.InUse.Value);
        Assert.Empty(Own(read));
        Assert.Equal("AccessDeniedException: grant organizations:ListAccounts", read.Members.Unread);
        Assert.Equal(["Account", "Folder", "Guardrail"], read.Resources.Cast<Gap>().Select(gap => gap.OfKind).Order());
        Assert.Equal("AccessDeniedException: grant organizations:ListAccounts", read.Alone);
        Assert.Equal("111122223333", read.ManagementId);
    }

    [Fact]
    public async Task An_organization_that_may_not_be_described_is_unread_not_absent()
    {
        var read = await ReadAsync(_ => Aws.DeniedJson("it"));

        Assert.Equal("AccessDeniedException: grant organizations:DescribeOrganization", read.Row.InUse.Unread);
        Assert.Equal(3, read.Resources.OfType<Gap>().Count());
    }

    [Fact]
    public async Task Units_that_are_refused_are_a_gap_and_places_unread()
    {
        var read = await ReadAsync(
            request => request.Operation is "ListOrganizationalUnitsForParent" or "ListAccountsForParent"
            ? Aws.DeniedJson("it")
            : new(200, Answer(request)));

        Assert.Equal(["Account", "Guardrail"], Own(read));
        Assert.Equal("Folder", Assert.Single(read.Resources.OfType<Gap>()).OfKind);
        Assert.All(
            read.Accounts,
            account => Assert.Equal(
                "AccessDeniedException: grant organizations:ListAccountsForParent", account.Folders.Unread));
    }

    [Fact]
    public async Task Of_what_only_accounts_can_own_the_organizations_list_is_complete()
    {
        var read = await ReadAsync(request => new(200, Answer(request)));

        Assert.Equal(
            [
                "AccessKey", "AuditTrail", "BillingExport", "Budget", "Contact", "Grant", "PasswordPolicy", "Role",
                "SecurityService",
            ],
            read.Row.Listed.Keys.Except(Own(read)));
    }

    /// <summary>The kinds that were listed because AWS was asked for them.</summary>
    private static IEnumerable<string> Own(AwsOrganization read) =>
        read.Row.Listed.Keys.Where(kind => kind is "Account" or "Folder" or "Guardrail" or "User" or "Group"
            or "IdentityProvider" or "ConditionalAccess");

    private static async Task<AwsOrganization> ReadAsync(Func<WireRequest, WireReply> answer)
    {
        using LoopbackServer server = new(answer);
        return await Organizations.ReadAsync(Aws.Client(server), TestContext.Current.CancellationToken);
    }

    private static string Answer(WireRequest request)
    {
        bool Names(string id) => request.Body.Contains($"\"{id}\"", StringComparison.Ordinal);
        return request.Operation switch
        {
            "DescribeOrganization" => Described,
            "ListAccounts" when Names("more") => """{"Accounts":[{"Id":"3","Name":"old","Status":"SUSPENDED"}]}""",
            "ListAccounts" =>
                """{"Accounts":[{"Id":"111122223333","Name":"main","Status":"ACTIVE"},"""
                    + """{"Id":"2","Name":"shop","State":"ACTIVE"}],"NextToken":"more"}""",
            "ListRoots" => """{"Roots":[{"Id":"r-1"}]}""",
            "ListOrganizationalUnitsForParent" when Names("r-1") =>
                """{"OrganizationalUnits":[{"Id":"ou-1","Arn":"arn:ou-1","Name":"Workloads"}]}""",
            "ListOrganizationalUnitsForParent" when Names("ou-1") =>
                """{"OrganizationalUnits":[{"Id":"ou-2","Arn":"arn:ou-2","Name":"Production"}]}""",
            "ListOrganizationalUnitsForParent" => """{"OrganizationalUnits":[]}""",
            "ListAccountsForParent" when Names("r-1") => """{"Accounts":[{"Id":"111122223333"}]}""",
            "ListAccountsForParent" when Names("ou-2") => """{"Accounts":[{"Id":"2"}]}""",
            "ListAccountsForParent" => """{"Accounts":[]}""",
            _ when Names("2") => """{"Tags":[{"Key":"env","Value":"prod"}]}""",
            _ => """{"Tags":[]}""",
        };
    }
}
