namespace LandingZone.Core.Model;

/// <summary>A block volume: an EBS volume, a managed disk, a persistent disk, a boot or block volume.</summary>
public sealed record Disk : ProtectedResource
{
    /// <summary>Whether it is encrypted at rest. Always true on Azure, Google Cloud and OCI.</summary>
    public required Fact<bool> Encrypted { get; init; }

    /// <summary>Whether the key is one that the customer manages.</summary>
    public required Fact<bool> CustomerKey { get; init; }

    /// <summary>Whether a machine uses it.</summary>
    public required Fact<bool> Attached { get; init; }

    /// <summary>
    /// Whether it can be exported from anywhere by a link (Azure: access policy <c>AllowAll</c>). Never elsewhere.
    /// </summary>
    public required Fact<bool> Exportable { get; init; }
}
