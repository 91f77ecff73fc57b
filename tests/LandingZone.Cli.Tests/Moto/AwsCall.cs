using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace LandingZone.Cli.Tests.Moto;

/// <summary>
/// One request of <c>lz</c>, in AWS's words: who asks which operation of which service, about what. Account is the one
/// whose credentials signed it (empty where the key is not known), Bucket that of an S3 request by path (empty for any
/// other), Form the body.
/// </summary>
internal sealed partial record AwsCall(
    string Account,
    string Region,
    string Service,
    string Operation,
    AwsProtocol Protocol,
    string Bucket,
    string Form)
{
    /// <summary>The path and query as sent, for the log of a failing test.</summary>
    public required string Target { get; init; }

    /// <summary>Service and operation: <c>s3:GetBucketPolicyStatus</c>. The right to it may have another name.</summary>
    public string Action => $"{Service}:{Operation}";

    public string Parameter(string name) =>
        Uri.UnescapeDataString(Regex.Match(Form, $"(?:^|&){Regex.Escape(name)}=([^&]*)").Groups[1].Value);

    public static AwsCall From(HttpContext context, string body, Func<string, string> accountOfKey)
    {
        // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-authentication-methods.html
        var scope = CredentialScope().Match(context.Request.Headers.Authorization.ToString());
        var (key, region, service) = (scope.Groups[1].Value, scope.Groups[2].Value, scope.Groups[3].Value);
        var path = context.Request.Path.Value!;
        var target = context.Request.Headers["X-Amz-Target"].ToString();
        var (protocol, operation) = (service, target) switch
        {
            ("s3", _) when path.StartsWith("/v20180820/", StringComparison.Ordinal) =>
                (AwsProtocol.S3Control, S3Operations.OfControl(context.Request.Method, path)),
            ("s3", _) => (AwsProtocol.S3, S3Operations.Of(context.Request.Method, path, context.Request.Query)),
            (_, not "") => (AwsProtocol.Json, target[(target.LastIndexOf('.') + 1)..]),
            ("ec2", _) => (AwsProtocol.Ec2, ActionOf(body)),
            _ => (AwsProtocol.Query, ActionOf(body)),
        };
        // Both parts of S3 sign as s3, but their operations share names.
        service = protocol == AwsProtocol.S3Control ? "s3control" : service;
        var bucket = protocol == AwsProtocol.S3 ? path.Split('/')[1] : "";
        return new AwsCall(accountOfKey(key), region, service, operation, protocol, bucket, body)
        {
            Target = path + context.Request.QueryString,
        };
    }

    private static string ActionOf(string form) => ActionField().Match(form).Groups[1].Value;

    [GeneratedRegex(@"Credential=([^/]+)/\d{8}/([^/]+)/([^/]+)/aws4_request")]
    private static partial Regex CredentialScope();

    [GeneratedRegex("(?:^|&)Action=([^&]*)")]
    private static partial Regex ActionField();
}

/// <summary>How a service speaks, which decides how it refuses.</summary>
internal enum AwsProtocol
{
    Query,
    Ec2,
    Json,
    S3,
    S3Control,
}
