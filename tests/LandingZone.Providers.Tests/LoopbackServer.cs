using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace LandingZone.Providers.Tests;

/// <summary>An HTTP request as it came over the wire.</summary>
public sealed record WireRequest(string Method, string Path, string Query, IReadOnlyDictionary<string, string> Headers, string Body)
{
    /// <summary>The operation by the form's Action or by X-Amz-Target; for REST the verb, path and query.</summary>
    public string Operation => Headers.TryGetValue("X-Amz-Target", out var target) ? target.Split('.')[^1]
        : Field("Action") ?? $"{Method} {Path}{(Query.Length > 0 ? "?" + Query : "")}";

    /// <summary>A field of a form.</summary>
    public string? Field(string name) => Body.Split('&')
        .Select(pair => pair.Split('=', 2))
        .Where(pair => pair.Length == 2 && pair[0] == name)
        .Select(pair => Uri.UnescapeDataString(pair[1]))
        .FirstOrDefault();
}

/// <summary>What a test answers.</summary>
public sealed record WireReply(int Status, string Body, params (string Name, string Value)[] Headers)
{
    /// <summary>Close the connection instead of answering.</summary>
    public bool Reset { get; init; }

    public TimeSpan Delay { get; init; }
}

/// <summary>A server on 127.0.0.1 that answers as a test says and remembers what it was asked.</summary>
public sealed class LoopbackServer : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly Func<WireRequest, WireReply> _answer;
    private readonly ConcurrentQueue<(WireRequest Request, long At)> _requests = new();

    public LoopbackServer(Func<WireRequest, WireReply> answer)
    {
        _answer = answer;
        Url = $"http://127.0.0.1:{FreePort()}/";
        _listener.Prefixes.Add(Url);
        _listener.Start();
        _ = Task.Run(ServeAsync);
    }

    public string Url { get; }

    public IReadOnlyList<WireRequest> Requests => [.. _requests.Select(entry => entry.Request)];

    /// <summary>When each request came, in stopwatch ticks.</summary>
    public IReadOnlyList<long> Times => [.. _requests.Select(entry => entry.At)];

    public static int FreePort()
    {
        using TcpListener probe = new(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    public void Dispose() => ((IDisposable)_listener).Dispose();

    private async Task ServeAsync()
    {
        while (_listener.IsListening)
        {
            try
            {
                var context = await _listener.GetContextAsync();
                _ = Task.Run(() => AnswerAsync(context));
            }
            catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        var request = context.Request;
        using StreamReader reader = new(request.InputStream, Encoding.UTF8);
        WireRequest wire = new(
            request.HttpMethod,
            request.Url!.AbsolutePath,
            request.Url.Query.TrimStart('?'),
            request.Headers.AllKeys.ToDictionary(key => key!, key => request.Headers[key]!, StringComparer.OrdinalIgnoreCase),
            await reader.ReadToEndAsync());
        _requests.Enqueue((wire, System.Diagnostics.Stopwatch.GetTimestamp()));
        var reply = _answer(wire);
        if (reply.Delay > TimeSpan.Zero)
        {
            await Task.Delay(reply.Delay);
        }

        if (reply.Reset)
        {
            context.Response.Abort();
            return;
        }

        context.Response.StatusCode = reply.Status;
        foreach (var (name, value) in reply.Headers)
        {
            context.Response.Headers[name] = value;
        }

        await context.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(reply.Body));
        context.Response.Close();
    }
}
