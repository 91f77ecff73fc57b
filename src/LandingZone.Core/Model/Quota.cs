namespace LandingZone.Core.Model;

/// <summary>How much of something an account may have at once, and has.</summary>
public sealed record Quota : Resource
{
    /// <summary>The most that is allowed; in the quota's own unit.</summary>
    public required Fact<double> Limit { get; init; }

    /// <summary>What is in use; in the same unit.</summary>
    public required Fact<double> Used { get; init; }
}
