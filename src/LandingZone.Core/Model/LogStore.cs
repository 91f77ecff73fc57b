using System.Collections.Immutable;

namespace LandingZone.Core.Model;

/// <summary>Where logs are kept: a bucket of objects, or an archive that is made for logs.</summary>
public abstract record LogStore : TaggableResource
{
    /// <summary>Whether anybody can read or write it without credentials now, blocks considered.</summary>
    public required Fact<bool> Public { get; init; }

    /// <summary>Whether overwritten and deleted objects can be recovered by version or soft delete.</summary>
    public required Fact<bool> Versioned { get; init; }

    /// <summary>
    /// Whether nobody can change or delete what is in it before its time: Object Lock in compliance mode, a locked
    /// immutability or retention policy, a locked log bucket.
    /// </summary>
    /// <seealso href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock.html"/>
    public required Fact<bool> Locked { get; init; }

    /// <summary>
    /// After how many days contents are deleted, by lifecycle or retention; 0 when they are kept for ever.
    /// </summary>
    public required Fact<int> RetentionDays { get; init; }

    /// <summary>
    /// Who can read it, by resource policy and by rights of their own; the cloud's services do not count. Unread where
    /// only a part of them is known.
    /// </summary>
    public required Fact<ImmutableArray<string>> Readers { get; init; }

    /// <summary>Who can change or delete what is in it, told as for <see cref="Readers"/>.</summary>
    public required Fact<ImmutableArray<string>> Writers { get; init; }
}
