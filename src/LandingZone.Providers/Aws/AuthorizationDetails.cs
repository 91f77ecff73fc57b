using System.Xml.Linq;
using LandingZone.Core.Model;

namespace LandingZone.Providers.Aws;

/// <summary>A policy that is attached to a principal, or written into it.</summary>
/// <param name="Id">The policy's ARN; its name when it is written into the principal.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Custom">Whether the customer wrote it and not AWS.</param>
/// <param name="Privilege">How much it gives, where the principal's permissions boundary leaves that.</param>
internal sealed record AttachedPolicy(string Id, string Name, bool Custom, Fact<Privilege> Privilege);

/// <summary>Users, groups, roles and policies of an account, and who of them may do how much.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccountAuthorizationDetails.html"/>
internal sealed class AuthorizationDetails
{
    private static readonly string[] Inline = ["UserPolicyList", "GroupPolicyList", "RolePolicyList"];

    private readonly List<XElement> _users = [];
    private readonly HashSet<string> _arns = [];
    private readonly Dictionary<string, XElement> _groups = [];
    private readonly List<XElement> _roles = [];
    private readonly Dictionary<string, Fact<Privilege>> _policies = [];

    public IReadOnlyList<XElement> Users => _users;

    public IReadOnlyCollection<XElement> Groups => _groups.Values;

    public IReadOnlyList<XElement> Roles => _roles;

    /// <summary>Why this is not all; null when it is.</summary>
    public Unread? Refused { get; set; }

    public bool Has(string userArn) => _arns.Contains(userArn);

    public void Add(XElement page)
    {
        foreach (var user in Members(page, "UserDetailList"))
        {
            _users.Add(user);
            _arns.Add(user.Text("Arn") ?? "");
        }

        foreach (var group in Members(page, "GroupDetailList"))
        {
            _groups[group.Text("GroupName") ?? ""] = group;
        }

        _roles.AddRange(Members(page, "RoleDetailList"));
        foreach (var policy in Members(page, "Policies"))
        {
            var current = Members(policy, "PolicyVersionList")
                .FirstOrDefault(version => version.IsTrue("IsDefaultVersion"));
            _policies[policy.Text("Arn") ?? ""] = PrivilegeIn(current?.Text("Document"));
        }
    }

    /// <summary>Whether a policy of the principal, or of a group of the user's, allows everything.</summary>
    public Fact<bool> IsAdministrator(XElement principal) => Policies(principal)
        .Select(policy => policy.Privilege)
        .Concat(Members(principal, "GroupList").SelectMany(group => OfGroup(group.Value, principal)))
        .Select(given => given.Select(privilege => privilege == Privilege.Administrator))
        .Aggregate((Fact<bool>)false, FactLogic.Or);

    /// <summary>The policies of a user, group or role itself; not those of a user's groups.</summary>
    public IEnumerable<AttachedPolicy> Policies(XElement principal) =>
    [
        .. Inline.SelectMany(list => Members(principal, list))
            .Select(policy => Written(policy, principal)),
        .. Members(principal, "AttachedManagedPolicies").Select(policy => Attached(policy, principal)),
    ];

    /// <summary>The names of the users that say that they are in the group.</summary>
    public IEnumerable<string> MembersOf(string group) => _users
        .Where(user => Members(user, "GroupList").Any(name => name.Value == group))
        .Select(user => user.Text("UserName"))
        .OfType<string>();

    private IEnumerable<Fact<Privilege>> OfGroup(string name, XElement user) => _groups.TryGetValue(name, out var group)
        ? Policies(group).Select(policy => Bounded(policy.Privilege, user))
        : [Refused ?? new Unread($"the answer does not describe group {name}")];

    private AttachedPolicy Written(XElement policy, XElement principal)
    {
        var name = policy.Text("PolicyName") ?? "";
        return new(name, name, true, Bounded(PrivilegeIn(policy.Text("PolicyDocument")), principal));
    }

    private AttachedPolicy Attached(XElement policy, XElement principal)
    {
        var arn = policy.Text("PolicyArn") ?? "";
        var name = policy.Text("PolicyName") ?? arn.Split('/')[^1];
        return new(arn, name, !IsOfAws(arn), Bounded(PrivilegeOf(arn), principal));
    }

    /// <summary>What a permissions boundary, if there is one, leaves of what was given: what both allow.</summary>
    /// <seealso href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html"/>
    private Fact<Privilege> Bounded(Fact<Privilege> given, XElement principal)
    {
        if (principal.Element("PermissionsBoundary")?.Text("PermissionsBoundaryArn") is not { } boundary)
        {
            return given;
        }

        var left = PrivilegeOf(boundary);
        return IsLimited(given) || IsLimited(left) ? Privilege.Limited
            : !given.IsRead ? given
            : given.Value == Privilege.Administrator ? left
            : left.Select(most => most == Privilege.Administrator || most == given.Value
                ? given.Value
                : Privilege.Limited);
    }

    private static bool IsLimited(Fact<Privilege> privilege) => privilege is { IsRead: true, Value: Privilege.Limited };

    /// <summary>Of AWS's own policies three give more than a part of the services.</summary>
    /// <seealso href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_job-functions.html"/>
    private Fact<Privilege> PrivilegeOf(string arn) => IsOfAws(arn)
        ? arn[(arn.IndexOf(":policy/", StringComparison.Ordinal) + 8)..] switch
        {
            "AdministratorAccess" => Privilege.Administrator,
            "IAMFullAccess" => Privilege.AccessAdministrator,
            "PowerUserAccess" => Privilege.Editor,
            _ => Privilege.Limited,
        }
        : _policies.TryGetValue(arn, out var privilege)
            ? privilege
            : Refused ?? new Unread($"the answer does not describe policy {arn}");

    private static bool IsOfAws(string arn) => arn.Contains(":iam::aws:policy/", StringComparison.Ordinal);

    /// <summary>IAM percent-encodes the documents.</summary>
    private static Fact<Privilege> PrivilegeIn(string? document) =>
        document is not null && AwsPolicy.Parse(Uri.UnescapeDataString(document)) is { } policy
            ? policy.Privilege
            : new Unread("a policy document is not readable");

    private static IEnumerable<XElement> Members(XElement parent, string list) =>
        parent.Element(list)?.Elements("member") ?? [];
}
