using System.Text.RegularExpressions;

namespace LandingZone.Providers.Aws;

/// <summary>Refusals in words that say what to do: grant, change a policy, or wait.</summary>
internal static partial class AwsRefusal
{
    private const int MaxMessage = 600;

    public static string Describe(string code, string message, string permission)
    {
        if (ExplicitDeny().Match(message) is { Success: true } deny)
        {
            var policy = deny.Groups[1].Value;
            return policy.StartsWith("service control", StringComparison.Ordinal)
                ? $"{code}: a service control policy (SCP) denies {permission}"
                : $"{code}: a {policy} denies {permission}";
        }

        if (IsAccessDenied(code))
        {
            return $"{code}: grant {permission}";
        }

        return message.Length == 0 ? code : $"{code}: {message}";
    }

    public static bool IsAccessDenied(string code) => code is
        "AccessDenied" or "AccessDeniedException" or "UnauthorizedOperation" or "AuthorizationError" or
        "UnauthorizedException" or "NotAuthorized" or "AllAccessDisabled" or "Http403";

    public static bool IsThrottle(string code) => code is
        "Throttling" or "ThrottlingException" or "ThrottledException" or "RequestThrottled" or
        "RequestThrottledException" or "RequestLimitExceeded" or "TooManyRequestsException" or "TooManyRequests" or
        "SlowDown" or "BandwidthLimitExceeded" or "LimitExceededException" or "PriorRequestNotComplete" or
        "EC2ThrottledException" or "TransactionInProgressException" or "ProvisionedThroughputExceededException";

    public static bool IsTransient(string code) => code is
        "InternalError" or "InternalFailure" or "InternalServerError" or "InternalServiceError" or "ServiceException" or
        "ServiceUnavailable" or "ServiceUnavailableException" or "Unavailable" or "RequestTimeout" or
        "RequestTimeoutException";

    /// <summary>The clock of this machine, not the caller's rights, is at fault.</summary>
    public static bool IsClockSkew(string code, string message) =>
        code is "RequestTimeTooSkewed" or "RequestExpired" or "RequestInTheFuture"
        || (code is "SignatureDoesNotMatch" or "InvalidSignatureException" or "AuthFailure"
            && Skewed().IsMatch(message));

    /// <summary>
    /// One line without secrets: some services print back the string that was signed, session token and all.
    /// </summary>
    public static string Sanitize(string message)
    {
        var line = EchoedRequest().Replace(message, "");
        line = Token().Replace(line, "$1***");
        line = Space().Replace(line, " ").Trim();
        return line.Length <= MaxMessage ? line : $"{line[..MaxMessage]}…";
    }

    [GeneratedRegex("explicit deny in an? ([a-z -]+?)(?:$|[:.,;]|\\s*\\()", RegexOptions.IgnoreCase)]
    private static partial Regex ExplicitDeny();

    [GeneratedRegex("expired|not yet current|skew", RegexOptions.IgnoreCase)]
    private static partial Regex Skewed();

    [GeneratedRegex(
        "(The Canonical String for this request should have been|Encoded authorization failure message:).*",
        RegexOptions.Singleline)]
    private static partial Regex EchoedRequest();

    [GeneratedRegex("(x-amz-security-token[:=]\\s*)\\S+", RegexOptions.IgnoreCase)]
    private static partial Regex Token();

    [GeneratedRegex("\\s+")]
    private static partial Regex Space();
}
