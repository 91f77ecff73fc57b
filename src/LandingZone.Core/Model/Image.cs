using System.Collections.Immutable;

namespace LandingZone.Core.Model;

/// <summary>An image of a machine that the organization made itself: an AMI, a gallery image, a custom image.</summary>
public sealed record Image : TaggableResource
{
    /// <summary>When it, or its newest version, was made; UTC.</summary>
    public required Fact<DateTimeOffset> Created { get; init; }

    /// <summary>Whether anybody may use it.</summary>
    public required Fact<bool> Public { get; init; }

    /// <summary>Accounts, tenants and organizations that may use it; empty when none may but its own.</summary>
    public required Fact<ImmutableArray<string>> SharedWith { get; init; }
}
