using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using Amazon.Runtime;
using Amazon.Runtime.Internal.Auth;

namespace LandingZone.Providers.Aws;

/// <summary>Signature Version 4 over the SDK's primitive.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/UserGuide/create-signed-request.html"/>
internal static class AwsSigner
{
    public const string UserAgent = "LandingZone/0.1";

    private static readonly UriCreationOptions AsSigned = new() { DangerousDisablePathAndQueryCanonicalization = true };

    /// <summary>RFC 3986 percent-encoding: everything but letters, digits and <c>-._~</c>.</summary>
    public static string Encode(string text) => Uri.EscapeDataString(text);

    /// <summary>The request, signed for this moment.</summary>
    public static HttpRequestMessage Sign(
        AwsRequest request,
        AwsService service,
        AwsEndpoint endpoint,
        ImmutableCredentials credentials,
        DateTimeOffset now)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(request.Body));
        var path = endpoint.Address.AbsolutePath.TrimEnd('/') + request.Path;
        var query = string.Join('&', request.Query
            .Select(pair => (Name: Encode(pair.Name), Value: Encode(pair.Value)))
            .OrderBy(pair => pair.Name, StringComparer.Ordinal)
            .ThenBy(pair => pair.Value, StringComparer.Ordinal)
            .Select(pair => $"{pair.Name}={pair.Value}"));
        var headers = SignedHeaders(request, service, endpoint, credentials, hash, now);
        var names = string.Join(';', headers.Keys);
        var canonical = string.Join('\n', [
            request.Method.Method,
            CanonicalPath(path, service),
            query,
            .. headers.Select(header => $"{header.Key}:{header.Value}"),
            "",
            names,
            hash,
        ]);
        var signature = AWS4Signer.ComputeSignature(
            credentials, endpoint.SigningRegion, now.UtcDateTime, service.SigningName, names, canonical);
        var target = endpoint.Address.GetLeftPart(UriPartial.Authority) + path + (query.Length == 0 ? "" : $"?{query}");
        return Message(request, new Uri(target, AsSigned), headers, signature.ForAuthorizationHeader);
    }

    private static SortedDictionary<string, string> SignedHeaders(
        AwsRequest request,
        AwsService service,
        AwsEndpoint endpoint,
        ImmutableCredentials credentials,
        string hash,
        DateTimeOffset now)
    {
        var headers = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["host"] = endpoint.Address.Authority,
            ["x-amz-date"] = now.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture),
        };
        if (service.SigningName == "s3")
        {
            headers["x-amz-content-sha256"] = hash;
        }

        if (credentials.UseToken)
        {
            headers["x-amz-security-token"] = credentials.Token;
        }

        foreach (var (name, value) in request.Headers)
        {
            headers[name] = value.Trim();
        }

        return headers;
    }

    /// <summary>S3 signs the path as it is sent; every other service encodes it a second time.</summary>
    private static string CanonicalPath(string path, AwsService service) =>
        service.SigningName == "s3" ? path : string.Join('/', path.Split('/').Select(Encode));

    private static HttpRequestMessage Message(
        AwsRequest request, Uri target, SortedDictionary<string, string> headers, string authorization)
    {
        var message = new HttpRequestMessage(request.Method, target);
        if (request.Method == HttpMethod.Post || headers.ContainsKey("content-type"))
        {
            message.Content = new ByteArrayContent(request.Body);
        }

        foreach (var (name, value) in headers)
        {
            if (name == "content-type")
            {
                message.Content!.Headers.ContentType = MediaTypeHeaderValue.Parse(value);
            }
            else if (name != "host")
            {
                message.Headers.TryAddWithoutValidation(name, value);
            }
        }

        message.Headers.TryAddWithoutValidation("Authorization", authorization);
        message.Headers.TryAddWithoutValidation("User-Agent", UserAgent);
        return message;
    }
}
