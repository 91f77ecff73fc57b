using System.Collections.Immutable;

namespace LandingZone.Providers.Aws;

/// <summary>Who reads AWS, and what of it.</summary>
public sealed record AwsOptions
{
    /// <summary>The role that is assumed in the accounts of an organization.</summary>
    public const string DefaultRole = "LandingZoneAudit";

    /// <summary>A profile of the AWS configuration; null for the default chain.</summary>
    public string? Profile { get; init; }

    /// <summary>Where to begin; null for AWS_REGION, the profile's, or us-east-1.</summary>
    public string? Region { get; init; }

    /// <summary>The regions to read; empty for all that an account has enabled.</summary>
    public ImmutableArray<string> Regions { get; init; } = [];

    /// <summary>The accounts to read; empty for all.</summary>
    public ImmutableArray<string> Accounts { get; init; } = [];

    public string Role { get; init; } = DefaultRole;

    /// <summary>What the role's trust policy demands as <c>sts:ExternalId</c>, if it does.</summary>
    public string? ExternalId { get; init; }

    /// <summary>How the sessions are called in the audited accounts' trails.</summary>
    public string SessionName { get; init; } = "landingzone";

    /// <summary>
    /// One address for all of our own calls, for tests; the SDK's calls to STS follow only AWS_ENDPOINT_URL.
    /// </summary>
    internal string? EndpointUrl { get; init; }

    /// <summary>Ask the instance metadata service even if this does not look like an EC2 instance.</summary>
    public bool UseInstanceMetadata { get; init; }
}
