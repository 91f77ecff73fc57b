using System.Collections.Immutable;

namespace LandingZone.Core.Model;

/// <summary>
/// The top of one cloud's hierarchy: an AWS organization, an Entra tenant, a Google organization, an OCI tenancy. There is
/// always one: where none is in use (one AWS account alone, a Google project without an organization) it says so in
/// <see cref="InUse"/>. Rules over a whole estate judge this kind, one cloud at a time.
/// </summary>
public sealed record Organization : Resource
{
    /// <summary>False where accounts stand alone. AWS: <c>DescribeOrganization</c> says <c>AWSOrganizationsNotInUse</c>.</summary>
    public required Fact<bool> InUse { get; init; }

    /// <summary>
    /// Whether policies can be set from the top. AWS: feature set ALL, not only consolidated billing. Always true for
    /// the other clouds' organizations.
    /// </summary>
    /// <seealso href="https://docs.aws.amazon.com/organizations/latest/APIReference/API_Organization.html"/>
    public required Fact<bool> AllFeatures { get; init; }

    /// <summary>Which kinds of the organization's own (Account, Folder) were listed in full: the kind, and <c>global</c>.</summary>
    public required ImmutableSortedDictionary<string, ImmutableArray<string>> Listed { get; init; }
}
