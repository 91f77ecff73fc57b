using Amazon.Runtime;

namespace LandingZone.Providers.Aws;

/// <summary>Why there are no credentials, in words for the user and without a stack.</summary>
internal static class AwsCredentialFailure
{
    /// <summary>Whether an exception of the SDK's credential chain is an expected failure.</summary>
    public static bool Is(Exception failure) => failure is
        AmazonClientException or AmazonServiceException or ArgumentException or InvalidOperationException
        or InvalidDataException or IOException or HttpRequestException or TaskCanceledException;

    public static string Describe(Exception failure, string? profile)
    {
        var inner = failure;
        while (inner.InnerException is { } deeper && inner is not AmazonServiceException)
        {
            inner = deeper;
        }

        if (IsSignIn(failure, inner))
        {
            return $"the SSO sign-in is missing or has expired: {SignIn(profile)}";
        }

        return inner is AmazonServiceException service
            ? AwsRefusal.Sanitize($"{service.ErrorCode ?? "Error"}: {service.Message}")
            : AwsRefusal.Sanitize(inner.Message);
    }

    private static bool IsSignIn(Exception failure, Exception inner)
    {
        if (inner is AmazonServiceException service)
        {
            // STS's refusals may name a role of Identity Center; only the sign-in service says these.
            return service.ErrorCode is "UnauthorizedException" or "InvalidGrantException";
        }

        for (Exception? cause = failure; cause is not null; cause = cause.InnerException)
        {
            if (cause.Message.Contains("SSO", StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The command that renews a session.</summary>
    public static string SignIn(string? profile) => profile is null ? "aws sso login" : $"aws sso login --profile {profile}";
}
