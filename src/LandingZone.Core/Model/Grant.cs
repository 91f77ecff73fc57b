using System.Text.Json.Serialization;

namespace LandingZone.Core.Model;

/// <summary>
/// Rights that one principal holds somewhere: a policy attached to an IAM principal, an assignment of Identity Center,
/// a role assignment, a member of an IAM binding, a statement of an OCI policy.
/// </summary>
public sealed record Grant : ScopedResource
{
    /// <summary>The id of the principal, as the cloud names it; <c>*</c> for everybody.</summary>
    public required Fact<string> PrincipalId { get; init; }

    /// <summary>What people call the principal.</summary>
    public required Fact<string> PrincipalName { get; init; }

    /// <summary>What kind of principal holds it.</summary>
    public required Fact<PrincipalType> PrincipalType { get; init; }

    /// <summary>
    /// Whether the principal is none of the organization's: a guest, another account, a foreign domain or tenancy.
    /// </summary>
    public required Fact<bool> External { get; init; }

    /// <summary>
    /// Whether the platform made it for a service of its own: a service-linked role, a service agent, an identity by
    /// which Azure Policy mends.
    /// </summary>
    public required Fact<bool> PlatformManaged { get; init; }

    /// <summary>
    /// The cloud's name of the policy or role, such as <c>AdministratorAccess</c>, <c>Owner</c>, <c>roles/editor</c>.
    /// </summary>
    public required Fact<string> Role { get; init; }

    /// <summary>How much may be done with it, by what its policy or role allows and no boundary takes back.</summary>
    public required Fact<Privilege> Privilege { get; init; }

    /// <summary>Whether the policy or role was written by the customer and not by the cloud.</summary>
    public required Fact<bool> Custom { get; init; }

    /// <summary>How much it reaches: the widest of its scopes.</summary>
    public required Fact<ScopeLevel> Level { get; init; }

    /// <summary>
    /// False for rights that must be activated or that end by themselves (Privileged Identity Management).
    /// </summary>
    public required Fact<bool> Standing { get; init; }
}

[JsonConverter(typeof(CamelCaseEnum<PrincipalType>))]
public enum PrincipalType
{
    User,
    Group,

    /// <summary>
    /// An identity without a person: an IAM role, a service principal, a service account, a dynamic group.
    /// </summary>
    Role,

    /// <summary>A whole domain, tenancy or account.</summary>
    Domain,

    /// <summary>Everybody, with or without a sign-in of any kind.</summary>
    Anyone,
}

[JsonConverter(typeof(CamelCaseEnum<Privilege>))]
public enum Privilege
{
    /// <summary>Everything, access rights included: AdministratorAccess, Owner, manage all-resources.</summary>
    Administrator,

    /// <summary>
    /// Giving rights to anybody, oneself included: User Access Administrator, IAMFullAccess, a project's IAM admin.
    /// </summary>
    AccessAdministrator,

    /// <summary>Everything but access rights: PowerUserAccess, Contributor, <c>roles/editor</c>.</summary>
    Editor,

    /// <summary>A part of the services, or reading.</summary>
    Limited,
}

[JsonConverter(typeof(CamelCaseEnum<ScopeLevel>))]
public enum ScopeLevel
{
    Organization,
    Folder,
    Account,

    /// <summary>A resource group or less.</summary>
    Resource,
}
