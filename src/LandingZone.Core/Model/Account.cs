using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace LandingZone.Core.Model;

/// <summary>
/// What separates one workload or environment from another and is billed: an AWS account, an Azure subscription, a Google
/// project, an OCI compartment below the root.
/// </summary>
public sealed record Account : TaggableResource
{
    public required Link<Organization> Organization { get; init; }

    /// <summary>The folders from the top of the organization down to the account; empty directly below the top.</summary>
    public required Fact<ImmutableArray<Link<Folder>>> Folders { get; init; }

    /// <summary>
    /// Whether the organization is run from here: the AWS management account, an OCI root compartment, a subscription or
    /// project that stands directly below the root. True for an AWS account that has no organization.
    /// </summary>
    public required Fact<bool> Management { get; init; }

    public required Fact<AccountStatus> Status { get; init; }

    /// <summary>The regions that can hold resources: those enabled in AWS and OCI, those in use elsewhere.</summary>
    public required Fact<ImmutableArray<string>> Regions { get; init; }

    /// <summary>The effective policy for passwords of the cloud's own users, with the cloud's defaults where none is set.</summary>
    public required Fact<PasswordPolicy> PasswordPolicy { get; init; }

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
    /// Why the account is not judged: suspended, or outside the scope that the run was given. Null for an account in scope.
    /// </summary>
    public string? LeftOut { get; init; }

    /// <summary>
    /// What runs in the account. Derived from folders, tags and name by the patterns of <c>landingzone.yaml</c>, never
    /// stated by a provider; unread for an account that no pattern matches.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Fact<ImmutableArray<AccountEnvironment>> Environments { get; init; }
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

/// <summary>Rules for passwords of the cloud's own users, as they are enforced.</summary>
public sealed record PasswordPolicy
{
    /// <summary>The least number of characters. AWS without a policy: 8.</summary>
    public required int MinimumLength { get; init; }

    /// <summary>How many earlier passwords may not be used again; 0 when any may.</summary>
    public required int History { get; init; }

    /// <summary>Whether upper and lower case letters, digits and symbols are all demanded.</summary>
    public required bool AllCharacterClasses { get; init; }

    /// <summary>After how many days a password ends; 0 when it never does.</summary>
    public required int MaximumAgeDays { get; init; }
}
