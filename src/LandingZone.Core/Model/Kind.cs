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
        Of<Guardrail>("guardrails") with { OfOrganization = true },
        Of<IdentityProvider>("identityProviders") with { OfOrganization = true },
        Of<User>("users") with { OfOrganization = true },
        Of<Group>("groups") with { OfOrganization = true },
        Of<Role>("roles") with { OfOrganization = true },
        Of<Grant>("grants") with { OfOrganization = true },
        Of<AccessKey>("accessKeys") with { OfOrganization = true },
        Of<ApiKey>("apiKeys"),
        Of<PasswordPolicy>("passwordPolicies") with { OfOrganization = true },
        Of<ConditionalAccess>("conditionalAccess") with { OfOrganization = true },
        Of<AuditTrail>("auditTrails") with { OfOrganization = true },
        Of<LogArchive>("logArchives"),
        Of<AlertRule>("alertRules") with { Central = true },
        Of<SecurityService>("securityServices") with { OfOrganization = true, Central = true },
        Of<Contact>("contacts") with { OfOrganization = true },
        Of<Budget>("budgets") with { OfOrganization = true },
        Of<BillingExport>("billingExports") with { OfOrganization = true },
        Of<Quota>("quotas"),
        Of<Bastion>("bastions") with { Central = true },
        Of<Vpn>("vpns"),
        Of<ClientVpn>("clientVpns"),
        Of<Network>("networks"),
        Of<Subnet>("subnets"),
        Of<FirewallRule>("firewallRules"),
        Of<NetworkInterface>("networkInterfaces"),
        Of<PublicAddress>("publicAddresses"),
        Of<LoadBalancer>("loadBalancers"),
        Of<WebFirewall>("webFirewalls"),
        Of<PrivateEndpoint>("privateEndpoints"),
        Of<Instance>("instances"),
        Of<Image>("images"),
        Of<Disk>("disks"),
        Of<Snapshot>("snapshots"),
        Of<FileShare>("fileShares"),
        Of<Cluster>("clusters"),
        Of<Registry>("registries"),
        Of<Workload>("workloads"),
        Of<Function>("functions"),
        Of<Database>("databases"),
        Of<Bucket>("buckets"),
        Of<Vault>("vaults"),
        Of<Secret>("secrets"),
        Of<Key>("keys"),
        Of<Certificate>("certificates"),
        Of<BackupVault>("backupVaults"),
        Of<Deployment>("deployments"),
    ];

    /// <summary>What is asked of a person, once for each organization: no resource, so not among all kinds.</summary>
    public static Kind Question { get; } = new("Question", "questions", typeof(Organization));

    /// <summary>Where a kind is listed once for all regions; the word that <c>listed</c> uses for it.</summary>
    public const string Global = "global";

    /// <summary>
    /// The kinds that make up the hierarchy itself; all others belong to an account or to an organization.
    /// </summary>
    public bool OfHierarchy => Type == typeof(Organization) || Type == typeof(Folder) || Type == typeof(Account);

    /// <summary>
    /// Whether some belong to the organization itself and to no account, as the users of a tenant do.
    /// </summary>
    public bool OfOrganization { get; private init; }

    /// <summary>
    /// Whether any account may hold one for others, as a security account does with alarms. Other kinds that hold for
    /// more than one account belong to the organization or to the account that manages it.
    /// </summary>
    public bool Central { get; private init; }

    /// <summary>Whether it holds for the scopes that it names, and is inherited from above.</summary>
    public bool Scoped => Type.IsSubclassOf(typeof(ScopedResource));

    public bool Taggable => Type.IsSubclassOf(typeof(TaggableResource));

    public static Kind? Find(string name) => All.FirstOrDefault(kind => kind.Name == name);

    /// <summary>The kind of a resource; null for a gap, which no rule judges.</summary>
    public static Kind? Of(Resource resource) => All.FirstOrDefault(kind => kind.Type == resource.GetType());

    private static Kind Of<T>(string plural)
        where T : Resource => new(typeof(T).Name, plural, typeof(T));
}
