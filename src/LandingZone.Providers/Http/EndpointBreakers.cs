using System.Collections.Concurrent;
using Polly;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace LandingZone.Providers.Http;

/// <summary>
/// A circuit breaker for each endpoint; those that were idle are dropped, so that memory does not grow.
/// </summary>
internal sealed class EndpointBreakers(ResiliencePolicy policy, TimeProvider time)
{
    private const int Kept = 1024;

    private readonly ConcurrentDictionary<string, Breaker> _breakers = new(StringComparer.OrdinalIgnoreCase);

    public int Count => _breakers.Count;

    public ResiliencePipeline<HttpReply> For(string endpoint)
    {
        var breaker = _breakers.GetOrAdd(endpoint, _ => new Breaker(Build()));
        breaker.LastUsed = time.GetTimestamp();
        if (_breakers.Count > Kept)
        {
            DropIdle();
        }

        return breaker.Pipeline;
    }

    private void DropIdle()
    {
        foreach (var (endpoint, breaker) in _breakers)
        {
            if (time.GetElapsedTime(breaker.LastUsed) > policy.MaxRetryAfter)
            {
                _breakers.TryRemove(endpoint, out _);
            }
        }
    }

    private ResiliencePipeline<HttpReply> Build() =>
        new ResiliencePipelineBuilder<HttpReply> { TimeProvider = time }
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions<HttpReply>
            {
                // A throttle says that the caller is too fast, not that the endpoint is ill.
                ShouldHandle = static attempt => ValueTask.FromResult(attempt.Outcome switch
                {
                    { Exception: HttpRequestException or TimeoutRejectedException } => true,
                    { Result.Kind: ReplyKind.Transient } => true,
                    _ => false,
                }),
                FailureRatio = policy.BreakRatio,
                MinimumThroughput = policy.BreakMinimum,
                SamplingDuration = TimeSpan.FromSeconds(10),
                BreakDuration = policy.BreakDuration,
            })
            .Build();

    private sealed class Breaker(ResiliencePipeline<HttpReply> pipeline)
    {
        public ResiliencePipeline<HttpReply> Pipeline => pipeline;

        public long LastUsed { get; set; }
    }
}
