using LandingZone.Providers.Aws;

namespace LandingZone.Providers.Tests.Aws;

public class AwsPolicyTests
{
    private const string Both = """["arn:aws:s3:::b","arn:aws:s3:::b/*"]""";

    private const string NoTls = """{"Bool":{"aws:SecureTransport":"false"}}""";

    [Theory]
    [InlineData("Deny", "\"*\"", "\"s3:*\"", Both, NoTls, true)]
    [InlineData("Deny", """{"AWS":"*"}""", "\"*\"", Both, NoTls, true)]
    [InlineData("Deny", """{"AWS":["*"]}""", """["s3:*"]""", "\"*\"",
        """{"BoolIfExists":{"aws:securetransport":[false]}}""", true)]
    [InlineData("Deny", "\"*\"", "\"s3:*\"", "\"arn:aws:s3:::b*\"", NoTls, true)]
    [InlineData("Deny", "\"*\"", "\"s3:*\"", "\"arn:aws:s3:::b/*\"", NoTls, false)]
    [InlineData("Deny", "\"*\"", "\"s3:*\"", "\"arn:aws:s3:::b\"", NoTls, false)]
    [InlineData("Deny", "\"*\"", "\"s3:GetObject\"", Both, NoTls, false)]
    [InlineData("Deny", """{"AWS":"arn:aws:iam::111122223333:root"}""", "\"s3:*\"", Both, NoTls, false)]
    [InlineData("Allow", "\"*\"", "\"s3:*\"", Both, NoTls, false)]
    [InlineData("Deny", "\"*\"", "\"s3:*\"", Both, """{"Bool":{"aws:SecureTransport":"true"}}""", false)]
    [InlineData("Deny", "\"*\"", "\"s3:*\"", Both,
        """{"Bool":{"aws:SecureTransport":"false"},"StringEquals":{"aws:PrincipalAccount":"1"}}""", false)]
    [InlineData("Deny", "\"*\"", "\"s3:*\"", Both,
        """{"Bool":{"aws:SecureTransport":"false","aws:ViaAWSService":"false"}}""", false)]
    public void Only_a_denial_to_everybody_of_everything_demands_TLS(
        string effect, string principal, string action, string resource, string condition, bool expected)
    {
        var policy = AwsPolicy.Parse(
            $$"""
            {"Statement":[{"Effect":"{{effect}}","Principal":{{principal}},"Action":{{action}},
            "Resource":{{resource}},"Condition":{{condition}}}]}
            """);

        Assert.Equal(expected, policy!.DeniesPlainHttp("arn:aws:s3:::b"));
    }

    [Fact]
    public void Two_statements_may_share_the_bucket_and_its_objects()
    {
        const string rest = "\"Effect\":\"Deny\",\"Principal\":\"*\",\"Action\":\"s3:*\",\"Condition\":" + NoTls;
        var policy = AwsPolicy.Parse(
            $$"""{"Statement":[{"Resource":"arn:aws:s3:::b",{{rest}}},{"Resource":"arn:aws:s3:::b/*",{{rest}}}]}""");

        Assert.True(policy!.DeniesPlainHttp("arn:aws:s3:::b"));
    }

    [Theory]
    [InlineData("""{"Effect":"Allow","Action":"*","Resource":"*"}""", "Administrator")]
    [InlineData("""{"Effect":"Allow","Action":["s3:*","*"],"Resource":["*"]}""", "Administrator")]
    [InlineData("""{"Effect":"Allow","Action":"*:*","Resource":"*","Condition":{}}""", "Administrator")]
    [InlineData("""{"Effect":"Deny","Action":"*","Resource":"*"}""", "Limited")]
    [InlineData("""{"Effect":"Allow","Action":"iam:*","Resource":"*"}""", "AccessAdministrator")]
    [InlineData("""{"Effect":"Allow","Action":["s3:*","IAM:*"],"Resource":"*"}""", "AccessAdministrator")]
    [InlineData("""{"Effect":"Allow","Action":"iam:Get*","Resource":"*"}""", "Limited")]
    [InlineData("""{"Effect":"Allow","Action":"iam:*","Resource":"arn:aws:iam::111122223333:user/a"}""", "Limited")]
    [InlineData("""{"Effect":"Allow","NotAction":["iam:*","organizations:*"],"Resource":"*"}""", "Editor")]
    [InlineData("""{"Effect":"Allow","NotAction":"billing:*","Resource":"*"}""", "AccessAdministrator")]
    [InlineData("""{"Effect":"Allow","Action":"*","Resource":"arn:aws:s3:::b"}""", "Limited")]
    public void A_policy_gives_what_it_allows_on_every_resource(string statement, string expected)
    {
        Assert.Equal(expected, AwsPolicy.Parse($$"""{"Statement":[{{statement}}]}""")!.Privilege.ToString());
        Assert.Equal(expected, AwsPolicy.Parse($$"""{"Statement":{{statement}}}""")!.Privilege.ToString());
    }
}
