using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace LandingZone.Core.Model;

/// <summary>One thing in a cloud, in words that all clouds share.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Organization), nameof(Organization))]
[JsonDerivedType(typeof(Folder), nameof(Folder))]
[JsonDerivedType(typeof(Account), nameof(Account))]
[JsonDerivedType(typeof(Region), nameof(Region))]
[JsonDerivedType(typeof(Guardrail), nameof(Guardrail))]
[JsonDerivedType(typeof(IdentityProvider), nameof(IdentityProvider))]
[JsonDerivedType(typeof(User), nameof(User))]
[JsonDerivedType(typeof(Group), nameof(Group))]
[JsonDerivedType(typeof(Role), nameof(Role))]
[JsonDerivedType(typeof(Grant), nameof(Grant))]
[JsonDerivedType(typeof(AccessKey), nameof(AccessKey))]
[JsonDerivedType(typeof(ApiKey), nameof(ApiKey))]
[JsonDerivedType(typeof(PasswordPolicy), nameof(PasswordPolicy))]
[JsonDerivedType(typeof(ConditionalAccess), nameof(ConditionalAccess))]
[JsonDerivedType(typeof(AuditTrail), nameof(AuditTrail))]
[JsonDerivedType(typeof(LogArchive), nameof(LogArchive))]
[JsonDerivedType(typeof(AlertRule), nameof(AlertRule))]
[JsonDerivedType(typeof(SecurityService), nameof(SecurityService))]
[JsonDerivedType(typeof(Contact), nameof(Contact))]
[JsonDerivedType(typeof(Budget), nameof(Budget))]
[JsonDerivedType(typeof(BillingExport), nameof(BillingExport))]
[JsonDerivedType(typeof(Quota), nameof(Quota))]
[JsonDerivedType(typeof(Bastion), nameof(Bastion))]
[JsonDerivedType(typeof(Vpn), nameof(Vpn))]
[JsonDerivedType(typeof(ClientVpn), nameof(ClientVpn))]
[JsonDerivedType(typeof(Network), nameof(Network))]
[JsonDerivedType(typeof(Subnet), nameof(Subnet))]
[JsonDerivedType(typeof(FirewallRule), nameof(FirewallRule))]
[JsonDerivedType(typeof(NetworkInterface), nameof(NetworkInterface))]
[JsonDerivedType(typeof(PublicAddress), nameof(PublicAddress))]
[JsonDerivedType(typeof(LoadBalancer), nameof(LoadBalancer))]
[JsonDerivedType(typeof(WebFirewall), nameof(WebFirewall))]
[JsonDerivedType(typeof(PrivateEndpoint), nameof(PrivateEndpoint))]
[JsonDerivedType(typeof(Instance), nameof(Instance))]
[JsonDerivedType(typeof(Image), nameof(Image))]
[JsonDerivedType(typeof(Disk), nameof(Disk))]
[JsonDerivedType(typeof(Snapshot), nameof(Snapshot))]
[JsonDerivedType(typeof(FileShare), nameof(FileShare))]
[JsonDerivedType(typeof(Cluster), nameof(Cluster))]
[JsonDerivedType(typeof(Registry), nameof(Registry))]
[JsonDerivedType(typeof(Workload), nameof(Workload))]
[JsonDerivedType(typeof(Function), nameof(Function))]
[JsonDerivedType(typeof(Database), nameof(Database))]
[JsonDerivedType(typeof(Bucket), nameof(Bucket))]
[JsonDerivedType(typeof(Vault), nameof(Vault))]
[JsonDerivedType(typeof(Secret), nameof(Secret))]
[JsonDerivedType(typeof(Key), nameof(Key))]
[JsonDerivedType(typeof(Certificate), nameof(Certificate))]
[JsonDerivedType(typeof(BackupVault), nameof(BackupVault))]
[JsonDerivedType(typeof(Deployment), nameof(Deployment))]
[JsonDerivedType(typeof(Gap), nameof(Gap))]
public abstract record Resource
{
    /// <summary>The cloud's globally unique id: an ARN, an ARM id, a full Google resource name, an OCID.</summary>
    [JsonPropertyOrder(-5)]
    public required string Id { get; init; }

    /// <summary>What people call it.</summary>
    [JsonPropertyOrder(-4)]
    public required string Name { get; init; }

    [JsonPropertyOrder(-3)]
    public required Cloud Cloud { get; init; }

    /// <summary>
    /// The account it belongs to; an account's own id for the account itself. Null for what belongs to the
    /// organization.
    /// </summary>
    [JsonPropertyOrder(-2)]
    public string? AccountId { get; init; }

    /// <summary>
    /// The organization that it belongs to, where it belongs to no account: a user of a tenant, a guardrail. Null
    /// elsewhere.
    /// </summary>
    [JsonPropertyOrder(-2)]
    public string? OrganizationId { get; init; }

    /// <summary>The cloud's name of the region; null for what is global.</summary>
    [JsonPropertyOrder(-1)]
    public string? Region { get; init; }
}

/// <summary>A resource that can carry tags (AWS, Azure, Oracle) or labels (Google).</summary>
public abstract record TaggableResource : Resource
{
    /// <summary>
    /// Keys and values as set on the resource, those of a provider's defaults included; empty when there are none.
    /// Google's keys are lower case; Oracle's defined tags read <c>namespace.key</c>.
    /// </summary>
    public required Fact<ImmutableSortedDictionary<string, string>> Tags { get; init; }

    /// <summary>
    /// Whether this cloud gives such a thing no tags, as Google gives networks no labels; then none are missed.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Untaggable { get; init; }
}
