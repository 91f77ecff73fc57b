using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace LandingZone.Core.Model;

/// <summary>
/// A service that watches accounts and is switched on or off: GuardDuty, Defender for Cloud, Security Command Center,
/// Cloud Guard, AWS Config, Security Hub, an access analyzer, a SIEM.
/// </summary>
public sealed record SecurityService : ScopedResource
{
    /// <summary>What it does, whatever the cloud calls it.</summary>
    public required Fact<SecurityServiceType> Type { get; init; }

    /// <summary>Whether it is switched on and was not suspended.</summary>
    public required Fact<bool> Enabled { get; init; }

    /// <summary>
    /// Whether it watches all that it can: every resource type, every plan or detector. A part is false.
    /// </summary>
    public required Fact<bool> Complete { get; init; }

    /// <summary>Whether it mends some of what it finds by itself: automatic remediation, responder rules.</summary>
    public required Fact<bool> Remediates { get; init; }

    /// <summary>The regions that it watches; <c>global</c> for all of them.</summary>
    public required Fact<ImmutableArray<string>> Regions { get; init; }

    /// <summary>The account from which it is run for others; its own where that was not delegated.</summary>
    /// <seealso href="https://docs.aws.amazon.com/organizations/latest/userguide/orgs_integrate_delegated_admin.html"/>
    public required Fact<string> AdministratorAccountId { get; init; }

    /// <summary>Whether accounts that are made later are watched without anybody's doing.</summary>
    public required Fact<bool> EnablesNewAccounts { get; init; }
}

[JsonConverter(typeof(CamelCaseEnum<SecurityServiceType>))]
public enum SecurityServiceType
{
    ThreatDetection,

    /// <summary>
    /// Compares settings with benchmarks: Security Hub, Defender's secure score, Security Health Analytics.
    /// </summary>
    PostureManagement,

    /// <summary>Finds what is shared with strangers.</summary>
    AccessAnalyzer,

    /// <summary>Keeps the history of every resource's settings.</summary>
    ConfigurationRecorder,

    /// <summary>
    /// Collects events of all sources and raises alerts: Sentinel, Google SecOps, another's that reads the trail.
    /// </summary>
    Siem,
    VulnerabilityScanner,
}
