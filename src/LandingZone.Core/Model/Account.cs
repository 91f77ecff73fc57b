using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace LandingZone.Core.Model;

/// <summary>
/// What separates one workload or environment from another and is billed: an AWS account, an Azure subscription, a
/// Google project, an OCI compartment below the root.
/// </summary>
public sealed record Account : TaggableResource
{
    /// <summary>The organization that it is in; the one that stands for "none" where none is in use.</summary>
    public required Link<Organization> Organization { get; init; }

    /// <summary>
    /// The folders from the top of the organization down to the account; empty directly below the top.
    /// </summary>
    public required Fact<ImmutableArray<Link<Folder>>> Folders { get; init; }

    /// <summary>
    /// Whether the organization is run from here: the AWS management account, an OCI root compartment, a subscription
    /// or project that stands directly below the root. True for an AWS account that has no organization.
    /// </summary>
    public required Fact<bool> Management { get; init; }

    /// <summary>Whether it can be used; closed and suspended accounts are told, not judged.</summary>
    public required Fact<AccountStatus> Status { get; init; }

    /// <summary>The regions that can hold resources: those enabled in AWS and OCI, those in use elsewhere.</summary>
    public required Fact<ImmutableArray<string>> Regions { get; init; }

    /// <summary>
    /// Who pays: the AWS payer account, an Azure billing account or invoice section, a Google billing account, the OCI
    /// tenancy. Empty for a Google project that is linked to none.
    /// </summary>
    public required Fact<string> BillingAccountId { get; init; }

    /// <summary>
    /// Whether a setting above the single bucket forbids all public access to object storage: all four flags of the AWS
    /// account, a denying policy on Azure, enforced public access prevention on Google, a security zone on OCI.
    /// </summary>
    /// <seealso href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_control_GetPublicAccessBlock.html"/>
    public required Fact<bool> PublicAccessBlocked { get; init; }

    /// <summary>
    /// Which kinds were listed in full, and in which regions (<c>global</c> for a kind that is listed once for all). A
    /// kind or region that is missing here was not read, and lists over it are incomplete.
    /// </summary>
    public required ImmutableSortedDictionary<string, ImmutableArray<string>> Listed { get; init; }

    /// <summary>
    /// Why the account is not judged: suspended, or outside the scope that the run was given. Null for an account in
    /// scope.
    /// </summary>
    public string? LeftOut { get; init; }

    /// <summary>
    /// What runs in the account. Derived from folders, tags and name by the patterns of <c>landingzone.yaml</c>, never
    /// stated by a provider; unread for an account that no pattern matches.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Fact<ImmutableArray<AccountEnvironment>> Environments { get; init; }

    /// <summary>Whether anything says what runs in the account. Derived with <see cref="Environments"/>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Fact<bool> EnvironmentDeclared { get; init; }

    /// <summary>
    /// What the nearest folder whose name says one is for, by the same patterns; empty when no folder says. Derived.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Fact<ImmutableArray<AccountEnvironment>> FolderEnvironments { get; init; }

    /// <summary>Whether a tag, a folder or <c>landingzone.yaml</c> says who answers for the account. Derived.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Fact<bool> OwnerDeclared { get; init; }
}

[JsonConverter(typeof(CamelCaseEnum<AccountStatus>))]
public enum AccountStatus
{
    Active,

    /// <summary>Closed, suspended, disabled or waiting for deletion.</summary>
    Suspended,
}

[JsonConverter(typeof(CamelCaseEnum<AccountEnvironment>))]
public enum AccountEnvironment
{
    Production,
    Test,
    Development,

    /// <summary>Security, audit, network, billing and other services that the other environments use.</summary>
    Shared,
    Sandbox,
}
