using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace LandingZone.Providers.Tests;

/// <summary>An HTTP request as it came over the wire.</summary>
public sealed record WireRequest(
    string Method, string Path, string Query, IReadOnlyDictionary<string, string> Headers, string Body)
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
    /// <summary>Break the connection after the headers and the body, which say that more was to come.</summary>
    public bool Truncated { get; init; }

    public TimeSpan Delay { get; init; }
}

/// <summary>A server on 127.0.0.1 that answers as a test says and remembers what it was asked.</summary>
public sealed class LoopbackServer : IDisposable
{
    private readonly WebApplication _application;
    private readonly Func<WireRequest, WireReply> _answer;
    private readonly ConcurrentQueue<(WireRequest Request, long At)> _requests = new();

    public LoopbackServer(Func<WireRequest, WireReply> answer)
    {
        _answer = answer;
        Url = $"http://127.0.0.1:{FreePort()}/";
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(Url);
        _application = builder.Build();
        _application.Run(AnswerAsync);
        _application.StartAsync().GetAwaiter().GetResult();
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

    public void Dispose() => ((IDisposable)_application).Dispose();

    private async Task AnswerAsync(HttpContext context)
    {
        using StreamReader reader = new(context.Request.Body);
        WireRequest wire = new(
            context.Request.Method,
            context.Request.Path.Value ?? "",
            context.Request.QueryString.Value?.TrimStart('?') ?? "",
            context.Request.Headers.ToDictionary(
                header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            await reader.ReadToEndAsync());
        _requests.Enqueue((wire, Stopwatch.GetTimestamp()));
        var reply = _answer(wire);
        await Task.Delay(reply.Delay);
        context.Response.StatusCode = reply.Status;
        foreach (var (name, value) in reply.Headers)
        {
            context.Response.Headers[name] = value;
        }

        if (reply.Truncated)
        {
            context.Response.ContentLength = reply.Body.Length + 100;
        }

        await context.Response.WriteAsync(reply.Body);
        if (reply.Truncated)
        {
            await context.Response.Body.FlushAsync();
            context.Abort();
        }
    }
}
