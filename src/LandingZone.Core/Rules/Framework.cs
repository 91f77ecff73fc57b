using System.Collections.Immutable;

namespace LandingZone.Core.Rules;

/// <summary>A catalogue of controls that rules refer to by id; its text is its owner's and is not shipped.</summary>
/// <param name="Id">As in a rule's <c>frameworks</c>, with the version: the same control has other numbers in others.</param>
/// <param name="Title">For people.</param>
public sealed record Framework(string Id, string Title)
{
    /// <summary>How the ids of a company's own catalogues begin, which nobody else can know.</summary>
    public const string OwnPrefix = "x-";

    private readonly Lazy<ImmutableArray<FrameworkControl>> _controls = new(() => Read(Id));

    public static ImmutableArray<Framework> All { get; } =
    [
        .. Cis("aws", "AWS", "2.0", "3.0", "4.0", "5.0"),
        .. Cis("azure", "Azure", "2.0", "2.1", "3.0", "4.0"),
        .. Cis("gcp", "Google Cloud", "2.0", "3.0", "4.0"),
        .. Cis("oci", "OCI", "2.0", "3.0"),
        new("nist-csf-2.0", "NIST Cybersecurity Framework 2.0"),
        new("nist-800-53-r5", "NIST SP 800-53 revision 5"),
        new("iso-27001-2022", "ISO/IEC 27001:2022"),
        new("pci-dss-4.0", "PCI DSS 4.0"),
        new("csa-ccm-4.0", "CSA Cloud Controls Matrix 4.0"),
        new("bsi-c5-2020", "BSI C5:2020"),
    ];

    /// <summary>
    /// All its items, in the order of their numbers; none where we have no list, and then a rule may name any.
    /// </summary>
    public ImmutableArray<FrameworkControl> Controls => _controls.Value;

    /// <summary>Whether rules may refer to it: one of these, or a company's own.</summary>
    public static bool IsKnown(string id) =>
        All.Any(framework => framework.Id == id) || (id.StartsWith(OwnPrefix, StringComparison.Ordinal) && id.Length > OwnPrefix.Length);

    private static IEnumerable<Framework> Cis(string cloud, string name, params string[] versions) =>
        versions.Select(version => new Framework($"cis-{cloud}-{version}", $"CIS {name} Foundations Benchmark {version}"));

    // One item a line; two spaces before the reason.
    private static ImmutableArray<FrameworkControl> Read(string id)
    {
        using var stream = typeof(Framework).Assembly.GetManifestResourceStream($"frameworks/{id}.txt");
        if (stream is null)
        {
            return [];
        }

        using var reader = new StreamReader(stream);
        return
        [
            .. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => line.Split("  ", 2))
                .Select(parts => new FrameworkControl(parts[0], parts.ElementAtOrDefault(1))),
        ];
    }
}
