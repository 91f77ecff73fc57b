using System.Text.Json.Serialization;

namespace LandingZone.Core.Model;

/// <summary>
/// What carries the record of who did what to a store: a CloudTrail trail, a diagnostic setting of the activity log, a
/// logging sink of audit logs, a service connector of OCI Audit.
/// </summary>
public sealed record AuditTrail : Resource
{
    /// <summary>Whether it records now; a trail that was stopped does not.</summary>
    public required Fact<bool> Logging { get; init; }

    /// <summary>Whether it records every region. Always true where the audit log is global (Azure, Google Cloud).</summary>
    public required Fact<bool> AllRegions { get; init; }

    /// <summary>Which calls on the management plane it records.</summary>
    public required Fact<RecordedEvents> ManagementEvents { get; init; }

    /// <summary>Whether it records every account of the organization, not only its own.</summary>
    public required Fact<bool> CoversOrganization { get; init; }

    /// <summary>
    /// Whether a change of what was recorded can be proven: CloudTrail's digest files; a locked or append-only store
    /// elsewhere.
    /// </summary>
    /// <seealso href="https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_Trail.html"/>
    public required Fact<bool> IntegrityValidated { get; init; }

    /// <summary>Whether the records are encrypted with a key that the customer manages.</summary>
    public required Fact<bool> CustomerKey { get; init; }

    /// <summary>The bucket that it writes to, often in another account.</summary>
    public required Fact<Link<Bucket>> Store { get; init; }
}

[JsonConverter(typeof(CamelCaseEnum<RecordedEvents>))]
public enum RecordedEvents
{
    None,
    Read,
    Write,
    All,
}
