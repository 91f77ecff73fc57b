namespace LandingZone.Core.Model;

/// <summary>
/// Where secrets and keys are kept: a key vault, an OCI vault; on AWS and Google Cloud the service in one region or
/// project.
/// </summary>
public sealed record Vault : TaggableResource
{
    /// <summary>Whether anybody can read from it, by a policy that names everybody.</summary>
    public required Fact<bool> Public { get; init; }

    /// <summary>
    /// Whether rights follow the cloud's roles; false for access policies of its own (Azure). Always true elsewhere.
    /// </summary>
    public required Fact<bool> RoleBased { get; init; }

    /// <summary>
    /// Whether it answers only known networks: a firewall that denies by default, private endpoints alone, a service
    /// perimeter.
    /// </summary>
    public required Fact<bool> NetworkRestricted { get; init; }

    /// <summary>For how many days what was deleted can be brought back; 0 when it cannot.</summary>
    public required Fact<int> RecoveryDays { get; init; }

    /// <summary>Whether nobody can shorten that time. Always true where the platform fixes it (AWS, OCI).</summary>
    public required Fact<bool> PurgeProtected { get; init; }

    /// <summary>
    /// Whether each use is recorded: diagnostic settings, data access logs, management events of CloudTrail.
    /// </summary>
    public required Fact<bool> Logged { get; init; }
}
