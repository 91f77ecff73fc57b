namespace LandingZone.Core.Model;

/// <summary>A kind of resource: its name in YAML, JSON and CEL, and that of a list of it.</summary>
/// <param name="Name">As in <c>kind: Bucket</c>.</param>
/// <param name="Plural">As in <c>account.buckets</c>.</param>
/// <param name="Type">The record.</param>
public sealed record Kind(string Name, string Plural, Type Type)
{
    /// <summary>All kinds that rules can judge or reach, in the order that people read them.</summary>
    public static IReadOnlyList<Kind> All { get; } =
    [
        Of<Organization>("organizations"),
        Of<Folder>("folders"),
        Of<Account>("accounts"),
        Of<Region>("regionSettings"),
        Of<User>("users"),
        Of<AuditTrail>("auditTrails"),
        Of<Budget>("budgets"),
        Of<Bucket>("buckets"),
        Of<Network>("networks"),
        Of<FirewallRule>("firewallRules"),
        Of<Instance>("instances"),
    ];

    /// <summary>What is asked of a person, once for each organization: no resource, so not among all kinds.</summary>
    public static Kind Question { get; } = new("Question", "questions", typeof(Organization));

    /// <summary>Where a kind is listed once for all regions; the word that <c>listed</c> uses for it.</summary>
    public const string Global = "global";

    public bool Taggable => Type.IsSubclassOf(typeof(TaggableResource));

    public static Kind? Find(string name) => All.FirstOrDefault(kind => kind.Name == name);

    /// <summary>The kind of a resource; null for a gap, which no rule judges.</summary>
    public static Kind? Of(Resource resource) => All.FirstOrDefault(kind => kind.Type == resource.GetType());

    private static Kind Of<T>(string plural)
        where T : Resource => new(typeof(T).Name, plural, typeof(T));
}
