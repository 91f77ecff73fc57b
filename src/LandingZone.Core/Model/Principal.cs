namespace LandingZone.Core.Model;

/// <summary>Who can be granted rights: a user, a group, or a role that programs and people take on.</summary>
public abstract record Principal : Resource
{
    /// <summary>
    /// Whether it may do everything in an account or above: the AWS root user or AdministratorAccess, an Azure owner or
    /// global administrator, a Google owner or organization administrator, a member of OCI's Administrators. Rights
    /// through a group count; so do rights that must first be activated.
    /// </summary>
    public required Fact<bool> Administrator { get; init; }
}
