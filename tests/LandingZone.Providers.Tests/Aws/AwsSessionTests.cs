using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using LandingZone.Core.Model;
using LandingZone.Providers.Aws;
using LandingZone.Providers.Http;

namespace LandingZone.Providers.Tests.Aws;

[Collection(EnvironmentTests.Name)]
public sealed class AwsSessionTests : IDisposable
{
    private readonly HttpSender _sender = new(Aws.Quick, TimeProvider.System);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _sender.Dispose();

    [Fact]
    public async Task Without_credentials_anywhere_it_says_where_it_looked_and_waits_for_nothing()
    {
        using AwsEnvironment environment = new();
        var start = Stopwatch.GetTimestamp();

        var error = await FailAsync(new AwsOptions());

        Assert.StartsWith(
            "no AWS credentials: looked in the environment, the profiles, SSO and the container's credentials; the "
                + "instance metadata service was not asked.",
            error.Message,
            StringComparison.Ordinal);
        Assert.Contains("lz audit --demo", error.Message, StringComparison.Ordinal);
        Assert.True(Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(2));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("prod")]
    public async Task A_profile_that_does_not_exist_is_told_with_those_that_do(string? option)
    {
        using AwsEnvironment environment = new(("AWS_PROFILE", "prod"));
        AwsEnvironment.Config("[profile audit]\naws_access_key_id = a\naws_secret_access_key = b\n[profile "
            + "dev]\naws_access_key_id = a\naws_secret_access_key = b\n");

        var error = await FailAsync(new AwsOptions { Profile = option });

        Assert.Equal("AWS profile 'prod' does not exist: there are audit, dev", error.Message);
    }

    [Fact]
    public void A_profile_gives_its_region_and_its_endpoints()
    {
        using AwsEnvironment environment = new();
        AwsEnvironment.Config(
            """
            [profile audit]
            aws_access_key_id = a
            aws_secret_access_key = b
            region = eu-central-1
            services = local
            [services local]
            s3 =
              endpoint_url = http://127.0.0.1:9000
            s3_control =
              endpoint_url = http://127.0.0.1:9001
            """);

        var session = AwsSession.Open(new AwsOptions { Profile = "audit" }, _sender, TimeProvider.System);

        Assert.Equal("eu-central-1", session.Region);
        string Find(AwsService service) => session.Endpoints.Find(service, "eu-central-1", "1").Address.AbsoluteUri;
        Assert.Equal("http://127.0.0.1:9000/", Find(AwsService.S3));
        Assert.Equal("http://127.0.0.1:9001/", Find(AwsService.S3Control));
        Assert.Equal("https://ec2.eu-central-1.amazonaws.com/", Find(AwsService.Ec2));
    }

    [Fact]
    public void A_services_own_address_in_the_environment_wins_over_the_general_one()
    {
        using AwsEnvironment environment = new(
            ("AWS_ENDPOINT_URL", "http://127.0.0.1:1/"), ("AWS_ENDPOINT_URL_S3_CONTROL", "http://127.0.0.1:2/"));
        AwsEndpoints endpoints = new(null, null);

        Assert.Equal(2, endpoints.Find(AwsService.S3Control, "us-east-1", "1").Address.Port);
        Assert.Equal(1, endpoints.Find(AwsService.Ec2, "us-east-1", "1").Address.Port);
    }

    [Fact]
    public async Task A_profile_with_a_region_that_does_not_exist_is_told()
    {
        using AwsEnvironment environment = new();
        AwsEnvironment.Config("[profile audit]\naws_access_key_id = a\naws_secret_access_key = b\nregion = eu-wst-1\n");

        var error = await FailAsync(new AwsOptions { Profile = "audit" });

        Assert.Contains("Did you mean 'eu-west-1'?", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_sign_in_that_is_missing_or_over_names_the_command(bool isExpired)
    {
        using AwsEnvironment environment = new();
        AwsEnvironment.Config(
            """
            [profile audit]
            sso_session = corp
            sso_account_id = 111122223333
            sso_role_name = Audit
            region = us-east-1
            [sso-session corp]
            sso_region = us-east-1
            sso_start_url = https://corp.awsapps.com/start
            """);
        if (isExpired)
        {
            CacheToken("corp", "https://corp.awsapps.com/start", "2020-01-01T00:00:00Z");
        }

        var error = await FailAsync(new AwsOptions { Profile = "audit" });

        Assert.Equal(
            "no AWS credentials: the SSO sign-in is missing or has expired: aws sso login --profile audit", error.Message);
    }

    [Fact]
    public async Task Keys_that_AWS_does_not_know_are_told_without_their_secret()
    {
        using LoopbackServer server = new(_ => new WireReply(
            403,
            "<ErrorResponse><Error><Code>InvalidClientTokenId</Code><Message>The security token included in the "
                + "request is invalid.</Message></Error></ErrorResponse>"));
        using var environment = AwsEnvironment.At(server.Url);

        var error = await FailAsync(new AwsOptions());

        Assert.Equal(
            "AWS does not accept the credentials: InvalidClientTokenId: The security token included in the request is "
                + "invalid.",
            error.Message);
    }

    [Fact]
    public async Task An_endpoint_that_nobody_listens_at_is_told_soon()
    {
        using var environment = AwsEnvironment.At($"http://127.0.0.1:{LoopbackServer.FreePort()}/");
        var start = Stopwatch.GetTimestamp();

        var error = await FailAsync(new AwsOptions());

        Assert.StartsWith("AWS cannot be reached: 127.0.0.1:", error.Message, StringComparison.Ordinal);
        Assert.Contains("refused the connection", error.Message, StringComparison.Ordinal);
        Assert.True(Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(5));
    }

    private Task<ProviderException> FailAsync(AwsOptions options) => Assert.ThrowsAsync<ProviderException>(
        () => new AwsProvider(options, _sender, TimeProvider.System).DiscoverAsync(Cancellation));

    /// <summary>As the AWS CLI keeps the token of a sign-in, under the SHA-1 of the session's name.</summary>
    private static void CacheToken(string session, string url, string expires)
    {
        var folder = Path.Combine(Environment.GetEnvironmentVariable("HOME")!, ".aws", "sso", "cache");
        Directory.CreateDirectory(folder);
#pragma warning disable CA5350 // The CLI's file names are SHA-1; nothing is secured by it.
        var name = Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes(session)));
#pragma warning restore CA5350
        File.WriteAllText(
            Path.Combine(folder, $"{name}.json"),
            $$"""{"startUrl":"{{url}}","region":"us-east-1","accessToken":"t","expiresAt":"{{expires}}"}""");
    }
}
