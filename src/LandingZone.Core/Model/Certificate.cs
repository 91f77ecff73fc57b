namespace LandingZone.Core.Model;

/// <summary>A TLS certificate that a service of the cloud holds.</summary>
public sealed record Certificate : TaggableResource
{
    /// <summary>When it ends; UTC.</summary>
    public required Fact<DateTimeOffset> Expires { get; init; }

    /// <summary>Whether the cloud renews it without anybody's doing.</summary>
    public required Fact<bool> RenewsItself { get; init; }

    /// <summary>Whether anything serves it.</summary>
    public required Fact<bool> InUse { get; init; }
}
