using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Amazon.Runtime;
using LandingZone.Providers.Http;

namespace LandingZone.Providers.Aws;

/// <summary>
/// Calls AWS in one account and region: signs, retries, pages, and turns refusals into values. It knows no setting.
/// </summary>
/// <remarks>
/// S3 is addressed by path (<c>s3.REGION.amazonaws.com/BUCKET</c>): AWS supports it in all regions for buckets of any
/// name, those with dots included, and one connection then serves all buckets of a region.
/// </remarks>
/// <seealso href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/VirtualHosting.html"/>
public sealed class AwsClient
{
    private readonly AwsSession _session;
    private readonly AWSCredentials _credentials;

    internal AwsClient(AwsSession session, AWSCredentials credentials, string accountId, string region)
    {
        _session = session;
        _credentials = credentials;
        AccountId = accountId;
        Region = region;
    }

    /// <summary>The account whose credentials sign.</summary>
    public string AccountId { get; }

    public string Region { get; }

    public string Partition => AwsEndpoints.PartitionOf(Region);

    /// <summary>The same account in another region.</summary>
    public AwsClient In(string region) => new(_session, _credentials, AccountId, region);

    /// <summary>The ARN of something in this account and region.</summary>
    public string Arn(string service, string resource) => $"arn:{Partition}:{service}:{Region}:{AccountId}:{resource}";

    /// <summary>Gets credentials to sign with; null when there are some, else why not.</summary>
    public async Task<string?> SignInAsync(CancellationToken cancellation)
    {
        try
        {
            await _credentials.GetCredentialsAsync().WaitAsync(cancellation);
            return null;
        }
        catch (Exception failure) when (AwsCredentialFailure.Is(failure) && !cancellation.IsCancellationRequested)
        {
            return AwsCredentialFailure.Describe(failure, _session.Profile);
        }
    }

    public Task<AwsAnswer<T>> CallAsync<T>(AwsOperation<T> operation, CancellationToken cancellation)
        where T : class => CallAsync(operation, [], cancellation);

    /// <summary>Calls once; a refusal is an answer without a body.</summary>
    public async Task<AwsAnswer<T>> CallAsync<T>(
        AwsOperation<T> operation,
        IReadOnlyList<(string Name, JsonNode Value)> parameters,
        CancellationToken cancellation)
        where T : class
    {
        var request = AwsRequest.Create(operation, parameters);
        var region = Region;
        AwsReply<T> reply = default;
        // One more attempt for a wrong clock and one for a bucket that is elsewhere; each mends its cause or it stays.
        for (var attempt = 0; attempt < 3; attempt++)
        {
            reply = await SendAsync(operation, request, region, cancellation);
            if (reply.Elsewhere is { } elsewhere && elsewhere != region && AwsRegions.Exists(elsewhere))
            {
                region = elsewhere;
            }
            else if (reply.ServerTime is not { } theirs)
            {
                break;
            }
            else
            {
                _session.Clock.Correct(theirs);
            }
        }

        return reply.Answer with { Permission = operation.Permission };
    }

    /// <summary>All pages; the first refusal is the last answer.</summary>
    public async IAsyncEnumerable<AwsAnswer<T>> PagesAsync<T>(
        AwsOperation<T> operation,
        IReadOnlyList<(string Name, JsonNode Value)> parameters,
        [EnumeratorCancellation] CancellationToken cancellation)
        where T : class
    {
        HashSet<string> seen = [];
        var page = await CallAsync(operation, parameters, cancellation);
        while (true)
        {
            yield return page;
            if (page.Body is not { } body || operation.NextToken(body) is not { Length: > 0 } token)
            {
                yield break;
            }

            if (!seen.Add(token))
            {
                yield return new AwsAnswer<T>
                {
                    Code = "RepeatedPage",
                    Message = $"{operation.Name} gave the same page token twice",
                    Permission = operation.Permission,
                };
                yield break;
            }

            page = await CallAsync(operation, [.. parameters, (operation.Paging!.Input, token)], cancellation);
        }
    }

    /// <summary>The items of all pages, up to the end or the refusal.</summary>
    /// <param name="operation">The operation that lists.</param>
    /// <param name="parameters">Its parameters.</param>
    /// <param name="items">The items of one page.</param>
    /// <param name="cancellation">Stops the listing.</param>
    public async Task<AwsList<TItem>> ListAsync<T, TItem>(
        AwsOperation<T> operation,
        IReadOnlyList<(string Name, JsonNode Value)> parameters,
        Func<T, IEnumerable<TItem>> items,
        CancellationToken cancellation)
        where T : class
    {
        List<TItem> all = [];
        await foreach (var page in PagesAsync(operation, parameters, cancellation))
        {
            if (page.Body is not { } body)
            {
                return new(all, page.Why);
            }

            all.AddRange(items(body));
        }

        return new(all, null);
    }

    /// <summary>The list elements of an XML answer's deciding member.</summary>
    public Task<AwsList<XElement>> ListAsync(
        AwsXmlOperation operation,
        IReadOnlyList<(string Name, JsonNode Value)> parameters,
        CancellationToken cancellation) =>
        ListAsync(operation, parameters, operation.Items, cancellation);

    /// <summary>The list elements of a JSON answer's deciding member.</summary>
    public Task<AwsList<JsonNode>> ListAsync(
        AwsJsonOperation operation,
        IReadOnlyList<(string Name, JsonNode Value)> parameters,
        CancellationToken cancellation) =>
        ListAsync(operation, parameters, operation.Items, cancellation);

    private async Task<AwsReply<T>> SendAsync<T>(
        AwsOperation<T> operation, AwsRequest request, string region, CancellationToken cancellation)
        where T : class
    {
        var service = operation.Service;
        var endpoint = _session.Endpoints.Find(service, region, AccountId);
        ImmutableCredentials credentials;
        try
        {
            credentials = await _credentials.GetCredentialsAsync();
        }
        catch (Exception failure) when (AwsCredentialFailure.Is(failure))
        {
            var message = AwsCredentialFailure.Describe(failure, _session.Profile);
            return new(new() { Code = "NoCredentials", Message = message });
        }

        var call = new HttpCall(
            new CallScope(AccountId, region, service.Name, endpoint.Overridden ? 0 : service.PerSecond),
            service.HostHasAccount && !endpoint.Overridden
                ? endpoint.Address.Host[(AccountId.Length + 1)..]
                : endpoint.Address.Authority,
            () => AwsSigner.Sign(request, service, endpoint, credentials, _session.Clock.Now),
            AwsError.KindOf);
        return AwsReply<T>.From(operation, await _session.Sender.SendAsync(call, cancellation));
    }
}
