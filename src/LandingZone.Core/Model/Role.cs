using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace LandingZone.Core.Model;

/// <summary>
/// An identity without a person of its own, which programs or other principals take on: an IAM role, a service
/// principal or managed identity, a service account, a dynamic group.
/// </summary>
public sealed record Role : Principal
{
    /// <summary>
    /// Whether the platform made it and keeps it: a service-linked role, a role of Identity Center, an identity by
    /// which Azure Policy mends, a service agent.
    /// </summary>
    public required Fact<bool> PlatformManaged { get; init; }

    /// <summary>
    /// Who may take it on, by its trust policy or federated credentials; empty when only its own cloud's services may.
    /// </summary>
    public required Fact<ImmutableArray<Trust>> Trusts { get; init; }

    /// <summary>When it was last taken on; UTC. Of a role that never was, when it was made.</summary>
    public required Fact<DateTimeOffset> LastUsed { get; init; }

    /// <summary>What it is for, in words; empty when nobody wrote it.</summary>
    public required Fact<string> Description { get; init; }
}

/// <summary>Somebody who may take on a role.</summary>
public sealed record Trust
{
    /// <summary>The account, user or federation, as the policy names it; <c>*</c> for everybody.</summary>
    public required string Principal { get; init; }

    /// <summary>Whether that is one of the organization's own.</summary>
    public required TrustedParty Party { get; init; }

    /// <summary>
    /// Whether conditions narrow it to somebody in particular: an external id, a subject of a token, an organization.
    /// </summary>
    /// <seealso href="https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html"/>
    public required bool Conditional { get; init; }
}

[JsonConverter(typeof(CamelCaseEnum<TrustedParty>))]
public enum TrustedParty
{
    /// <summary>An account of the same organization, or the role's own.</summary>
    Organization,

    /// <summary>An account that is none of the organization's.</summary>
    Outsider,

    /// <summary>Tokens of an identity provider, such as GitHub's.</summary>
    Federation,

    /// <summary>Everybody.</summary>
    Anyone,
}
