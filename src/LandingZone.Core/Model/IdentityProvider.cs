using System.Text.Json.Serialization;

namespace LandingZone.Core.Model;

/// <summary>
/// Where people or workloads sign in from: a SAML or OIDC provider, Identity Center, a synchronized directory, a pool.
/// </summary>
public sealed record IdentityProvider : Resource
{
    /// <summary>Whether it can be used to sign in now. Always true for AWS's providers, which have no switch.</summary>
    public required Fact<bool> Enabled { get; init; }

    /// <summary>
    /// Whether people sign in by it; false for providers of workloads, such as a cluster's or GitHub's.
    /// </summary>
    public required Fact<bool> ForPeople { get; init; }

    /// <summary>How it tells who somebody is.</summary>
    public required Fact<FederationProtocol> Protocol { get; init; }

    /// <summary>
    /// Whether users and groups are provisioned and removed by it (SCIM or directory synchronization).
    /// </summary>
    public required Fact<bool> ProvisionsUsers { get; init; }

    /// <summary>
    /// When the certificate that signs its assertions ends; UTC. 9999-12-31 where there is none, as in OIDC.
    /// </summary>
    public required Fact<DateTimeOffset> CertificateExpires { get; init; }
}

[JsonConverter(typeof(CamelCaseEnum<FederationProtocol>))]
public enum FederationProtocol
{
    Saml,
    Oidc,

    /// <summary>The cloud's own directory, alone or synchronized with another.</summary>
    Directory,
}
