using System.Collections.Immutable;
using System.Xml.Linq;
using LandingZone.Core.Model;

namespace LandingZone.Providers.Aws;

/// <summary>What IAM's users, groups and roles are granted: one row for each policy of each.</summary>
internal static class IamGrant
{
    public static IEnumerable<Resource> Read(AwsClient aws, AuthorizationDetails details) =>
    [
        .. details.Users.SelectMany(user => Of(aws, details, user, PrincipalType.User, user.Text("UserName"))),
        .. details.Groups.SelectMany(group => Of(aws, details, group, PrincipalType.Group, group.Text("GroupName"))),
        .. details.Roles.SelectMany(role => Of(aws, details, role, PrincipalType.Role, role.Text("RoleName"))),
    ];

    private static IEnumerable<Grant> Of(
        AwsClient aws, AuthorizationDetails details, XElement principal, PrincipalType type, string? name)
    {
        var arn = principal.Text("Arn") ?? "";
        return details.Policies(principal).Select(policy => new Grant
        {
            Id = $"{arn}/{policy.Id}",
            Name = $"{policy.Name} of {name}",
            Cloud = Cloud.Aws,
            AccountId = aws.AccountId,
            PrincipalId = arn,
            PrincipalName = name ?? "",
            PrincipalType = type,
            // Policies are attached to principals of the account alone; strangers come in by a role's trust.
            External = false,
            PlatformManaged = type == PrincipalType.Role && IamRole.IsPlatforms(principal),
            Role = policy.Name,
            Privilege = policy.Privilege,
            Custom = policy.Custom,
            Level = ScopeLevel.Account,
            Scopes = ImmutableArray.Create(aws.AccountId),
            Standing = true,
        });
    }
}
