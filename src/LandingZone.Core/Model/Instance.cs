using System.Collections.Immutable;

namespace LandingZone.Core.Model;

/// <summary>A virtual machine that exists, running or stopped.</summary>
public sealed record Instance : TaggableResource
{
    public required Fact<bool> Running { get; init; }

    /// <summary>Public IPv4 addresses of its interfaces, and IPv6 ones that are globally routed; empty when there are none.</summary>
    public required Fact<ImmutableArray<string>> PublicAddresses { get; init; }

    /// <summary>
    /// Whether its metadata service answers only requests with a session token (IMDSv2 on AWS and OCI), or is switched
    /// off. Always true on Azure and Google Cloud, whose services demand a header.
    /// </summary>
    /// <seealso href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_InstanceMetadataOptionsResponse.html"/>
    public required Fact<bool> MetadataTokenRequired { get; init; }
}
