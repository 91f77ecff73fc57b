namespace LandingZone.Core.Model;

/// <summary>A file system that machines mount: EFS, Azure Files, Filestore, OCI File Storage.</summary>
public sealed record FileShare : ProtectedResource
{
    /// <summary>Whether it is encrypted at rest. Always true on Azure, Google Cloud and OCI.</summary>
    public required Fact<bool> Encrypted { get; init; }

    /// <summary>Whether the key is one that the customer manages.</summary>
    public required Fact<bool> CustomerKey { get; init; }

    /// <summary>Whether it refuses mounts that are not encrypted on the way.</summary>
    public required Fact<bool> TransitEncrypted { get; init; }
}
