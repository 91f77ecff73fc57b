using LandingZone.Core.Model;

namespace LandingZone.Providers.Aws;

/// <summary>What a call gave: the documented answer's body, or why there is none. Never both, never neither.</summary>
/// <remarks>
/// <see cref="Code"/> is the service's own (<c>AccessDenied</c>, <c>NoSuchEntity</c>), or one of ours:
/// <c>UnexpectedDocument</c> (a 200 that is not the documented answer), <c>Http502</c> (an error without a code),
/// <c>Unreachable</c> (nothing answered), <c>RepeatedPage</c> (the same page token came twice),
/// <c>NoCredentials</c> (there is nothing to sign with).
/// </remarks>
public sealed record AwsAnswer<T> where T : class
{
    /// <summary>The result element or object; null when the call was refused.</summary>
    public T? Body { get; init; }

    /// <summary>Why there is no body; the empty string when there is one.</summary>
    public string Code { get; init; } = "";

    /// <summary>The service's words, without secrets, on one line.</summary>
    public string Message { get; init; } = "";

    /// <summary>The HTTP status; 0 when nothing answered.</summary>
    public int Status { get; init; }

    /// <summary>The IAM action that the call needs.</summary>
    public string Permission { get; init; } = "";

    /// <summary>The refusal as a reader states it, with the permission to grant where a grant would help.</summary>
    public Unread Why => new(AwsRefusal.Describe(Code, Message, Permission));
}

/// <summary>All items of a list, over all pages, and why they may not be all.</summary>
/// <param name="Items">What was listed before the end or the refusal.</param>
/// <param name="Refused">Why the list is not whole; null when it is.</param>
public sealed record AwsList<T>(IReadOnlyList<T> Items, Unread? Refused);
