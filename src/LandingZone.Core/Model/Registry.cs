using System.Collections.Immutable;

namespace LandingZone.Core.Model;

/// <summary>
/// A registry or repository of container images: an ECR repository, an Azure registry, an Artifact Registry repository.
/// </summary>
public sealed record Registry : TaggableResource
{
    /// <summary>Whether anybody can pull without signing in.</summary>
    public required Fact<bool> Public { get; init; }

    /// <summary>Whether images are scanned for vulnerabilities when they are pushed or continuously.</summary>
    public required Fact<bool> Scans { get; init; }

    /// <summary>How many images in use or newest of their tag have a critical vulnerability.</summary>
    public required Fact<int> CriticalImages { get; init; }

    /// <summary>Whether a tag always names the same image.</summary>
    public required Fact<bool> ImmutableTags { get; init; }

    /// <summary>Whether it has a shared administrator's password (Azure). Never elsewhere.</summary>
    public required Fact<bool> AdministratorPassword { get; init; }

    /// <summary>
    /// Who can push or delete; the cloud's services do not count. Unread where only a part of them is known.
    /// </summary>
    public required Fact<ImmutableArray<string>> Writers { get; init; }
}
