using System.Text.Json.Serialization;

namespace LandingZone.Core.Model;

/// <summary>
/// A person's or a program's identity that the cloud itself keeps: an IAM or Identity Center user, a user of a
/// directory or an identity domain. The AWS root user is one of them.
/// </summary>
public sealed record User : Principal
{
    /// <summary>
    /// Whether it is an AWS account's root user, whom no policy of the account binds. Never elsewhere.
    /// </summary>
    /// <seealso href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_root-user.html"/>
    public required Fact<bool> Root { get; init; }

    /// <summary>Whether it can sign in at all; false for one that is suspended or blocked.</summary>
    public required Fact<bool> Enabled { get; init; }

    /// <summary>Where it comes from.</summary>
    public required Fact<UserSource> Source { get; init; }

    /// <summary>
    /// Whether it can sign in to the console with a password. True for an AWS root user that has credentials.
    /// </summary>
    public required Fact<bool> HasPassword { get; init; }

    /// <summary>Whether a second factor is registered (AWS, OCI) or demanded at sign-in (Entra, Google).</summary>
    public required Fact<bool> MultiFactor { get; init; }

    /// <summary>
    /// Whether a factor that cannot be phished is registered: a passkey, a security key, a certificate.
    /// </summary>
    public required Fact<bool> PhishingResistant { get; init; }

    /// <summary>
    /// When it last signed in or used a key; UTC. Of a user who never did, when it was made: unused is counted from
    /// then.
    /// </summary>
    public required Fact<DateTimeOffset> LastUsed { get; init; }
}

[JsonConverter(typeof(CamelCaseEnum<UserSource>))]
public enum UserSource
{
    /// <summary>Made in the cloud, with a password of its own.</summary>
    Local,

    /// <summary>
    /// Provisioned or signed in by the organization's identity provider. A user made in Entra is one of it.
    /// </summary>
    Federated,

    /// <summary>Somebody else's user: a guest, or an address of a foreign domain.</summary>
    Guest,
}
