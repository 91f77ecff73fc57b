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
    [InlineData("""{"Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}""", true)]
    [InlineData("""{"Statement":[{"Effect":"Allow","Action":["s3:*","*"],"Resource":["*"]}]}""", true)]
    [InlineData("""{"Statement":[{"Effect":"Allow","Action":"*:*","Resource":"*","Condition":{}}]}""", true)]
    [InlineData("""{"Statement":[{"Effect":"Deny","Action":"*","Resource":"*"}]}""", false)]
    [InlineData("""{"Statement":[{"Effect":"Allow","Action":"iam:*","Resource":"*"}]}""", false)]
    [InlineData("""{"Statement":[{"Effect":"Allow","NotAction":"iam:*","Resource":"*"}]}""", false)]
    [InlineData("""{"Statement":[{"Effect":"Allow","Action":"*","Resource":"arn:aws:s3:::b"}]}""", false)]
    public void Everything_is_every_action_on_every_resource(string policy, bool expected) =>
        Assert.Equal(expected, AwsPolicy.Parse(policy)!.AllowsEverything);
}
