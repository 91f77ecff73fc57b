using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace LandingZone.Core.Model;

/// <summary>
/// What tells somebody when something happens: a metric filter with its alarm, an EventBridge rule, an activity log
/// alert, a log-based alerting policy, an Events rule, a monitor of cost anomalies.
/// </summary>
public sealed record AlertRule : ScopedResource
{
    /// <summary>Whether it is switched on and its actions too.</summary>
    public required Fact<bool> Enabled { get; init; }

    /// <summary>What it watches; empty for what is none of these.</summary>
    public required Fact<ImmutableArray<AlertEvent>> Events { get; init; }

    /// <summary>Mail addresses, topics and other receivers that are confirmed; empty when nobody is told.</summary>
    public required Fact<ImmutableArray<string>> Recipients { get; init; }
}

[JsonConverter(typeof(CamelCaseEnum<AlertEvent>))]
public enum AlertEvent
{
    /// <summary>Use of the root user, an activated administrator role, a change of who owns a project.</summary>
    PrivilegedUse,

    /// <summary>Sign-in of a break-glass user.</summary>
    BreakGlassUse,
    UnauthorizedCalls,
    LoginFailure,
    LoginWithoutMultiFactor,

    /// <summary>Changes of users, groups, roles and policies.</summary>
    IdentityChange,

    /// <summary>Changes of the audit trail, its sinks and settings.</summary>
    AuditChange,

    /// <summary>Changes of networks, routes, gateways, firewalls and security groups.</summary>
    NetworkChange,

    /// <summary>Disabled keys and those that are to be deleted.</summary>
    KeyDeletion,
    BucketPolicyChange,
    OrganizationChange,

    /// <summary>Findings of a threat detection service.</summary>
    ThreatFinding,

    /// <summary>Spending that is not as usual.</summary>
    CostAnomaly,
}
