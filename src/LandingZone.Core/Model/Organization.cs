using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace LandingZone.Core.Model;

/// <summary>
/// The top of one cloud's hierarchy: an AWS organization, an Entra tenant, a Google organization, an OCI tenancy. There
/// is always one: where none is in use (one AWS account alone, a Google project without an organization) it says so in
/// <see cref="InUse"/>. Rules over a whole estate judge this kind, one cloud at a time.
/// </summary>
public sealed record Organization : Resource
{
    /// <summary>
    /// False where accounts stand alone. AWS: <c>DescribeOrganization</c> says <c>AWSOrganizationsNotInUse</c>.
    /// </summary>
    public required Fact<bool> InUse { get; init; }

    /// <summary>
    /// Whether policies can be set from the top. AWS: feature set ALL, not only consolidated billing. Always true for
    /// the other clouds' organizations.
    /// </summary>
    /// <seealso href="https://docs.aws.amazon.com/organizations/latest/APIReference/API_Organization.html"/>
    public required Fact<bool> AllFeatures { get; init; }

    /// <summary>
    /// The id of the folder into which new accounts come, or of the organization where they come to the top: the
    /// default management group of Azure. Always the organization on AWS and Google Cloud.
    /// </summary>
    /// <seealso href="https://learn.microsoft.com/en-us/azure/governance/management-groups/how-to/protect-resource-hierarchy"/>
    public required Fact<string> DefaultFolderId { get; init; }

    /// <summary>
    /// The tags by which the bill can be split: activated cost allocation tags of AWS, cost-tracking tags of OCI.
    /// Unread on Azure and Google Cloud, whose bills show every tag.
    /// </summary>
    /// <seealso href="https://docs.aws.amazon.com/aws-cost-management/latest/APIReference/API_ListCostAllocationTags.html"/>
    public required Fact<ImmutableArray<string>> CostTags { get; init; }

    /// <summary>
    /// Which kinds of the organization's own (Account, Folder, and what belongs to no account) were listed in full: the
    /// kind, and <c>global</c>. A kind of which this cloud's organizations can own nothing is listed in full.
    /// </summary>
    public required ImmutableSortedDictionary<string, ImmutableArray<string>> Listed { get; init; }

    /// <summary>
    /// How the accounts that were found differ from <c>expectedAccounts</c> of <c>landingzone.yaml</c>, in words; empty
    /// when they do not. Derived; unread where that says nothing of this cloud.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Fact<string> AccountDifferences { get; init; }
}
