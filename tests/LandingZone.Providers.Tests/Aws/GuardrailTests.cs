using System.Text.Json;
using LandingZone.Core.Model;
using LandingZone.Providers.Aws;

namespace LandingZone.Providers.Tests.Aws;

public class GuardrailTests
{
    private const string ExceptDeployer = """{"ArnNotLike":{"aws:PrincipalArn":"arn:aws:iam::*:role/deploy"}}""";

    [Theory]
    [InlineData("""{"Effect":"Allow","Action":"*","Resource":["*"]""", "", "")]
    [InlineData("""{"Effect":"Deny","Action":"organizations:LeaveOrganization","Resource":["*"]""",
        "", "LeavingOrganization")]
    [InlineData("""{"Effect":"Deny","Action":["organizations:leave*"],"Resource":["*"]""",
        ExceptDeployer, "LeavingOrganization")]
    [InlineData("""{"Effect":"Deny","Action":"organizations:LeaveOrganization","Resource":["*"]""",
        """{"StringEquals":{"aws:RequestedRegion":"eu-west-1"}}""", "Other")]
    [InlineData("""{"Effect":"Deny","Action":["cloudtrail:StopLogging","cloudtrail:DeleteTrail","cloudtrail:Update*"],"""
        + """  "Resource":["*"]""", "", "AuditTampering")]
    [InlineData("""{"Effect":"Deny","Action":"cloudtrail:*","Resource":["arn:aws:cloudtrail:*:*:trail/org"]""",
        ExceptDeployer, "AuditTampering")]
    [InlineData("""{"Effect":"Deny","Action":"*","Resource":["*"]""", "", "LeavingOrganization,AuditTampering")]
    [InlineData("""{"Effect":"Deny","Action":"cloudtrail:StopLogging","Resource":["*"]""", "", "Other")]
    [InlineData("""{"Effect":"Deny","Action":"*","Resource":["*"]""",
        """{"StringLike":{"aws:PrincipalArn":["arn:aws:iam::*:root"]}}""", "RootUse")]
    [InlineData("""{"Effect":"Deny","Action":"*","Resource":["*"]""",
        """{"ArnLike":{"aws:PrincipalArn":["arn:aws:iam::*:root"]},"Null":{"aws:AssumedRoot":"true"}}""", "RootUse")]
    [InlineData("""{"Effect":"Deny","Action":"*","Resource":["*"]""",
        """{"ArnLike":{"aws:PrincipalArn":["arn:aws:iam::*:root"]},"Null":{"aws:AssumedRoot":"false"}}""", "Other")]
    [InlineData("""{"Effect":"Deny","Action":"*","Resource":["*"]""",
        """{"StringLike":{"aws:PrincipalArn":"arn:aws:iam::*:user/*"}}""", "Other")]
    [InlineData("""{"Effect":"Deny","Action":"ec2:RunInstances","Resource":["arn:aws:ec2:*:*:instance/*"]""",
        """{"StringNotLike":{"ec2:InstanceType":["t3.*","m7g.large"]}}""", "ExpensiveResources")]
    [InlineData("""{"Effect":"Deny","NotAction":["iam:*","sts:*"],"Resource":["*"]""",
        """{"StringNotEquals":{"aws:RequestedRegion":["eu-west-1"]},"""
        + """  "ArnNotLike":{"aws:PrincipalARN":"arn:aws:iam::*:role/deploy"}}""", "OtherRegions")]
    [InlineData("""{"Effect":"Deny","Action":["ec2:RunInstances"],"Resource":["*"]""",
        """{"StringNotEquals":{"aws:RequestedRegion":["eu-west-1"]}}""", "Other")]
    [InlineData("""{"Effect":"Deny","Action":["ec2:RunInstances"],"Resource":["arn:aws:ec2:*:*:network-interface/*"]""",
        """{"Bool":{"ec2:AssociatePublicIpAddress":"true"}}""", "PublicAddresses")]
    [InlineData("""{"Effect":"Deny","Action":["ec2:CreateVolume"],"Resource":["*"]""",
        """{"Bool":{"ec2:Encrypted":false}}""", "UnencryptedDisks")]
    [InlineData("""{"Effect":"Deny","Principal":"*","Action":["s3:*"],"Resource":["*"]""",
        """{"StringNotEqualsIfExists":{"aws:PrincipalOrgID":"o-1"},"""
        + """  "BoolIfExists":{"aws:PrincipalIsAWSService":"false"}}""", "ForeignAccess")]
    [InlineData("""{"Effect":"Deny","Action":"*","Resource":["*"]""",
        """{"StringNotEquals":{"aws:ResourceOrgID":"o-1"}}""", "ForeignAccess")]
    [InlineData("""{"Effect":"Deny","Principal":"*","Action":"s3:*","Resource":["*"]""",
        """{"Bool":{"aws:SecureTransport":"false"}}""", "Other")]
    public async Task What_a_control_policy_denies_is_told_by_its_statements(
        string statement, string condition, string expected)
    {
        var whole = condition.Length == 0 ? "}" : $$""","Condition":{{condition}}}""";
        var guardrail = await ReadAsync("SERVICE_CONTROL_POLICY", $$"""{"Statement":[{{statement}}{{whole}}]}""");

        Assert.Equal(expected, string.Join(',', guardrail.Denies.Value));
        Assert.Equal(GuardrailType.ServiceControlPolicy, guardrail.Type.Value);
        Assert.True(guardrail.Enforced.Value);
    }

    [Fact]
    public async Task What_stops_changes_of_the_trail_may_be_written_in_several_statements()
    {
        var guardrail = await ReadAsync(
            "SERVICE_CONTROL_POLICY",
            """
            {"Statement":[{"Effect":"Deny","Action":["cloudtrail:StopLogging","cloudtrail:DeleteTrail"],"Resource":"*"},
            {"Effect":"Deny","Action":"cloudtrail:UpdateTrail","Resource":"*"}]}
            """);

        Assert.Equal([Denial.AuditTampering], guardrail.Denies.Value);
    }

    [Theory]
    [InlineData("""{"StringNotEquals":{"aws:RequestedRegion":["eu-west-1","eu-central-1"]}}""",
        "eu-central-1,eu-west-1")]
    [InlineData("""{"StringNotLike":{"aws:RequestedRegion":"eu-*"}}""", "eu-*")]
    [InlineData("""{"StringEquals":{"aws:RequestedRegion":"us-east-1"}}""", "")]
    [InlineData("""{"StringNotEquals":{"aws:PrincipalTag/team":"web"}}""", "")]
    public async Task The_regions_that_a_denial_of_all_others_leaves_open_are_allowed(string condition, string expected)
    {
        var guardrail = await ReadAsync(
            "SERVICE_CONTROL_POLICY",
            $$"""
            {"Statement":{"Effect":"Deny","NotAction":["iam:*"],"Resource":"*","Condition":{{condition}} } }
            """);

        Assert.Equal(expected, string.Join(',', guardrail.AllowedRegions.Value));
    }

    [Fact]
    public async Task Of_two_denials_of_other_regions_both_hold()
    {
        const string one = "{\"Effect\":\"Deny\",\"Action\":\"*\",\"Resource\":\"*\",\"Condition\":"
            + "{\"StringNotEquals\":{\"aws:RequestedRegion\":";
        var guardrail = await ReadAsync(
            "SERVICE_CONTROL_POLICY",
            $$"""{"Statement":[{{one}}["eu-west-1","eu-central-1"]} } },{{one}}["eu-west-1","us-east-1"]} } }]}""");

        Assert.Equal(["eu-west-1"], guardrail.AllowedRegions.Value);
    }

    [Theory]
    [InlineData("""{"Null":{"aws:RequestTag/Owner":"true"}}""", "Owner")]
    [InlineData("""{"Null":{"aws:RequestTag/Owner":"true","aws:RequestTag/CostCenter":"true"}}""", "")]
    [InlineData("""{"Null":{"aws:RequestTag/Owner":"false"}}""", "")]
    [InlineData("""{"StringNotEquals":{"aws:RequestTag/Owner":"web"}}""", "")]
    public async Task A_tag_is_required_where_its_absence_alone_is_denied(string condition, string expected)
    {
        var guardrail = await ReadAsync(
            "SERVICE_CONTROL_POLICY",
            $$"""
            {"Statement":{"Effect":"Deny","Action":"ec2:RunInstances","Resource":"arn:aws:ec2:*:*:instance/*",
            "Condition":{{condition}} } }
            """);

        Assert.Equal(expected, string.Join(',', guardrail.RequiredTags.Value));
        Assert.Equal(expected.Length > 0, guardrail.Denies.Value.IsEmpty);
    }

    [Theory]
    [InlineData("AISERVICES_OPT_OUT_POLICY", "AiOptOutPolicy",
        """{"services":{"default":{"opt_out_policy":{"@@assign":"optOut"}}}}""", true, "AiTraining")]
    [InlineData("AISERVICES_OPT_OUT_POLICY", "AiOptOutPolicy",
        """{"services":{"rekognition":{"opt_out_policy":{"@@assign":"optOut"}}}}""", true, "")]
    [InlineData("S3_POLICY", "DeclarativePolicy",
        """{"s3_attributes":{"public_access_block_configuration":{"@@assign":"all"}}}""", true, "PublicBuckets")]
    [InlineData("DECLARATIVE_POLICY_EC2", "DeclarativePolicy",
        """{"ec2_attributes":{"image_block_public_access":{"state":{"@@assign":"block_new_sharing"}},"""
        + """  "snapshot_block_public_access":{"state":{"@@assign":"block_all_sharing"}}}}""", true, "PublicImages")]
    [InlineData("DECLARATIVE_POLICY_EC2", "DeclarativePolicy",
        """{"ec2_attributes":{"image_block_public_access":{"state":{"@@assign":"block_new_sharing"}}}}""", true, "")]
    [InlineData("BACKUP_POLICY", "BackupPolicy", """{"plans":{"daily":{}}}""", true, "MissingBackup")]
    [InlineData("TAG_POLICY", "TagPolicy", """{"tags":{"owner":{"tag_key":{"@@assign":"Owner"}}}}""", false, "")]
    [InlineData("TAG_POLICY", "TagPolicy",
        """{"tags":{"owner":{"enforced_for":{"@@assign":["ec2:instance"]}}}}""", true, "")]
    public async Task A_policy_of_another_type_states_what_it_brings_about(
        string type, string kind, string content, bool enforced, string expected)
    {
        var guardrail = await ReadAsync(type, content);

        Assert.Equal(kind, guardrail.Type.Value.ToString());
        Assert.Equal(enforced, guardrail.Enforced.Value);
        Assert.Equal(expected, string.Join(',', guardrail.Denies.Value));
        Assert.Empty(guardrail.RequiredTags.Value);
        Assert.Empty(guardrail.AllowedRegions.Value);
        Assert.Empty(guardrail.NotScopes.Value);
    }

    [Fact]
    public async Task A_guardrail_holds_where_it_is_attached_but_not_for_the_management_account()
    {
        var guardrail = await ReadAsync("RESOURCE_CONTROL_POLICY", """{"Statement":[]}""");

        Assert.Equal(("arn:policy/p-1", "mine", "o-1"), (guardrail.Id, guardrail.Name, guardrail.OrganizationId));
        Assert.Null(guardrail.AccountId);
        Assert.Equal(["o-1", "arn:ou-1", "444455556666"], guardrail.Scopes.Value);
        Assert.Equal([Aws.Account], guardrail.NotScopes.Value);
        Assert.Empty(guardrail.Exemptions.Value);
    }

    [Fact]
    public async Task What_is_refused_is_unread_and_a_refused_list_is_told()
    {
        using LoopbackServer server = new(request => request.Operation == "ListPolicies"
            ? new(200, """{"Policies":[{"Id":"p-1","Arn":"arn:policy/p-1","Name":"mine"}]}""")
            : Aws.DeniedJson("it"));
        var read = await PoliciesAsync(server, "SERVICE_CONTROL_POLICY");
        using LoopbackServer closed = new(_ => Aws.DeniedJson("it"));
        var refused = await PoliciesAsync(closed, "SERVICE_CONTROL_POLICY");

        var guardrail = Assert.Single(read.Items);
        Assert.Equal("AccessDeniedException: grant organizations:ListTargetsForPolicy", guardrail.Scopes.Unread);
        Assert.Equal("AccessDeniedException: grant organizations:DescribePolicy", guardrail.Denies.Unread);
        Assert.Equal("AccessDeniedException: grant organizations:DescribePolicy", guardrail.RequiredTags.Unread);
        Assert.Equal("AccessDeniedException: grant organizations:DescribePolicy", guardrail.AllowedRegions.Unread);
        Assert.Empty(refused.Items);
        Assert.Equal("AccessDeniedException: grant organizations:ListPolicies", refused.Refused?.Reason);
    }

    private static async Task<Guardrail> ReadAsync(string type, string content)
    {
        using LoopbackServer server = new(request => new(200, request.Operation switch
        {
            "ListPolicies" => """{"Policies":[{"Id":"p-1","Arn":"arn:policy/p-1","Name":"mine"}]}""",
            "ListTargetsForPolicy" =>
                """
                {"Targets":[{"TargetId":"r-1","Arn":"arn:r-1","Type":"ROOT"},
                {"TargetId":"ou-1","Arn":"arn:ou-1","Type":"ORGANIZATIONAL_UNIT"},
                {"TargetId":"444455556666","Arn":"arn:a","Type":"ACCOUNT"}]}
                """,
            _ => $$"""{"Policy":{"Content":{{JsonSerializer.Serialize(content)}} } }""",
        }));
        return Assert.Single((await PoliciesAsync(server, type)).Items);
    }

    private static Task<AwsList<Guardrail>> PoliciesAsync(LoopbackServer server, string type) =>
        OrganizationPolicies.ReadAsync(
            Aws.Client(server), "o-1", Aws.Account, [type], TestContext.Current.CancellationToken);
}
