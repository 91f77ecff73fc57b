namespace LandingZone.Providers.Http;

/// <summary>How patient and how fast calls are.</summary>
public sealed record ResiliencePolicy
{
    /// <summary>Attempts after the first while the server says that calls come too fast.</summary>
    public int Retries { get; init; } = 8;

    /// <summary>Attempts after the first when the server fails, hangs or breaks off.</summary>
    public int FaultRetries { get; init; } = 4;

    /// <summary>Attempts after the first when nothing listens at the address: it will not start to.</summary>
    public int ConnectRetries { get; init; } = 2;

    /// <summary>The first wait, before jitter; it doubles with each attempt.</summary>
    public TimeSpan BaseDelay { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>No wait of our own choice is longer.</summary>
    public TimeSpan MaxDelay { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>A server that asks for a longer wait in <c>Retry-After</c> is taken to refuse.</summary>
    public TimeSpan MaxRetryAfter { get; init; } = TimeSpan.FromMinutes(2);

    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>For one attempt, from connecting to the last byte; waiting for a permit is not in it.</summary>
    public TimeSpan AttemptTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Calls under way at once, over all endpoints.</summary>
    public int Concurrency { get; init; } = 64;

    /// <summary>The share of failed attempts in ten seconds that makes calls to an endpoint pause.</summary>
    public double BreakRatio { get; init; } = 0.6;

    /// <summary>Attempts in ten seconds below which the breaker does not judge.</summary>
    public int BreakMinimum { get; init; } = 20;

    public TimeSpan BreakDuration { get; init; } = TimeSpan.FromSeconds(2);
}
