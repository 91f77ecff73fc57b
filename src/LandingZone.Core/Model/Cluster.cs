using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace LandingZone.Core.Model;

/// <summary>A Kubernetes cluster that the cloud runs: EKS, AKS, GKE, OKE.</summary>
public sealed record Cluster : TaggableResource
{
    /// <summary>Whether its API has an address that the internet can route to.</summary>
    public required Fact<bool> PublicEndpoint { get; init; }

    /// <summary>
    /// From which addresses the API may be reached, in CIDR notation; 0.0.0.0/0 when nothing limits it.
    /// </summary>
    public required Fact<ImmutableArray<string>> Sources { get; init; }

    /// <summary>Whether rights in the cluster follow the cloud's identities, by role-based access control.</summary>
    public required Fact<bool> CloudIdentities { get; init; }

    /// <summary>
    /// Whether somebody can sign in beside them: local accounts, client certificates, legacy authorization.
    /// </summary>
    public required Fact<bool> LocalAccounts { get; init; }

    /// <summary>Whether pods get identities of their own in the cloud instead of their node's.</summary>
    public required Fact<bool> WorkloadIdentity { get; init; }

    /// <summary>The control plane's logs that are kept; empty when none are.</summary>
    public required Fact<ImmutableArray<ClusterLog>> Logs { get; init; }

    /// <summary>The version of Kubernetes, such as <c>1.34</c>.</summary>
    public required Fact<string> Version { get; init; }

    /// <summary>When the cloud's standard support of that version ends; UTC.</summary>
    public required Fact<DateTimeOffset> SupportEnds { get; init; }

    /// <summary>Whether the cluster and its nodes are upgraded without anybody's doing.</summary>
    public required Fact<bool> UpgradesItself { get; init; }

    /// <summary>What happens to images without a trusted signature.</summary>
    public required Fact<AdmissionPolicy> Signatures { get; init; }

    /// <summary>What happens to pods that are privileged, run as root or use the host's network.</summary>
    public required Fact<AdmissionPolicy> PodSecurity { get; init; }

    /// <summary>Whether network policies are enforced between pods.</summary>
    public required Fact<bool> NetworkPolicies { get; init; }

    /// <summary>Whether traffic between nodes is encrypted.</summary>
    public required Fact<bool> NodeTrafficEncrypted { get; init; }

    /// <summary>Whether Kubernetes secrets are encrypted with a key that the customer manages.</summary>
    public required Fact<bool> SecretsWithCustomerKey { get; init; }

    /// <summary>Whether all its nodes encrypt their memory.</summary>
    public required Fact<bool> Confidential { get; init; }

    /// <summary>
    /// Whether the whole internet may reach the API, were it routed. Derived from <see cref="Sources"/>.
    /// </summary>
    [JsonIgnore]
    public Fact<bool> OpenToInternet => Sources.OpenToInternet();
}

[JsonConverter(typeof(CamelCaseEnum<ClusterLog>))]
public enum ClusterLog
{
    Api,
    Audit,
    Authenticator,
    Scheduler,
    ControllerManager,
}

[JsonConverter(typeof(CamelCaseEnum<AdmissionPolicy>))]
public enum AdmissionPolicy
{
    None,

    /// <summary>They are told and let in.</summary>
    Audit,

    /// <summary>They are refused.</summary>
    Enforced,
}
