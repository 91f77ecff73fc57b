using System.Xml.Linq;
using LandingZone.Providers.Http;

namespace LandingZone.Providers.Aws;

/// <summary>
/// What a service says when it refuses, in any of its forms; a body of no known form gives <c>Http</c> and the status.
/// </summary>
/// <param name="Code">The service's code, without shape prefixes.</param>
/// <param name="Message">The service's words, on one line.</param>
/// <param name="Region">The region that S3 sends the caller to, if it does.</param>
internal sealed record AwsError(string Code, string Message, string? Region)
{
    public static AwsError From(int status, byte[] body, string? typeHeader = null)
    {
        if (AwsXml.Parse(body)?.DescendantsAndSelf("Error").FirstOrDefault() is { } xml
            && (string?)xml.Element(nameof(Code)) is { Length: > 0 } code)
        {
            return new(code, AwsRefusal.Sanitize(Text(xml)), (string?)xml.Element(nameof(Region)));
        }

        if (AwsJson.Parse(body) is { } json && ((string?)json["__type"] ?? typeHeader) is { Length: > 0 } type)
        {
            var message = (json["message"] ?? json[nameof(Message)])?.ToString() ?? "";
            return new(Unqualified(type), AwsRefusal.Sanitize(message), null);
        }

        return typeHeader is { Length: > 0 }
            ? new(Unqualified(typeHeader), "", null)
            : new($"Http{status}", status < 400 || body.Length == 0 ? "" : AwsXml.Describe(body), null);
    }

    /// <summary>AWS throttles with 400 as often as with 429, so the code decides before the status.</summary>
    public static ReplyKind KindOf(int status, byte[] body)
    {
        if (status is >= 200 and < 300 or 404)
        {
            return ReplyKind.Final;
        }

        var code = From(status, body).Code;
        if (AwsRefusal.IsThrottle(code))
        {
            return ReplyKind.Throttled;
        }

        return AwsRefusal.IsTransient(code) ? ReplyKind.Transient : HttpReply.KindOf(status);
    }

    private static string Text(XElement error) => (string?)error.Element(nameof(Message)) ?? "";

    /// <summary><c>com.amazonaws.x#Name:http://…</c> is <c>Name</c>.</summary>
    private static string Unqualified(string type) => type.Split('#')[^1].Split(':')[0];
}
