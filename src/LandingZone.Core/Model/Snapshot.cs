using System.Collections.Immutable;

namespace LandingZone.Core.Model;

/// <summary>
/// A copy of a disk or a database at one time: an EBS or RDS snapshot, a disk snapshot, a volume backup.
/// </summary>
public sealed record Snapshot : TaggableResource
{
    /// <summary>When it was taken; UTC.</summary>
    public required Fact<DateTimeOffset> Created { get; init; }

    /// <summary>Whether anybody may copy it, or export it from anywhere.</summary>
    public required Fact<bool> Public { get; init; }

    /// <summary>Accounts and principals outside its own account that may copy it; empty when there are none.</summary>
    public required Fact<ImmutableArray<string>> SharedWith { get; init; }

    /// <summary>Whether it is encrypted. Always true on Azure, Google Cloud and OCI.</summary>
    public required Fact<bool> Encrypted { get; init; }
}
