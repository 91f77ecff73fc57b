namespace LandingZone.Core.Model;

/// <summary>
/// A level between organization and account: an organizational unit, management group, folder or compartment.
/// </summary>
public sealed record Folder : Resource
{
    /// <summary>The organization that it is in.</summary>
    public required Link<Organization> Organization { get; init; }

    /// <summary>The id of the folder above, or the organization's.</summary>
    public required Fact<string> ParentId { get; init; }
}
