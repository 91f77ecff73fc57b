using System.Xml.Linq;
using LandingZone.Core.Model;

namespace LandingZone.Providers.Aws;

/// <summary>Users, groups and policies of an account, and who of them may do everything.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccountAuthorizationDetails.html"/>
internal sealed class AuthorizationDetails
{
    private readonly List<XElement> _users = [];
    private readonly HashSet<string> _arns = [];
    private readonly Dictionary<string, XElement> _groups = [];
    private readonly Dictionary<string, Fact<bool>> _policies = [];

    public IReadOnlyList<XElement> Users => _users;

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

        foreach (var policy in Members(page, "Policies"))
        {
            var current = Members(policy, "PolicyVersionList")
                .FirstOrDefault(version => version.IsTrue("IsDefaultVersion"));
            _policies[policy.Text("Arn") ?? ""] = AllowsEverything(current?.Text("Document"));
        }
    }

    /// <summary>
    /// Whether a policy of the user or of one of its groups allows everything, and the user's permissions boundary, if
    /// it has one, does not take that back.
    /// </summary>
    public Fact<bool> IsAdministrator(XElement user)
    {
        var granted = Grants(user, "UserPolicyList")
            .Concat(Members(user, "GroupList").SelectMany(group => GroupGrants(group.Value)))
            .Aggregate((Fact<bool>)false, FactLogic.Or);
        return user.Element("PermissionsBoundary")?.Text("PermissionsBoundaryArn") is { } boundary
            ? granted.And(PolicyAllowsEverything(boundary))
            : granted;
    }

    private IEnumerable<Fact<bool>> GroupGrants(string name) => _groups.TryGetValue(name, out var group)
        ? Grants(group, "GroupPolicyList")
        : [Refused ?? new Unread($"the answer does not describe group {name}")];

    private IEnumerable<Fact<bool>> Grants(XElement principal, string inlinePolicies) =>
    [
        .. Members(principal, inlinePolicies).Select(policy => AllowsEverything(policy.Text("PolicyDocument"))),
        .. Members(principal, "AttachedManagedPolicies")
            .Select(policy => PolicyAllowsEverything(policy.Text("PolicyArn") ?? "")),
    ];

    /// <summary>Of AWS's own policies only AdministratorAccess allows everything.</summary>
    private Fact<bool> PolicyAllowsEverything(string arn)
    {
        if (arn.Contains(":iam::aws:policy/", StringComparison.Ordinal))
        {
            return arn.EndsWith(":policy/AdministratorAccess", StringComparison.Ordinal);
        }

        return _policies.TryGetValue(arn, out var allows)
            ? allows
            : Refused ?? new Unread($"the answer does not describe policy {arn}");
    }

    /// <summary>IAM percent-encodes the documents.</summary>
    private static Fact<bool> AllowsEverything(string? document) =>
        document is not null && AwsPolicy.Parse(Uri.UnescapeDataString(document)) is { } policy
            ? policy.AllowsEverything
            : new Unread("a policy document is not readable");

    private static IEnumerable<XElement> Members(XElement parent, string list) =>
        parent.Element(list)?.Elements("member") ?? [];
}
