using LandingZone.Providers.Http;

namespace LandingZone.Providers.Aws;

/// <summary>An answer, and what the exchange told the client about asking again.</summary>
/// <param name="Answer">The body or the refusal.</param>
/// <param name="Elsewhere">The region that S3 says the bucket is in.</param>
/// <param name="ServerTime">The server's time, when the refusal was about this machine's.</param>
internal readonly record struct AwsReply<T>(
    AwsAnswer<T> Answer, string? Elsewhere = null, DateTimeOffset? ServerTime = null)
    where T : class
{
    public static AwsReply<T> From(AwsOperation<T> operation, HttpReply reply)
    {
        if (reply.Failure is { } failure)
        {
            return new(new() { Code = "Unreachable", Message = failure });
        }

        if (reply.Status is >= 200 and < 300)
        {
            var answer = operation.Read(reply.Body);
            // S3 may begin an answer with 200 and find the error later.
            var late = answer.Body is null ? AwsError.From(reply.Status, reply.Body) : null;
            return late is { Code: not "Http200" } && !late.Code.StartsWith("Http", StringComparison.Ordinal)
                ? new(new() { Code = late.Code, Message = late.Message, Status = reply.Status })
                : new(answer with { Status = reply.Status });
        }

        var error = AwsError.From(reply.Status, reply.Body, reply.Header("x-amzn-errortype"));
        return new(
            new() { Code = error.Code, Message = error.Message, Status = reply.Status },
            reply.Status is 301 or 307 or 400 ? reply.Header("x-amz-bucket-region") ?? error.Region : null,
            AwsRefusal.IsClockSkew(error.Code, error.Message) ? reply.Date : null);
    }
}
