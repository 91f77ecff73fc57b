namespace LandingZone.Core.Model;

/// <summary>
/// A way from a network to a service of the cloud without the internet: a VPC endpoint, a private endpoint, PSC.
/// </summary>
public sealed record PrivateEndpoint : Resource
{
    /// <summary>The network from which it is reached.</summary>
    public required Fact<Link<Network>> Network { get; init; }

    /// <summary>The service or resource that it leads to, as the cloud names it.</summary>
    public required Fact<string> Service { get; init; }
}
