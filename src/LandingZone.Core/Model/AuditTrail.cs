using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace LandingZone.Core.Model;

/// <summary>
/// What carries the record of who did what to a store: a CloudTrail trail, a diagnostic setting of the activity log, a
/// logging sink of audit logs, a service connector of OCI Audit; also what switches on Google's Data Access logs.
/// </summary>
public sealed record AuditTrail : ScopedResource
{
    /// <summary>Whether it records now; a trail that was stopped does not.</summary>
    public required Fact<bool> Logging { get; init; }

    /// <summary>
    /// Whether it records every region. Always true where the audit log is global (Azure, Google Cloud).
    /// </summary>
    public required Fact<bool> AllRegions { get; init; }

    /// <summary>Which calls on the management plane it records.</summary>
    public required Fact<RecordedEvents> ManagementEvents { get; init; }

    /// <summary>Which calls on data it records: reading and writing of objects, secrets and tables.</summary>
    public required Fact<RecordedEvents> DataEvents { get; init; }

    /// <summary>Principals and services whose calls it leaves out; empty when there are none.</summary>
    public required Fact<ImmutableArray<string>> Exempted { get; init; }

    /// <summary>
    /// Whether a change of what was recorded can be proven: CloudTrail's digest files. Elsewhere only the store can
    /// prove it.
    /// </summary>
    /// <seealso href="https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_Trail.html"/>
    public required Fact<bool> IntegrityValidated { get; init; }

    /// <summary>Whether the records are encrypted with a key that the customer manages.</summary>
    public required Fact<bool> CustomerKey { get; init; }

    /// <summary>What it writes to, often in another account.</summary>
    public required Fact<Link<LogStore>> Store { get; init; }
}

[JsonConverter(typeof(CamelCaseEnum<RecordedEvents>))]
public enum RecordedEvents
{
    None,
    Read,
    Write,
    All,
}
