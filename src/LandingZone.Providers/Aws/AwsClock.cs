namespace LandingZone.Providers.Aws;

/// <summary>The time by AWS's clock: this machine's, corrected once an answer has shown that it is wrong.</summary>
internal sealed class AwsClock(TimeProvider time)
{
    private long _correctionTicks;

    public DateTimeOffset Now => time.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref _correctionTicks));

    public void Correct(DateTimeOffset theirs) =>
        Interlocked.Exchange(ref _correctionTicks, (theirs - time.GetUtcNow()).Ticks);
}
