using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace LandingZone.Core.Model;

/// <summary>
/// What is demanded of a sign-in: a Conditional Access policy or the security defaults of Entra, 2-Step Verification of
/// Google Workspace, a sign-on policy of an OCI identity domain, the MFA setting of Identity Center.
/// </summary>
public sealed record ConditionalAccess : Resource
{
    /// <summary>Whether it is in force; security defaults are enabled or disabled.</summary>
    public required Fact<PolicyState> State { get; init; }

    /// <summary>Whether it lets nobody through without a second factor; false where a weaker grant would do.</summary>
    public required Fact<bool> RequiresMultiFactor { get; init; }

    /// <summary>
    /// Whether it refuses sign-in by protocols that know no second factor (IMAP, POP, SMTP, older Office).
    /// </summary>
    public required Fact<bool> BlocksLegacyAuthentication { get; init; }

    /// <summary>Whether it holds for all users, exceptions aside.</summary>
    public required Fact<bool> AllUsers { get; init; }

    /// <summary>Whether it holds for all applications; one for the console alone does not.</summary>
    public required Fact<bool> AllApplications { get; init; }

    /// <summary>Names of users and groups whom it leaves out; empty when there are none.</summary>
    public required Fact<ImmutableArray<string>> Excluded { get; init; }
}

[JsonConverter(typeof(CamelCaseEnum<PolicyState>))]
public enum PolicyState
{
    Enabled,

    /// <summary>It tells what it would refuse and refuses nothing.</summary>
    ReportOnly,
    Disabled,
}
