using System.Collections.Immutable;

namespace LandingZone.Core.Model;

/// <summary>
/// The bill in detail, written regularly to a store: a cost and usage report or data export, an export of Cost
/// Management, the BigQuery export of Cloud Billing, a scheduled cost report.
/// </summary>
public sealed record BillingExport : ScopedResource
{
    /// <summary>Whether it is written now; a paused or failing one is not.</summary>
    public required Fact<bool> Active { get; init; }

    /// <summary>The bucket, container or dataset, as the cloud names it.</summary>
    public required Fact<string> Destination { get; init; }

    /// <summary>
    /// Who can read the billing data; the cloud's services do not count. Unread where only a part of them is known.
    /// </summary>
    public required Fact<ImmutableArray<string>> Readers { get; init; }
}
