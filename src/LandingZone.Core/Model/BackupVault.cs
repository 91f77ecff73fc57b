namespace LandingZone.Core.Model;

/// <summary>
/// Where backups are kept: a vault of AWS Backup, a Recovery Services vault, a vault of Backup and DR, a protection
/// policy's store.
/// </summary>
public sealed record BackupVault : TaggableResource
{
    /// <summary>
    /// Whether nobody can delete a backup before its time: a vault lock, immutability, an enforced retention.
    /// </summary>
    public required Fact<bool> Locked { get; init; }

    /// <summary>Whether deleted backups can be brought back for a while.</summary>
    public required Fact<bool> SoftDelete { get; init; }

    /// <summary>Whether anybody outside the organization can reach it, by its policy.</summary>
    public required Fact<bool> Public { get; init; }

    /// <summary>Whether backups are encrypted with a key that the customer manages.</summary>
    public required Fact<bool> CustomerKey { get; init; }

    /// <summary>How many backups of the last seven days failed.</summary>
    public required Fact<int> FailedJobs { get; init; }

    /// <summary>
    /// When something was last restored from it successfully, as a test or in earnest; UTC. 0001-01-01 when never.
    /// </summary>
    public required Fact<DateTimeOffset> LastRestore { get; init; }
}
