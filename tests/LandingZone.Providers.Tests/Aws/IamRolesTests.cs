using System.Collections.Immutable;
using LandingZone.Core.Model;

namespace LandingZone.Providers.Tests.Aws;

public class IamRolesTests
{
    private const string Deploy = "arn:aws:iam::111122223333:role/deploy";

    private const string Admin =
        "<AttachedManagedPolicies><member><PolicyName>AdministratorAccess</PolicyName>"
            + "<PolicyArn>arn:aws:iam::aws:policy/AdministratorAccess</PolicyArn></member></AttachedManagedPolicies>";

    [Fact]
    public async Task A_role_states_its_rights_its_use_and_what_it_is_for()
    {
        var rows = await IamAccount.ReadAsync(
            Role(Deploy, "/", Trusting("""{"AWS":"111122223333"}"""),
                $"{Admin}<CreateDate>2020-01-01T00:00:00Z</CreateDate><RoleLastUsed><LastUsedDate>2024-05-06T07:08:09Z"
                    + "</LastUsedDate></RoleLastUsed>"),
            roles: $"<member><Arn>{Deploy}</Arn><Description>Deploys the shop.</Description></member>");

        var role = Assert.Single(rows.OfType<Role>());
        Assert.Equal((Deploy, "deploy", Aws.Account), (role.Id, role.Name, role.AccountId));
        Assert.True(role.Administrator.Value);
        Assert.False(role.PlatformManaged.Value);
        Assert.Equal(new DateTimeOffset(2024, 5, 6, 7, 8, 9, TimeSpan.Zero), role.LastUsed.Value);
        Assert.Equal("Deploys the shop.", role.Description.Value);
    }

    [Theory]
    [InlineData("/aws-service-role/guardduty.amazonaws.com/", true)]
    [InlineData("/aws-reserved/sso.amazonaws.com/eu-west-1/", true)]
    [InlineData("/service-role/", false)]
    [InlineData("/", false)]
    public async Task Service_linked_roles_and_those_of_Identity_Center_are_the_platforms(string path, bool platforms)
    {
        var rows = await IamAccount.ReadAsync(
            Role(Deploy, path, Trusting("""{"Service":"ec2.amazonaws.com"}"""), Admin));

        var role = Assert.Single(rows.OfType<Role>());
        Assert.Equal(platforms, role.PlatformManaged.Value);
        Assert.Equal(platforms, Assert.Single(rows.OfType<Grant>()).PlatformManaged.Value);
        Assert.Empty(role.Trusts.Value);
    }

    [Fact]
    public async Task A_role_that_was_never_used_counts_from_its_making()
    {
        var rows = await IamAccount.ReadAsync(
            Role(
                Deploy, "/", Trusting("""{"AWS":"*"}"""),
                "<CreateDate>2020-01-01T00:00:00Z</CreateDate><RoleLastUsed/>"),
            roles: null);

        var role = Assert.Single(rows.OfType<Role>());
        Assert.Equal(new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero), role.LastUsed.Value);
        Assert.Equal("AccessDenied: grant iam:ListRoles", role.Description.Unread);
    }

    [Theory]
    [InlineData("""{"AWS":"arn:aws:iam::111122223333:root"}""", "", "Organization False")]
    [InlineData("""{"AWS":["444455556666"]}""", "", "Organization False")]
    [InlineData("""{"AWS":"arn:aws:iam::999988887777:user/eve"}""", "", "Outsider False")]
    [InlineData("""{"AWS":"999988887777"}""", """{"StringEquals":{"sts:ExternalId":"x"}}""", "Outsider True")]
    [InlineData("""{"AWS":"999988887777"}""", """{"StringEqualsIfExists":{"sts:ExternalId":"x"}}""", "Outsider False")]
    [InlineData("""{"AWS":"999988887777"}""", """{"StringLike":{"sts:ExternalId":"*"}}""", "Outsider False")]
    [InlineData("""{"AWS":"999988887777"}""", """{"Bool":{"aws:MultiFactorAuthPresent":"true"}}""", "Outsider False")]
    [InlineData("\"*\"", "", "Anyone False")]
    [InlineData("""{"AWS":"*"}""", """{"StringEquals":{"aws:PrincipalOrgID":"o-1"}}""", "Anyone True")]
    [InlineData("""{"AWS":"*"}""", """{"ArnLike":{"aws:PrincipalArn":"arn:aws:iam::*:role/x"}}""", "Anyone False")]
    [InlineData("""{"Federated":"arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com"}""",
        """{"StringEquals":{"token.actions.githubusercontent.com:aud":"sts.amazonaws.com"}}""", "Federation False")]
    [InlineData("""{"Federated":"arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com"}""",
        """{"StringLike":{"token.actions.githubusercontent.com:sub":"repo:shop/*"}}""", "Federation True")]
    [InlineData("""{"Federated":"arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com"}""",
        """{"StringLike":{"token.actions.githubusercontent.com:sub":"repo:*"}}""", "Federation False")]
    [InlineData("""{"Federated":"arn:aws:iam::111122223333:saml-provider/corp"}""",
        """{"StringEquals":{"SAML:aud":"https://signin.aws.amazon.com/saml"}}""", "Federation True")]
    [InlineData("""{"Federated":"cognito-identity.amazonaws.com"}""",
        """{"ForAnyValue:StringLike":{"cognito-identity.amazonaws.com:amr":"authenticated"}}""", "Federation True")]
    [InlineData("""{"Federated":"cognito-identity.amazonaws.com"}""",
        """{"ForAnyValue:StringLike":{"cognito-identity.amazonaws.com:amr":"unauthenticated"}}""", "Federation False")]
    [InlineData("""{"AWS":"AROAEXAMPLEOFADELETEDROLE"}""", "", "")]
    public async Task Who_may_take_a_role_on_is_stated(string principal, string condition, string expected)
    {
        var rows = await IamAccount.ReadAsync(
            Role(Deploy, "/", Trusting(principal, condition)),
            members: ImmutableArray.Create(Aws.Account, "444455556666"));

        var trusts = Assert.Single(rows.OfType<Role>()).Trusts.Value;
        Assert.Equal(expected, string.Join(';', trusts.Select(trust => $"{trust.Party} {trust.Conditional}")));
    }

    [Fact]
    public async Task A_statement_that_lets_nobody_take_the_role_on_is_no_trust()
    {
        const string tagging = """{"Statement":{"Effect":"Allow","Principal":"*","Action":"sts:TagSession"}}""";
        const string denial = """{"Statement":{"Effect":"Deny","Principal":"*","Action":"sts:AssumeRole"}}""";

        foreach (var policy in new[] { tagging, denial })
        {
            var rows = await IamAccount.ReadAsync(Role(Deploy, "/", policy));
            Assert.Empty(Assert.Single(rows.OfType<Role>()).Trusts.Value);
        }
    }

    [Theory]
    [InlineData("""{"AWS":"999988887777"}""", false)]
    [InlineData("""{"AWS":"111122223333"}""", true)]
    [InlineData("\"*\"", true)]
    public async Task Whether_an_account_is_a_stranger_is_unread_where_the_organizations_are_not_known(
        string principal, bool isRead)
    {
        var rows = await IamAccount.ReadAsync(
            Role(Deploy, "/", Trusting(principal)), members: (Fact<ImmutableArray<string>>)new Unread("AccessDenied"));

        Assert.Equal(isRead, Assert.Single(rows.OfType<Role>()).Trusts.IsRead);
    }

    [Fact]
    public async Task A_trust_policy_that_is_not_readable_is_unread_not_empty()
    {
        var rows = await IamAccount.ReadAsync(Role(Deploy, "/", "no policy"));

        Assert.False(Assert.Single(rows.OfType<Role>()).Trusts.IsRead);
    }

    [Fact]
    public async Task A_group_states_its_members_and_its_rights()
    {
        var rows = await IamAccount.ReadAsync(
            $"""
            <UserDetailList>
              <member><UserName>ann</UserName><Arn>arn:aws:iam::111122223333:user/ann</Arn>
                <GroupList><member>admins</member></GroupList></member>
              <member><UserName>bob</UserName><Arn>arn:aws:iam::111122223333:user/bob</Arn><GroupList/></member>
            </UserDetailList>
            <GroupDetailList><member><GroupName>admins</GroupName><Arn>arn:aws:iam::111122223333:group/admins</Arn>
              {Admin}</member></GroupDetailList>
            """);

        var group = Assert.Single(rows.OfType<Group>());
        Assert.True(group.Administrator.Value);
        Assert.Equal(["ann"], group.Members.Value);
        var grant = Assert.Single(rows.OfType<Grant>());
        Assert.Equal(PrincipalType.Group, grant.PrincipalType.Value);
        Assert.Equal(
            "arn:aws:iam::111122223333:group/admins/arn:aws:iam::aws:policy/AdministratorAccess", grant.Id);
    }

    [Theory]
    [InlineData("AdministratorAccess", "", "Administrator")]
    [InlineData("IAMFullAccess", "", "AccessAdministrator")]
    [InlineData("PowerUserAccess", "", "Editor")]
    [InlineData("ReadOnlyAccess", "", "Limited")]
    [InlineData("AdministratorAccess", "PowerUserAccess", "Editor")]
    [InlineData("PowerUserAccess", "AdministratorAccess", "Editor")]
    [InlineData("PowerUserAccess", "IAMFullAccess", "Limited")]
    [InlineData("ReadOnlyAccess", "AdministratorAccess", "Limited")]
    public async Task A_grant_gives_what_its_policy_and_the_boundary_both_allow(
        string policy, string boundary, string expected)
    {
        var limit = boundary.Length == 0 ? "" : "<PermissionsBoundary><PermissionsBoundaryArn>arn:aws:iam::aws:policy/"
            + $"{boundary}</PermissionsBoundaryArn></PermissionsBoundary>";
        var rows = await IamAccount.ReadAsync(Role(
            Deploy, "/", Trusting("""{"Service":"ec2.amazonaws.com"}"""),
            Admin.Replace("AdministratorAccess", policy, StringComparison.Ordinal) + limit));

        var grant = Assert.Single(rows.OfType<Grant>());
        Assert.Equal(expected, grant.Privilege.Value.ToString());
        Assert.Equal((policy, false), (grant.Role.Value, grant.Custom.Value));
        Assert.Equal((Deploy, "deploy"), (grant.PrincipalId.Value, grant.PrincipalName.Value));
        Assert.Equal((PrincipalType.Role, ScopeLevel.Account), (grant.PrincipalType.Value, grant.Level.Value));
        Assert.Equal([Aws.Account], grant.Scopes.Value);
        Assert.True(grant.Standing.Value);
        Assert.False(grant.External.Value);
    }

    [Fact]
    public async Task A_policy_written_into_a_principal_is_a_grant_of_its_own()
    {
        var document = Uri.EscapeDataString("""{"Statement":{"Effect":"Allow","Action":"iam:*","Resource":"*"}}""");
        var rows = await IamAccount.ReadAsync(Role(
            Deploy, "/", Trusting("""{"Service":"ec2.amazonaws.com"}"""),
            $"<RolePolicyList><member><PolicyName>grants</PolicyName><PolicyDocument>{document}</PolicyDocument>"
                + "</member></RolePolicyList>"));

        var grant = Assert.Single(rows.OfType<Grant>());
        Assert.Equal($"{Deploy}/grants", grant.Id);
        Assert.True(grant.Custom.Value);
        Assert.Equal(Privilege.AccessAdministrator, grant.Privilege.Value);
    }

    private static string Trusting(string principal, string condition = "") =>
        $$"""{"Statement":[{"Effect":"Allow","Principal":{{principal}},"Action":["sts:AssumeRole*","sts:TagSession"]"""
            + (condition.Length == 0 ? "}]}" : $$""","Condition":{{condition}}}]}""");

    private static string Role(string arn, string path, string trust, string more = "") =>
        $"<UserDetailList/><RoleDetailList><member><RoleName>{arn.Split('/')[^1]}</RoleName><Arn>{arn}</Arn>"
            + $"<Path>{path}</Path><AssumeRolePolicyDocument>{Uri.EscapeDataString(trust)}</AssumeRolePolicyDocument>"
            + $"{more}</member></RoleDetailList>";
}
