using System.Net;
using System.Threading.RateLimiting;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace LandingZone.Providers.Http;

/// <summary>
/// Sends the calls of all clouds: retry with jitter and <c>Retry-After</c>, then a breaker for each endpoint, a token
/// bucket for each account, region and service, a limit on calls under way, and a timeout for each attempt.
/// </summary>
/// <remarks>Expected failures are values: the only exception is the caller's own cancellation.</remarks>
public sealed class HttpSender : IDisposable
{
    private readonly HttpClient _http;
    private readonly ResiliencePolicy _policy;
    private readonly TimeProvider _time;
    private readonly EndpointBreakers _breakers;
    private readonly PartitionedRateLimiter<CallScope> _rates;
    private readonly ConcurrencyLimiter _concurrency;
    private readonly ResiliencePipeline<HttpReply> _retry;
    private readonly ResiliencePipeline<HttpReply> _timeout;

    /// <param name="policy">How patient and how fast.</param>
    /// <param name="time">The clock that waits and timeouts go by.</param>
    /// <param name="handler">The transport, by default a pooled one that follows no redirect.</param>
    public HttpSender(ResiliencePolicy policy, TimeProvider time, HttpMessageHandler? handler = null)
    {
        _policy = policy;
        _time = time;
        _http = new HttpClient(handler ?? CreateHandler(policy))
        {
            // The timeout of an attempt is the pipeline's: this one would count the wait for a retry too.
            Timeout = Timeout.InfiniteTimeSpan,
            MaxResponseContentBufferSize = 64 * 1024 * 1024,
        };
        _breakers = new EndpointBreakers(policy, time);
        // The partitioned limiter drops the buckets of accounts that are done by itself.
        _rates = PartitionedRateLimiter.Create<CallScope, CallScope>(Bucket);
        _concurrency = new ConcurrencyLimiter(new ConcurrencyLimiterOptions
        {
            PermitLimit = policy.Concurrency,
            QueueLimit = int.MaxValue,
        });
        _retry = new ResiliencePipelineBuilder<HttpReply> { TimeProvider = time }.AddRetry(RetryOptions()).Build();
        _timeout = new ResiliencePipelineBuilder<HttpReply> { TimeProvider = time }
            .AddTimeout(policy.AttemptTimeout)
            .Build();
    }

    /// <summary>Calls until there is an answer, a refusal, or no attempt left.</summary>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public async Task<HttpReply> SendAsync(HttpCall call, CancellationToken cancellation)
    {
        try
        {
            return await _retry.ExecuteAsync(
                static (state, token) => state.Sender.ThroughBreakerAsync(state.Call, token),
                (Sender: this, Call: call),
                cancellation);
        }
        catch (Exception fault)
            when (fault is HttpRequestException or TimeoutRejectedException or BrokenCircuitException)
        {
            return HttpReply.Failed(HttpFault.Describe(fault, call.Endpoint, _policy));
        }
    }

    public void Dispose()
    {
        _http.Dispose();
        _rates.Dispose();
        _concurrency.Dispose();
    }

    private static SocketsHttpHandler CreateHandler(ResiliencePolicy policy) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.None,
        ConnectTimeout = policy.ConnectTimeout,
        MaxConnectionsPerServer = policy.Concurrency,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    };

    private static RateLimitPartition<CallScope> Bucket(CallScope scope) => scope.PerSecond <= 0
        ? RateLimitPartition.GetNoLimiter(scope)
        : RateLimitPartition.GetTokenBucketLimiter(scope, static key => new TokenBucketRateLimiterOptions
        {
            TokenLimit = (int)Math.Ceiling(key.PerSecond * 2),
            TokensPerPeriod = (int)Math.Ceiling(key.PerSecond),
            ReplenishmentPeriod = TimeSpan.FromSeconds(1),
            QueueLimit = int.MaxValue,
        });

    private ValueTask<HttpReply> ThroughBreakerAsync(HttpCall call, CancellationToken cancellation) =>
        _breakers.For(call.Endpoint).ExecuteAsync(
            static (state, token) => state.Sender.ThroughLimitsAsync(state.Call, token),
            (Sender: this, Call: call),
            cancellation);

    private async ValueTask<HttpReply> ThroughLimitsAsync(HttpCall call, CancellationToken cancellation)
    {
        using var token = await _rates.AcquireAsync(call.Scope, 1, cancellation);
        using var permit = await _concurrency.AcquireAsync(1, cancellation);
        return await _timeout.ExecuteAsync(
            static (state, token) => state.Sender.AttemptAsync(state.Call, token),
            (Sender: this, Call: call),
            cancellation);
    }

    private async ValueTask<HttpReply> AttemptAsync(HttpCall call, CancellationToken cancellation)
    {
        using var request = call.Build();
        try
        {
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseContentRead, cancellation);
            var body = await response.Content.ReadAsByteArrayAsync(cancellation);
            var status = (int)response.StatusCode;
            return new HttpReply
            {
                Status = status,
                Body = body,
                Headers = response.Headers,
                Kind = call.KindOf(status, body),
            };
        }
        catch (OperationCanceledException timeout) when (timeout.InnerException is TimeoutException)
        {
            // SocketsHttpHandler reports its connect timeout as a cancellation that nobody asked for.
            throw new HttpRequestException(HttpRequestError.ConnectionError, "connect timeout", timeout);
        }
    }

    private RetryStrategyOptions<HttpReply> RetryOptions() => new()
    {
        MaxRetryAttempts = _policy.Retries,
        BackoffType = DelayBackoffType.Exponential,
        UseJitter = true,
        Delay = _policy.BaseDelay,
        MaxDelay = _policy.MaxDelay,
        ShouldHandle = attempt => ValueTask.FromResult(ShouldRetry(attempt.Outcome, attempt.AttemptNumber)),
        DelayGenerator = attempt => ValueTask.FromResult(ServerDelay(attempt.Outcome)),
    };

    private bool ShouldRetry(Outcome<HttpReply> outcome, int attempt) => outcome switch
    {
        { Exception: HttpRequestException fault } when HttpFault.IsUnreachable(fault) =>
            attempt < _policy.ConnectRetries,
        { Exception: HttpRequestException or TimeoutRejectedException } => attempt < _policy.FaultRetries,
        { Exception: BrokenCircuitException } => true,
        { Result: { Kind: ReplyKind.Transient } } when attempt >= _policy.FaultRetries => false,
        { Result: { Kind: not ReplyKind.Final } reply } => !(RetryAfter(reply) > _policy.MaxRetryAfter),
        _ => false,
    };

    /// <summary>What the server asked for, and a little more so that callers do not return all at once.</summary>
    private TimeSpan? ServerDelay(Outcome<HttpReply> outcome)
    {
        var asked = outcome switch
        {
            { Exception: BrokenCircuitException { RetryAfter: { } pause } } => pause,
            { Result: { } reply } => RetryAfter(reply),
            _ => null,
        };
        // Timers may fire some milliseconds early, and early is what the server asked not to be.
        return asked + TimeSpan.FromMilliseconds(30) + _policy.BaseDelay * Random.Shared.NextDouble();
    }

    private TimeSpan? RetryAfter(HttpReply reply) => reply.Headers?.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } when date > _time.GetUtcNow() => date - _time.GetUtcNow(),
        _ => null,
    };
}
