using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace LandingZone.Core.Model;

/// <summary>
/// A policy set from above that an account cannot undo: an SCP, RCP or other policy of AWS Organizations, an Azure
/// Policy assignment, a Google organization policy or perimeter, an OCI security zone, quota or tag default.
/// </summary>
public sealed record Guardrail : ScopedResource
{
    /// <summary>Which of the clouds' kinds of policy it is.</summary>
    public required Fact<GuardrailType> Type { get; init; }

    /// <summary>
    /// Whether it refuses or mends what it is about. False for one that only reports: an audit effect, an assignment
    /// that is not enforced, a dry run, a tag policy that enforces nothing.
    /// </summary>
    public required Fact<bool> Enforced { get; init; }

    /// <summary>What it makes impossible, or mends where it happens; empty when it is about something else.</summary>
    public required Fact<ImmutableArray<Denial>> Denies { get; init; }

    /// <summary>
    /// The tags without which it lets nothing be made, or that it adds itself; empty when it is not about tags.
    /// </summary>
    public required Fact<ImmutableArray<string>> RequiredTags { get; init; }

    /// <summary>The regions outside which it lets nothing be made; empty when it is not about regions.</summary>
    public required Fact<ImmutableArray<string>> AllowedRegions { get; init; }

    /// <summary>
    /// The ids of accounts and folders below its scopes for which it does not hold: the AWS management account, Azure's
    /// <c>notScopes</c>, where Google's policy is overridden.
    /// </summary>
    public required Fact<ImmutableArray<string>> NotScopes { get; init; }

    /// <summary>
    /// Single exceptions that were made from it; empty where there are none or the cloud has no such thing.
    /// </summary>
    public required Fact<ImmutableArray<Exemption>> Exemptions { get; init; }

    /// <summary>
    /// Whether the identity by which it mends has the rights that it needs. True where nothing must be mended.
    /// </summary>
    /// <seealso href="https://learn.microsoft.com/en-us/azure/governance/policy/how-to/remediate-resources"/>
    public required Fact<bool> RemediationWorks { get; init; }
}

/// <summary>An exception from a guardrail.</summary>
public sealed record Exemption
{
    /// <summary>What its maker called it.</summary>
    public required string Name { get; init; }

    /// <summary>When it ends; UTC. 9999-12-31 when it never does.</summary>
    public required Fact<DateTimeOffset> Expires { get; init; }
}

[JsonConverter(typeof(CamelCaseEnum<GuardrailType>))]
public enum GuardrailType
{
    /// <summary>Bounds what principals may do (AWS).</summary>
    ServiceControlPolicy,

    /// <summary>Bounds what may be done with resources (AWS).</summary>
    ResourceControlPolicy,

    /// <summary>Sets how a service behaves (AWS: EC2, S3, chat and others).</summary>
    DeclarativePolicy,
    BackupPolicy,
    TagPolicy,
    AiOptOutPolicy,

    /// <summary>A single Azure Policy definition.</summary>
    PolicyAssignment,

    /// <summary>An initiative: a set of Azure Policy definitions, such as the cloud security benchmark.</summary>
    InitiativeAssignment,
    OrganizationPolicy,

    /// <summary>VPC Service Controls.</summary>
    ServicePerimeter,
    SecurityZone,
    Quota,
    TagDefault,

    /// <summary>A setting of the directory itself, such as who may invite guests.</summary>
    DirectorySetting,
}

/// <summary>What a guardrail makes impossible.</summary>
[JsonConverter(typeof(CamelCaseEnum<Denial>))]
public enum Denial
{
    LeavingOrganization,

    /// <summary>Stopping, changing or deleting the audit trail or its store.</summary>
    AuditTampering,

    /// <summary>Acting as the AWS root user.</summary>
    RootUse,

    /// <summary>Access by identities or to resources of strangers: a data perimeter.</summary>
    ForeignAccess,

    /// <summary>Giving rights to identities of foreign domains, and inviting guests by anybody.</summary>
    ForeignMembers,
    PublicBuckets,

    /// <summary>Sharing images and snapshots with everybody.</summary>
    PublicImages,
    PublicAddresses,
    ServiceAccountKeys,

    /// <summary>The broad rights that Google gives to default service accounts by itself.</summary>
    DefaultServiceAccountGrants,

    /// <summary>SSH keys in metadata instead of OS Login.</summary>
    MetadataSshKeys,

    /// <summary>Access lists of single objects beside the bucket's own policy.</summary>
    ObjectAccessLists,

    /// <summary>Machines larger or dearer than those allowed, or more of them than a quota.</summary>
    ExpensiveResources,
    OtherRegions,

    /// <summary>The cloud's using content to train AI services.</summary>
    AiTraining,

    /// <summary>An account whose activity is not exported: the export is made for it.</summary>
    UnexportedActivity,
    UnencryptedDisks,

    /// <summary>Machines without encrypted memory.</summary>
    OpenMemory,

    /// <summary>Resources without a backup plan: one is made for them.</summary>
    MissingBackup,

    /// <summary>Anything else that a policy of the customer's own refuses.</summary>
    Other,
}
