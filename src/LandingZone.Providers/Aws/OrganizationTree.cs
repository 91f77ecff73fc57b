using System.Collections.Immutable;
using System.Text.Json.Nodes;
using LandingZone.Core.Model;

namespace LandingZone.Providers.Aws;

/// <summary>
/// The organizational units and which account is in which, walked level by level from the root: two calls a unit, where
/// asking for each account's parents would cost a call an account and level.
/// </summary>
internal sealed class OrganizationTree
{
    private const int UnitsAtATime = 4;

    private static readonly AwsJsonOperation ListRoots = Paged("ListRoots", "Roots[]");

    private static readonly AwsJsonOperation ListOrganizationalUnitsForParent =
        Paged("ListOrganizationalUnitsForParent", "OrganizationalUnits[]");

    private static readonly AwsJsonOperation ListAccountsForParent = Paged("ListAccountsForParent", "Accounts[]");

    public static readonly ImmutableArray<AwsOperation> Operations =
        [ListRoots, ListOrganizationalUnitsForParent, ListAccountsForParent];

    public static readonly ImmutableArray<FactPermission> Permissions =
    [
        new(nameof(Folder), null, ListRoots.Permission),
        new(nameof(Folder), null, ListOrganizationalUnitsForParent.Permission),
        new(nameof(Folder), nameof(Folder.ParentId), ListOrganizationalUnitsForParent.Permission),
        new(nameof(Account), nameof(Account.Folders), ListAccountsForParent.Permission),
        new(nameof(Account), nameof(Account.Folders), ListOrganizationalUnitsForParent.Permission),
    ];

    private readonly List<Folder> _folders = [];
    private readonly HashSet<string> _policyTypes = [];
    private readonly Dictionary<string, ImmutableArray<Link<Folder>>> _places = [];
    private Unread? _unplaced;

    public IReadOnlyList<Folder> Folders => _folders;

    /// <summary>The types of policies that can be attached, as the API names them.</summary>
    public IReadOnlyCollection<string> PolicyTypes => _policyTypes;

    /// <summary>Why the types of policies are not known; null when they are.</summary>
    public Unread? Rootless { get; private set; }

    /// <summary>Why these are not all units; null when they are.</summary>
    public Unread? Refused { get; private set; }

    /// <summary>The units from the top down to the account.</summary>
    public Fact<ImmutableArray<Link<Folder>>> FoldersOf(string accountId) =>
        _places.TryGetValue(accountId, out var place)
            ? place
            : _unplaced ?? Refused ?? new Unread("the account is in no unit that was listed: just moved or made");

    public static async Task<OrganizationTree> ReadAsync(
        AwsClient aws, string organizationId, CancellationToken cancellation)
    {
        OrganizationTree tree = new();
        var roots = await aws.ListAsync(ListRoots, [], cancellation);
        (tree.Refused, tree.Rootless) = (roots.Refused, roots.Refused);
        tree._policyTypes.UnionWith(roots.Items
            .SelectMany(root => root.Member("PolicyTypes") as JsonArray ?? [])
            .Where(type => type.Text("Status") == "ENABLED")
            .Select(type => type.Text("Type"))
            .OfType<string>());
        List<Unit> level = [.. roots.Items.Select(root => new Unit(root.Text("Id") ?? "", organizationId, []))];
        while (level.Count > 0)
        {
            List<Unit> next = [];
            var lists = level.SelectAsync(UnitsAtATime, unit => ListAsync(aws, unit, cancellation));
            await foreach (var (unit, units, accounts) in lists)
            {
                tree.Refused ??= units.Refused;
                tree._unplaced ??= accounts.Refused;
                next.AddRange(units.Items.Select(child => tree.Add(child, unit, organizationId)));
                foreach (var account in accounts.Items)
                {
                    tree._places[account.Text("Id") ?? ""] = unit.Path;
                }
            }

            level = next;
        }

        return tree;
    }

    private static AwsJsonOperation Paged(string name, string answer) =>
        new(AwsService.Organizations, name, answer) { Paging = AwsPaging.NextToken };

    private static async Task<(Unit Unit, AwsList<JsonNode> Units, AwsList<JsonNode> Accounts)> ListAsync(
        AwsClient aws, Unit unit, CancellationToken cancellation)
    {
        var units = aws.ListAsync(ListOrganizationalUnitsForParent, [("ParentId", unit.Id)], cancellation);
        var accounts = await aws.ListAsync(ListAccountsForParent, [("ParentId", unit.Id)], cancellation);
        return (unit, await units, accounts);
    }

    private Unit Add(JsonNode child, Unit parent, string organizationId)
    {
        var folder = new Folder
        {
            Id = child.Text("Arn") ?? child.Text("Id") ?? "",
            Name = child.Text("Name") ?? "",
            Cloud = Cloud.Aws,
            Organization = new(organizationId),
            ParentId = parent.FolderId,
        };
        _folders.Add(folder);
        return new Unit(child.Text("Id") ?? "", folder.Id, parent.Path.Add(new(folder.Id)));
    }

    /// <summary>A root or an organizational unit.</summary>
    /// <param name="Id">As the API takes it.</param>
    /// <param name="FolderId">The folder's id in the model; the organization's for a root, which is no folder.</param>
    /// <param name="Path">The folders down to it, itself included.</param>
    private sealed record Unit(string Id, string FolderId, ImmutableArray<Link<Folder>> Path);
}
