using System.Collections.Immutable;

namespace LandingZone.Core.Model;

/// <summary>What holds data that must come back after a loss: a machine, a disk, a file share, a database.</summary>
public abstract record ProtectedResource : TaggableResource
{
    /// <summary>
    /// Whether a plan backs it up without anybody's doing: a backup plan, a snapshot schedule, automatic backups.
    /// </summary>
    public required Fact<bool> BackupPlanned { get; init; }

    /// <summary>When it was last backed up successfully; UTC. 0001-01-01 when it never was.</summary>
    public required Fact<DateTimeOffset> LastBackup { get; init; }

    /// <summary>Where copies of its backups lie, the original ones left out; empty when there are none.</summary>
    public required Fact<ImmutableArray<BackupCopy>> BackupCopies { get; init; }
}

/// <summary>Where a copy of backups lies.</summary>
public sealed record BackupCopy
{
    /// <summary>The cloud's name of the region.</summary>
    public required string Region { get; init; }

    /// <summary>The account that holds it, often the same.</summary>
    public required string AccountId { get; init; }
}
