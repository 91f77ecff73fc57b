using System.Collections.Immutable;

namespace LandingZone.Core.Model;

/// <summary>A container of objects: an S3 bucket, a blob container, a Cloud Storage bucket, an OCI bucket.</summary>
public sealed record Bucket : LogStore
{
    /// <summary>
    /// Whether the bucket's own setting forbids all public access, whatever its policy and ACL say: all four flags of
    /// S3, <c>allowBlobPublicAccess</c> off, enforced public access prevention. The account's setting is a fact of the
    /// account.
    /// </summary>
    /// <seealso href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetPublicAccessBlock.html"/>
    public required Fact<bool> PublicAccessBlocked { get; init; }

    /// <summary>
    /// Whether requests without TLS are refused: by the bucket's policy (S3), "secure transfer required" (Azure).
    /// Always true on OCI.
    /// </summary>
    public required Fact<bool> TlsOnly { get; init; }

    /// <summary>The oldest version of TLS that it accepts, such as 1.2. Always 1.2 on AWS and OCI.</summary>
    public required Fact<double> MinimumTls { get; init; }

    /// <summary>
    /// Whether objects are encrypted with a key that the customer manages; they always are with one of the cloud's.
    /// </summary>
    public required Fact<bool> CustomerKey { get; init; }

    /// <summary>
    /// Whether access lists of single objects are off, so that its policy alone decides: S3's "bucket owner enforced",
    /// uniform bucket-level access. Always true on Azure and OCI.
    /// </summary>
    public required Fact<bool> AccessListsOff { get; init; }

    /// <summary>Whether a shared key of its storage account opens it (Azure). Never elsewhere.</summary>
    public required Fact<bool> SharedKeys { get; init; }

    /// <summary>
    /// Links that open it to who has them, as far as the cloud lists them (OCI's pre-authenticated requests); empty
    /// when there are none.
    /// </summary>
    public required Fact<ImmutableArray<SharedLink>> SharedLinks { get; init; }

    /// <summary>
    /// Whether each access to an object is recorded, by its own log or by data events of an audit trail.
    /// </summary>
    public required Fact<bool> AccessLogged { get; init; }

    /// <summary>
    /// Whether it answers only known networks: by its policy (S3), a firewall that denies by default (Azure), a service
    /// perimeter or an IP filter (Google), a network source (OCI).
    /// </summary>
    public required Fact<bool> NetworkRestricted { get; init; }

    /// <summary>
    /// After how many days earlier versions are deleted; 0 when they are kept for ever, or there are none.
    /// </summary>
    public required Fact<int> NoncurrentDays { get; init; }

    /// <summary>Regions to which objects are copied, the second of a pair too; empty when there are none.</summary>
    public required Fact<ImmutableArray<string>> ReplicaRegions { get; init; }
}

/// <summary>A link that opens a bucket or an object to who has it.</summary>
public sealed record SharedLink
{
    /// <summary>What its maker called it.</summary>
    public required string Name { get; init; }

    /// <summary>When it ends; UTC.</summary>
    public required Fact<DateTimeOffset> Expires { get; init; }
}
