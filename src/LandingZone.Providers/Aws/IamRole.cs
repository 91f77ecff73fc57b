using System.Collections.Immutable;
using System.Globalization;
using System.Xml.Linq;
using LandingZone.Core.Model;

namespace LandingZone.Providers.Aws;

/// <summary>IAM's groups, and its roles with who may take them on.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_RoleDetail.html"/>
internal static class IamRole
{
    /// <param name="aws">The account.</param>
    /// <param name="details">The groups and roles.</param>
    /// <param name="listed">The roles once more, for their descriptions.</param>
    /// <param name="members">The ids of all accounts of the organization.</param>
    public static IEnumerable<Resource> Read(
        AwsClient aws, AuthorizationDetails details, AwsList<XElement> listed, Fact<ImmutableArray<string>> members)
    {
        foreach (var group in details.Groups)
        {
            yield return new Group
            {
                Id = group.Text("Arn") ?? "",
                Name = group.Text("GroupName") ?? "",
                Cloud = Cloud.Aws,
                AccountId = aws.AccountId,
                Administrator = details.IsAdministrator(group),
                Members = details.Refused is { } refused
                    ? refused
                    : details.MembersOf(group.Text("GroupName") ?? "").ToImmutableArray(),
            };
        }

        var descriptions = listed.Items.ToLookup(role => role.Text("Arn"), role => role.Text("Description") ?? "");
        foreach (var role in details.Roles)
        {
            var arn = role.Text("Arn") ?? "";
            yield return new Role
            {
                Id = arn,
                Name = role.Text("RoleName") ?? "",
                Cloud = Cloud.Aws,
                AccountId = aws.AccountId,
                Administrator = details.IsAdministrator(role),
                PlatformManaged = IsPlatforms(role),
                Trusts = TrustPolicy.Read(role.Text("AssumeRolePolicyDocument"), aws.AccountId, members),
                LastUsed = LastUsed(role),
                Description = descriptions[arn].FirstOrDefault() is { } description ? description
                    : listed.Refused ?? new Unread("the role is not in the list of roles: just made"),
            };
        }
    }

    /// <summary>Service-linked roles, and those that Identity Center makes of its permission sets.</summary>
    /// <seealso href="https://docs.aws.amazon.com/singlesignon/latest/userguide/referencingpermissionsets.html"/>
    public static bool IsPlatforms(XElement role) =>
        role.Text("Path") is { } path
        && (path.StartsWith("/aws-service-role/", StringComparison.Ordinal)
            || path.StartsWith("/aws-reserved/sso.amazonaws.com/", StringComparison.Ordinal));

    /// <summary>
    /// Whether Identity Center made it, as it does in every account to which it assigns anybody: the ARN has the path.
    /// </summary>
    public static bool IsOfIdentityCenter(Role role) =>
        role.Id.Contains(":role/aws-reserved/sso.amazonaws.com/", StringComparison.Ordinal);

    /// <summary>
    /// IAM follows a role's use for 400 days; one that it does not know the use of counts from its making.
    /// </summary>
    /// <seealso href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_RoleLastUsed.html"/>
    private static Fact<DateTimeOffset> LastUsed(XElement role)
    {
        var time = role.Element("RoleLastUsed")?.Text("LastUsedDate") ?? role.Text("CreateDate");
        return DateTimeOffset.TryParse(
            time, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var used)
            ? used.ToUniversalTime()
            : new Unread("the answer does not state RoleLastUsed or CreateDate");
    }
}
