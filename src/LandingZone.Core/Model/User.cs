using System.Collections.Immutable;

namespace LandingZone.Core.Model;

/// <summary>
/// A person's or a program's identity that the cloud itself keeps: an IAM user, a user of a directory or identity domain.
/// The AWS root user is one of them.
/// </summary>
public sealed record User : Resource
{
    /// <summary>
    /// Whether it may do everything in the account: the AWS root user or one with AdministratorAccess, an Azure owner or
    /// global administrator, a Google owner or organization administrator, a member of OCI's Administrators.
    /// </summary>
    public required Fact<bool> Administrator { get; init; }

    /// <summary>Whether it can sign in to the console with a password. True for an AWS root user that has credentials.</summary>
    public required Fact<bool> HasPassword { get; init; }

    /// <summary>Whether a second factor is registered (AWS, OCI) or demanded at sign-in (Entra, Google).</summary>
    public required Fact<bool> MultiFactor { get; init; }

    /// <summary>Long-lived keys, active ones and others; empty when there are none.</summary>
    public required Fact<ImmutableArray<AccessKey>> AccessKeys { get; init; }
}

/// <summary>A long-lived API key. Its secret is never read.</summary>
public sealed record AccessKey
{
    /// <summary>The key's public id, or its place (1, 2) where the cloud does not tell the id.</summary>
    public required string Id { get; init; }

    public required bool Active { get; init; }

    /// <summary>When it was made or last rotated; UTC.</summary>
    public required Fact<DateTimeOffset> Created { get; init; }
}
