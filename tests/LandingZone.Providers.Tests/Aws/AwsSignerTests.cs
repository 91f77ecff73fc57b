using System.Text;
using Amazon.Runtime;
using LandingZone.Providers.Aws;

namespace LandingZone.Providers.Tests.Aws;

public class AwsSignerTests
{
    private static readonly ImmutableCredentials Keys =
        new("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", null);

    private static readonly DateTimeOffset Moment = new(2015, 8, 30, 12, 36, 0, TimeSpan.Zero);

    /// <summary>
    /// Vectors that AWS publishes: get-vanilla of its test suite, and ListUsers of the guide to signing.
    /// </summary>
    [Theory]
    [InlineData("service", "example.amazonaws.com", "",
        "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31")]
    [InlineData("iam", "iam.amazonaws.com", "Action=ListUsers&Version=2010-05-08",
        "5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7")]
    public void A_signature_is_the_published_one(string service, string host, string query, string expected)
    {
        var parameters = query.Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(pair => (pair.Split('=')[0], pair.Split('=')[1])).ToList();
        List<(string, string)> headers = query.Length == 0
            ? []
            : [("content-type", "application/x-www-form-urlencoded; charset=utf-8")];
        AwsRequest request = new(HttpMethod.Get, "/", parameters, headers, []);

        var signed = Sign(request, new AwsService(service, service, AwsProtocol.Query, "", 0), host, Keys);

        Assert.EndsWith($"Signature={expected}", signed, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("s3", "GET", "/bucket%20with%20space/a%2Bb", "policy=&x-id=a b/c", "")]
    [InlineData("s3", "GET", "/", "continuation-token=a+b/c=&max-buckets=1000", "")]
    [InlineData("ec2", "POST", "/", "", "Action=DescribeVpcs&Version=2016-11-15")]
    [InlineData("lambda", "GET", "/2015-03-31/functions/arn%3Aaws%3Alambda/policy", "", "")]
    public async Task A_signature_is_the_one_that_botocore_makes(
        string service, string method, string path, string query, string body)
    {
        Tool.Require(Tool.Exists("python3"), "python3 is not installed");
        var parameters = query.Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(pair => (pair.Split('=', 2)[0], pair.Split('=', 2)[1])).ToList();
        ImmutableCredentials session = new(Keys.AccessKey, Keys.SecretKey, "a/session+token==");
        AwsRequest request = new(new HttpMethod(method), path, parameters, [], Encoding.UTF8.GetBytes(body));

        var signed = Sign(
            request, new AwsService(service, service, AwsProtocol.RestXml, "", 0), "127.0.0.1:5000", session);

        Assert.Equal(await BotocoreAsync(service, method, path, query, body), signed.Split("Signature=")[1]);
    }

    private static string Sign(AwsRequest request, AwsService service, string host, ImmutableCredentials keys)
    {
        AwsEndpoint endpoint = new(new Uri($"https://{host}/"), "us-east-1", false);
        using var message = AwsSigner.Sign(request, service, endpoint, keys, Moment);
        return message.Headers.GetValues("Authorization").Single();
    }

    private static async Task<string> BotocoreAsync(
        string service, string method, string path, string query, string body)
    {
        const string script = """
            import sys, datetime, urllib.parse
            from unittest import mock
            import botocore.auth, botocore.awsrequest, botocore.credentials
            service, method, path, query, body = sys.argv[1:]
            keys = botocore.credentials.Credentials(
                'AKIDEXAMPLE', 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY', 'a/session+token==')
            kind = botocore.auth.S3SigV4Auth if service == 's3' else botocore.auth.SigV4Auth
            pairs = dict(pair.split('=', 1) for pair in query.split('&') if pair)
            url = 'https://127.0.0.1:5000' + path
            request = botocore.awsrequest.AWSRequest(method=method, url=url, params=pairs, data=body.encode())
            request.context['payload_signing_enabled'] = True
            moment = datetime.datetime(2015, 8, 30, 12, 36, 0)
            with mock.patch('botocore.auth.get_current_datetime', return_value=moment):
                kind(keys, service, 'us-east-1').add_auth(request)
            print(request.headers['Authorization'].split('Signature=')[1], end='')
            """;
        return await Tool.PythonAsync(script, service, method, path, query, body);
    }
}
