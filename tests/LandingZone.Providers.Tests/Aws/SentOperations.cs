using System.Collections.Concurrent;
using LandingZone.Providers.Aws;

namespace LandingZone.Providers.Tests.Aws;

/// <summary>Passes requests on and notes which operations they are.</summary>
internal sealed class SentOperations() : DelegatingHandler(new SocketsHttpHandler())
{
    private readonly ConcurrentDictionary<string, bool> _all = new();

    public IEnumerable<string> All => _all.Keys;

    /// <summary>An operation's name; for REST the verb, the path without the bucket, and the sub-resource.</summary>
    public static string Describe(AwsOperation operation) => operation.Service.Protocol == AwsProtocol.RestXml
        ? $"{operation.Method} {operation.Path.Replace("{Bucket}", "", StringComparison.Ordinal)}"
        : operation.Name;

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        _all[await NameAsync(request, cancellationToken)] = true;
        return await base.SendAsync(request, cancellationToken);
    }

    private static async Task<string> NameAsync(HttpRequestMessage request, CancellationToken cancellation)
    {
        if (request.Headers.TryGetValues("x-amz-target", out var target))
        {
            return target.Single().Split('.')[^1];
        }

        if (request.Content is { } content)
        {
            return (await content.ReadAsStringAsync(cancellation)).Split('&')[0]
                .Replace("Action=", "", StringComparison.Ordinal);
        }

        var path = request.RequestUri!.AbsolutePath.Count(
            letter => letter == '/') == 1 ? "/" : request.RequestUri.AbsolutePath;
        var setting = request.RequestUri.Query.EndsWith('=') ? request.RequestUri.Query.TrimEnd('=') : "";
        return $"{request.Method} {path}{setting}";
    }
}
