using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace LandingZone.Core.Model;

/// <summary>What was deployed by code together: a stack, a deployment, a state file of Terraform.</summary>
public sealed record Deployment : TaggableResource
{
    /// <summary>Who keeps its state.</summary>
    public required Fact<DeploymentType> Type { get; init; }

    /// <summary>The ids of what it manages.</summary>
    public required Fact<ImmutableArray<string>> Resources { get; init; }

    /// <summary>
    /// The ids of what differs from the code; empty when nothing does. Unread where nobody has looked.
    /// </summary>
    public required Fact<ImmutableArray<string>> Drifted { get; init; }

    /// <summary>Secrets that are written out in its code; empty when none was found. Only a plan tells.</summary>
    public required Fact<ImmutableArray<SecretFinding>> Secrets { get; init; }

    /// <summary>
    /// Whether its state is kept for it: always for stacks of the cloud; for a state file, whether its store is
    /// private, versioned, encrypted and locked while it is changed.
    /// </summary>
    public required Fact<StateStore> State { get; init; }
}

[JsonConverter(typeof(CamelCaseEnum<DeploymentType>))]
public enum DeploymentType
{
    /// <summary>A stack or deployment whose state the cloud keeps.</summary>
    Stack,

    /// <summary>A state file of Terraform or OpenTofu.</summary>
    StateFile,

    /// <summary>A plan of what shall be deployed.</summary>
    Plan,
}

/// <summary>How the state of a deployment is kept.</summary>
public sealed record StateStore
{
    /// <summary>Whether it lies on somebody's own disk.</summary>
    public required bool Local { get; init; }

    /// <summary>Whether the store encrypts it at rest.</summary>
    public required bool Encrypted { get; init; }

    /// <summary>Whether an earlier state can be brought back.</summary>
    public required bool Versioned { get; init; }

    /// <summary>Whether two changes at once are impossible.</summary>
    public required bool Locking { get; init; }

    /// <summary>Whether anybody can read it without credentials.</summary>
    public required bool Public { get; init; }
}
