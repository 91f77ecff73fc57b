namespace LandingZone.Core.Model;

/// <summary>A container of objects: an S3 bucket, a blob container, a Cloud Storage bucket, an OCI bucket.</summary>
public sealed record Bucket : LogStore
{
    /// <summary>
    /// Whether the bucket's own setting forbids all public access, whatever its policy and ACL say: all four flags of S3,
    /// <c>allowBlobPublicAccess</c> off, enforced public access prevention. The account's setting is a fact of the account.
    /// </summary>
    /// <seealso href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetPublicAccessBlock.html"/>
    public required Fact<bool> PublicAccessBlocked { get; init; }

    /// <summary>
    /// Whether requests without TLS are refused: by the bucket's policy (S3), "secure transfer required" (Azure). Always
    /// true on OCI.
    /// </summary>
    public required Fact<bool> TlsOnly { get; init; }
}
