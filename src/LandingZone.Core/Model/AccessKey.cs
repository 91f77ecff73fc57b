namespace LandingZone.Core.Model;

/// <summary>
/// A long-lived secret by which a program signs in: an IAM access key, a client secret or certificate of an
/// application, a key of a service account, an API key or token of an OCI user. The secret itself is never read.
/// </summary>
public sealed record AccessKey : Resource
{
    /// <summary>Whose it is.</summary>
    public required Link<Principal> Owner { get; init; }

    /// <summary>Whether it works: not disabled, not past its end.</summary>
    public required Fact<bool> Active { get; init; }

    /// <summary>When it was made or last rotated; UTC.</summary>
    public required Fact<DateTimeOffset> Created { get; init; }

    /// <summary>When it was last used; UTC. Of a key that never was, when it was made.</summary>
    public required Fact<DateTimeOffset> LastUsed { get; init; }
}
