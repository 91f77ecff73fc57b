using System.Net.Http.Headers;

namespace LandingZone.Providers.Http;

/// <summary>One HTTP exchange, read whole: an answer with a status, or the reason that there was none.</summary>
public sealed class HttpReply
{
    /// <summary>The HTTP status, or 0 when nothing answered.</summary>
    public required int Status { get; init; }

    public required byte[] Body { get; init; }

    /// <summary>Why nothing answered, and what to try; null when something did.</summary>
    public string? Failure { get; init; }

    internal HttpResponseHeaders? Headers { get; init; }

    internal ReplyKind Kind { get; init; }

    /// <summary>The moment by the server's clock, where it says so.</summary>
    public DateTimeOffset? Date => Headers?.Date;

    /// <summary>A header's first value, or null.</summary>
    public string? Header(string name) =>
        Headers is not null && Headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;

    internal static HttpReply Failed(string why) => new() { Status = 0, Body = [], Failure = why };

    /// <summary>What an answer means by its status alone, where a cloud says no more.</summary>
    public static ReplyKind KindOf(int status) => status switch
    {
        429 => ReplyKind.Throttled,
        500 or 502 or 503 or 504 => ReplyKind.Transient,
        _ => ReplyKind.Final,
    };
}
