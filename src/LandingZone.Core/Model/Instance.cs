using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace LandingZone.Core.Model;

/// <summary>A virtual machine that exists, running or stopped.</summary>
public sealed record Instance : TaggableResource
{
    /// <summary>Whether it runs now; a stopped one keeps its disks, address and rights.</summary>
    public required Fact<bool> Running { get; init; }

    /// <summary>Public IPv4 addresses of its interfaces, and IPv6 ones that are globally routed; empty when there are none.</summary>
    public required Fact<ImmutableArray<string>> PublicAddresses { get; init; }

    /// <summary>
    /// Whether its metadata service answers only requests with a session token (IMDSv2 on AWS and OCI), or is switched
    /// off. Always true on Azure and Google Cloud, whose services demand a header.
    /// </summary>
    /// <seealso href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_InstanceMetadataOptionsResponse.html"/>
    public required Fact<bool> MetadataTokenRequired { get; init; }

    /// <summary>As whom its programs call the cloud without a stored key.</summary>
    public required Fact<InstanceIdentity> Identity { get; init; }

    /// <summary>
    /// What the cloud's own advisor says could be saved by a smaller size or by stopping it; in the billing currency a
    /// month. 0 where it advises nothing.
    /// </summary>
    public required Fact<double> MonthlySavings { get; init; }
}

[JsonConverter(typeof(CamelCaseEnum<InstanceIdentity>))]
public enum InstanceIdentity
{
    /// <summary>No role is attached: what its programs may do comes from keys that lie on it, if at all.</summary>
    None,

    /// <summary>The one that every machine gets unasked, such as Google's default service account.</summary>
    Default,

    /// <summary>One that was chosen: an instance profile, a managed identity, a service account, a dynamic group.</summary>
    Own,
}
