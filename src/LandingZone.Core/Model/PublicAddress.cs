namespace LandingZone.Core.Model;

/// <summary>
/// A public address that an account has reserved: an Elastic IP, a public IP of Azure, Google or OCI.
/// </summary>
public sealed record PublicAddress : TaggableResource
{
    /// <summary>The address itself, or the first of a prefix; empty where none is allocated yet.</summary>
    public required Fact<string> Address { get; init; }

    /// <summary>
    /// Whether it is protected against denial of service beyond what every address gets: Shield Advanced, a DDoS
    /// network protection plan, advanced protection of Cloud Armor.
    /// </summary>
    public required Fact<bool> DdosProtected { get; init; }

    /// <summary>Whether anything uses it.</summary>
    public required Fact<bool> Attached { get; init; }
}
