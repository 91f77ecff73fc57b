namespace LandingZone.Core.Model;

/// <summary>A secret in a vault. Its value is never read.</summary>
public sealed record Secret : TaggableResource
{
    /// <summary>Whether anybody can read it, by a policy that names everybody.</summary>
    public required Fact<bool> Public { get; init; }

    /// <summary>Whether it is replaced without anybody's doing.</summary>
    public required Fact<bool> RotatesItself { get; init; }

    /// <summary>When its newest value was set; UTC.</summary>
    public required Fact<DateTimeOffset> LastChanged { get; init; }

    /// <summary>When it ends; UTC. 9999-12-31 when it never does.</summary>
    public required Fact<DateTimeOffset> Expires { get; init; }
}
