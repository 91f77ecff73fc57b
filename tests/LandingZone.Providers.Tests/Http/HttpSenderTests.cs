using System.Diagnostics;
using LandingZone.Providers.Http;

namespace LandingZone.Providers.Tests.Http;

public class HttpSenderTests
{
    private static readonly ResiliencePolicy Quick = new()
    {
        Retries = 4,
        BaseDelay = TimeSpan.FromMilliseconds(5),
        MaxDelay = TimeSpan.FromMilliseconds(20),
        AttemptTimeout = TimeSpan.FromMilliseconds(500),
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_throttled_call_waits_as_long_as_the_server_asks()
    {
        var calls = 0;
        using LoopbackServer server = new(_ =>
            ++calls == 1 ? new WireReply(429, "", ("Retry-After", "1")) : new WireReply(200, "done"));
        using HttpSender sender = new(Quick, TimeProvider.System);

        var reply = await sender.SendAsync(Call(server.Url), Cancellation);

        Assert.Equal(200, reply.Status);
        Assert.True(Stopwatch.GetElapsedTime(server.Times[0], server.Times[1]) >= TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task A_server_that_asks_for_an_hour_is_taken_to_refuse()
    {
        using LoopbackServer server = new(_ => new WireReply(429, "", ("Retry-After", "3600")));
        using HttpSender sender = new(Quick, TimeProvider.System);

        var reply = await sender.SendAsync(Call(server.Url), Cancellation);

        Assert.Equal(429, reply.Status);
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task A_fault_that_passes_is_asked_again(int status)
    {
        var calls = 0;
        using LoopbackServer server = new(_ => new WireReply(++calls < 3 ? status : 200, ""));
        using HttpSender sender = new(Quick, TimeProvider.System);

        Assert.Equal(200, (await sender.SendAsync(Call(server.Url), Cancellation)).Status);
        Assert.Equal(3, server.Requests.Count);
    }

    [Fact]
    public async Task A_refusal_is_asked_once()
    {
        using LoopbackServer server = new(_ => new WireReply(403, "no"));
        using HttpSender sender = new(Quick, TimeProvider.System);

        Assert.Equal(403, (await sender.SendAsync(Call(server.Url), Cancellation)).Status);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_broken_connection_and_a_slow_answer_are_asked_again()
    {
        var calls = 0;
        using LoopbackServer server = new(_ => ++calls switch
        {
            1 => new WireReply(200, "half") { Truncated = true },
            2 => new WireReply(200, "late") { Delay = TimeSpan.FromSeconds(2) },
            _ => new WireReply(200, "done"),
        });
        using HttpSender sender = new(Quick, TimeProvider.System);

        var reply = await sender.SendAsync(Call(server.Url), Cancellation);

        Assert.Equal("done", System.Text.Encoding.UTF8.GetString(reply.Body));
        Assert.Equal(3, server.Requests.Count);
    }

    [Fact]
    public async Task An_endpoint_where_nothing_listens_fails_soon_and_says_what_to_check()
    {
        var url = $"http://127.0.0.1:{LoopbackServer.FreePort()}/";
        using HttpSender sender = new(new ResiliencePolicy(), TimeProvider.System);
        var start = Stopwatch.GetTimestamp();

        var reply = await sender.SendAsync(Call(url), Cancellation);

        Assert.Equal(0, reply.Status);
        Assert.Contains("refused the connection: check the network", reply.Failure, StringComparison.Ordinal);
        Assert.True(Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task A_name_that_does_not_resolve_is_a_value_too()
    {
        using HttpSender sender = new(Quick, TimeProvider.System);

        var reply = await sender.SendAsync(Call("http://no-such-host.invalid/"), Cancellation);

        Assert.Contains("does not resolve", reply.Failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_endpoint_that_keeps_failing_is_left_alone()
    {
        using LoopbackServer server = new(_ => new WireReply(500, ""));
        using HttpSender sender = new(
            Quick with { BreakMinimum = 10, BreakDuration = TimeSpan.FromSeconds(0.5) }, TimeProvider.System);

        var replies = await Task.WhenAll(
            Enumerable.Range(0, 200).Select(_ => sender.SendAsync(Call(server.Url), Cancellation)));

        Assert.DoesNotContain(replies, reply => reply.Status == 200);
        Assert.Contains(
            replies, reply => reply.Failure?.Contains("failed too often", StringComparison.Ordinal) == true);
        // 200 calls with four retries each would be 1,000 requests.
        Assert.InRange(server.Requests.Count, 10, 300);
    }

    [Fact]
    public async Task Throttles_do_not_open_the_breaker()
    {
        var calls = 0;
        using LoopbackServer server = new(_ => new WireReply(Interlocked.Increment(ref calls) <= 60 ? 429 : 200, ""));
        using HttpSender sender = new(Quick with { BreakMinimum = 10, Retries = 20 }, TimeProvider.System);

        var replies = await Task.WhenAll(
            Enumerable.Range(0, 30).Select(_ => sender.SendAsync(Call(server.Url), Cancellation)));

        Assert.All(replies, reply => Assert.Equal(200, reply.Status));
    }

    [Fact]
    public async Task One_endpoint_that_fails_does_not_stop_another()
    {
        using LoopbackServer ill = new(_ => new WireReply(500, ""));
        using LoopbackServer well = new(_ => new WireReply(200, ""));
        using HttpSender sender = new(
            Quick with { BreakMinimum = 5, BreakDuration = TimeSpan.FromSeconds(0.5) }, TimeProvider.System);

        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => sender.SendAsync(Call(ill.Url), Cancellation)));

        Assert.Equal(200, (await sender.SendAsync(Call(well.Url), Cancellation)).Status);
    }

    [Fact]
    public async Task Each_account_has_its_own_bucket_of_calls()
    {
        using LoopbackServer server = new(_ => new WireReply(200, ""));
        using HttpSender sender = new(Quick, TimeProvider.System);
        var start = Stopwatch.GetTimestamp();

        // Ten a second with a burst of twenty: thirty calls of one account take a second, thirty accounts' take none.
        var one = Task.WhenAll(
            Enumerable.Range(0, 30).Select(_ => sender.SendAsync(Call(server.Url, "1", 10), Cancellation)));
        await Task.WhenAll(
            Enumerable.Range(2, 30).Select(i => sender.SendAsync(Call(server.Url, $"{i}", 10), Cancellation)));
        var others = Stopwatch.GetElapsedTime(start);
        await one;

        Assert.True(others < TimeSpan.FromSeconds(0.9), $"{others}");
        Assert.True(Stopwatch.GetElapsedTime(start) > TimeSpan.FromSeconds(0.9));
    }

    [Fact]
    public async Task Cancelling_stops_the_wait_for_a_retry()
    {
        using LoopbackServer server = new(_ => new WireReply(429, "", ("Retry-After", "60")));
        using HttpSender sender = new(Quick, TimeProvider.System);
        using CancellationTokenSource stop = new(TimeSpan.FromMilliseconds(300));
        var start = Stopwatch.GetTimestamp();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sender.SendAsync(Call(server.Url), stop.Token));

        Assert.True(Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(5));
    }

    [Fact]
    public void Breakers_of_endpoints_that_were_idle_are_dropped()
    {
        MovableTime time = new();
        EndpointBreakers breakers = new(Quick, time);
        foreach (var i in Enumerable.Range(0, 1024))
        {
            breakers.For($"host{i}");
        }

        time.Now += Quick.MaxRetryAfter + TimeSpan.FromSeconds(1);
        breakers.For("another");

        Assert.Equal(1, breakers.Count);
    }

    private static HttpCall Call(string url, string account = "1", double perSecond = 0)
    {
        Uri address = new(url);
        return new HttpCall(
            new CallScope(account, "r", "s", perSecond),
            address.Authority,
            () => new HttpRequestMessage(HttpMethod.Get, address),
            (status, _) => HttpReply.KindOf(status));
    }
}
