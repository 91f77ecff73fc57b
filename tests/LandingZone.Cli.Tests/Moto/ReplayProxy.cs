using System.Collections.Concurrent;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace LandingZone.Cli.Tests.Moto;

/// <summary>
/// Stands between <c>lz</c> and moto on loopback: notes every call, lets the replays answer first, forwards the rest.
/// </summary>
internal sealed partial class ReplayProxy : IAsyncDisposable
{
    /// <summary>A key of the management account, which is moto's account for every key that it did not issue.</summary>
    public const string ManagementKey = "AKIAEXAMPLEMANAGEMENT";

    /// <summary>The account that moto begins with.</summary>
    public const string ManagementAccount = "123456789012";

    private static readonly HttpClient Moto = new() { Timeout = TimeSpan.FromMinutes(2) };

    private readonly ConcurrentDictionary<string, string> _accountOfKey = new() { [ManagementKey] = ManagementAccount };
    private readonly ConcurrentQueue<AwsCall> _calls = new();
    private readonly Uri _moto;
    private readonly IReadOnlyList<Replay> _replays;
    private readonly WebApplication _app;

    private ReplayProxy(Uri moto, IReadOnlyList<Replay> replays)
    {
        _moto = moto;
        _replays = replays;
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.Run(AnswerAsync);
    }

    /// <summary>Every call of <c>lz</c> so far, in the order of arrival: what was really sent.</summary>
    public IReadOnlyCollection<AwsCall> Calls => _calls;

    /// <summary>The environment of an <c>lz</c> that talks to this proxy as the management account.</summary>
    public Dictionary<string, string> Environment => new()
    {
        ["AWS_ACCESS_KEY_ID"] = ManagementKey,
        ["AWS_SECRET_ACCESS_KEY"] = "secret",
        ["AWS_REGION"] = "eu-west-1",
        ["AWS_ENDPOINT_URL"] = _app.Urls.Single(),
    };

    public static async Task<ReplayProxy> StartAsync(Uri moto, IReadOnlyList<Replay> replays)
    {
        var proxy = new ReplayProxy(moto, replays);
        await proxy._app.StartAsync();
        return proxy;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        using var buffer = new MemoryStream();
        await context.Request.Body.CopyToAsync(buffer, context.RequestAborted);
        var body = buffer.ToArray();
        var call = AwsCall.From(
            context, Encoding.UTF8.GetString(body), key => _accountOfKey.GetValueOrDefault(key, ""));
        _calls.Enqueue(call);
        var answer = await AnswerAsync(call, 0, () => ForwardAsync(context, body));
        if (call.Operation == "AssumeRole" && answer.Status == 200)
        {
            _accountOfKey[AccessKey().Match(answer.Text).Groups[1].Value] = AccountOf(call.Parameter("RoleArn"));
        }
        await SendAsync(context, answer);
    }

    private Task<AwsAnswer> AnswerAsync(AwsCall call, int index, Func<Task<AwsAnswer>> moto) =>
        index == _replays.Count ? moto() : _replays[index](call, () => AnswerAsync(call, index + 1, moto));

    private async Task<AwsAnswer> ForwardAsync(HttpContext context, byte[] body)
    {
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        using var request = new HttpRequestMessage(new HttpMethod(context.Request.Method), new Uri(_moto, target));
        if (body.Length > 0 || context.Request.Method is "POST" or "PUT")
        {
            request.Content = new ByteArrayContent(body);
        }
        foreach (var (name, value) in context.Request.Headers.Where(header => header.Key != "Host"))
        {
            if (!request.Headers.TryAddWithoutValidation(name, value.ToString()))
            {
                request.Content?.Headers.TryAddWithoutValidation(name, value.ToString());
            }
        }
        using var response = await Moto.SendAsync(request, context.RequestAborted);
        return new AwsAnswer(
            (int)response.StatusCode,
            response.Content.Headers.ContentType?.ToString() ?? "",
            await response.Content.ReadAsByteArrayAsync(context.RequestAborted))
        {
            Headers = [.. from header in response.Headers
                          where header.Key.StartsWith("x-amz", StringComparison.OrdinalIgnoreCase)
                          select KeyValuePair.Create(header.Key, string.Join(",", header.Value))],
        };
    }

    private static async Task SendAsync(HttpContext context, AwsAnswer answer)
    {
        context.Response.StatusCode = answer.Status;
        context.Response.ContentType = answer.ContentType;
        foreach (var (name, value) in answer.Headers)
        {
            context.Response.Headers[name] = value;
        }
        context.Response.ContentLength = answer.Body.Length;
        if (context.Request.Method != "HEAD")
        {
            await context.Response.Body.WriteAsync(answer.Body, context.RequestAborted);
        }
    }

    /// <summary>The fifth part of <c>arn:aws:iam::123456789012:role/name</c>.</summary>
    private static string AccountOf(string roleArn) =>
        roleArn.Split(':') is [_, _, _, _, var account, ..] ? account : "";

    [GeneratedRegex("<AccessKeyId>([^<]+)</AccessKeyId>")]
    private static partial Regex AccessKey();
}
