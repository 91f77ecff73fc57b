using System.Collections.Immutable;

namespace LandingZone.Core.Model;

/// <summary>
/// Containers that run together: an ECS task definition, a container app or instance, a Cloud Run service, a pod's
/// owner where the cluster was asked.
/// </summary>
public sealed record Workload : TaggableResource
{
    /// <summary>The images of its containers, with registry and tag or digest.</summary>
    public required Fact<ImmutableArray<string>> Images { get; init; }

    /// <summary>Whether any container runs privileged.</summary>
    public required Fact<bool> Privileged { get; init; }

    /// <summary>Whether any container runs as root. True where nothing says another user.</summary>
    public required Fact<bool> RunsAsRoot { get; init; }

    /// <summary>Whether it shares the network or processes of its host.</summary>
    public required Fact<bool> SharesHost { get; init; }

    /// <summary>Secrets in its environment variables; empty when none was found.</summary>
    public required Fact<ImmutableArray<SecretFinding>> Secrets { get; init; }

    /// <summary>As whom it calls the cloud.</summary>
    public required Fact<InstanceIdentity> Identity { get; init; }
}
