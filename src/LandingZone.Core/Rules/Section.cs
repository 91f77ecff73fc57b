using System.Collections.Immutable;

namespace LandingZone.Core.Rules;

/// <summary>An area of the checklist: the name of a folder of rules, and what people call it.</summary>
/// <param name="Id">The folder's name.</param>
/// <param name="Title">For people.</param>
/// <param name="Order">Its place in reports.</param>
public sealed record Section(string Id, string Title, int Order)
{
    /// <summary>The checklist's own areas, in its order.</summary>
    public static ImmutableArray<Section> All { get; } =
    [
        .. new[]
        {
            ("structure", "Structure"), ("tags", "Tags"), ("identity", "Identity"), ("audit-trail", "Audit trail"),
            ("budgets", "Budgets"), ("access", "Secure access"), ("compute", "Compute"), ("containers", "Containers"),
            ("secrets", "Secrets"), ("storage", "Object storage"), ("network", "Network"),
            ("managed-services", "Managed services"), ("residency", "Data residency"), ("backup", "Backup"),
            ("encryption", "Encryption"), ("confidential", "Confidential computing"), ("devops", "DevOps"),
        }.Select((section, order) => new Section(section.Item1, section.Item2, order)),
    ];

    /// <summary>The area of a folder; one of the user's own comes after the checklist's.</summary>
    public static Section Of(string folder) =>
        All.FirstOrDefault(section => section.Id == folder)
        ?? new Section(folder, string.Concat(folder[..1].ToUpperInvariant(), folder.AsSpan(1)).Replace('-', ' '), All.Length);
}
