namespace LandingZone.Core.Model;

/// <summary>
/// A key that the customer manages for encryption, in use and symmetric or of a vault; keys of the cloud's own are left
/// out.
/// </summary>
public sealed record Key : TaggableResource
{
    /// <summary>After how many days it is rotated without anybody's doing; 0 when it is not.</summary>
    public required Fact<int> RotationDays { get; init; }

    /// <summary>Whether the cloud can rotate it at all; false for asymmetric and imported keys.</summary>
    public required Fact<bool> Rotatable { get; init; }

    /// <summary>When its newest version was made; UTC.</summary>
    public required Fact<DateTimeOffset> LastRotated { get; init; }

    /// <summary>Whether anybody can use it, by a policy that names everybody without a condition.</summary>
    public required Fact<bool> Public { get; init; }

    /// <summary>Whether it is waiting for its deletion.</summary>
    public required Fact<bool> PendingDeletion { get; init; }
}
