using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace LandingZone.Core.Model;

/// <summary>A virtual machine that exists, running or stopped.</summary>
public sealed record Instance : ProtectedResource
{
    /// <summary>Whether it runs now; a stopped one keeps its disks, address and rights.</summary>
    public required Fact<bool> Running { get; init; }

    /// <summary>What runs on it, by its image.</summary>
    public required Fact<OperatingSystemType> OperatingSystem { get; init; }

    /// <summary>
    /// Public IPv4 addresses of its interfaces, and IPv6 ones that are globally routed; empty when there are none.
    /// </summary>
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

    /// <summary>The id of the image that it was started from.</summary>
    public required Fact<string> ImageId { get; init; }

    /// <summary>
    /// Whose image that is: the owner's account or alias (AWS), the publisher (Azure), the image project (Google), the
    /// compartment or <c>oracle</c> for platform images (OCI).
    /// </summary>
    public required Fact<string> ImageOwner { get; init; }

    /// <summary>When that image was made; UTC.</summary>
    public required Fact<DateTimeOffset> ImageCreated { get; init; }

    /// <summary>Whether its maker says that the image is not to be used any more, or has withdrawn it.</summary>
    public required Fact<bool> ImageDeprecated { get; init; }

    /// <summary>Whether SSH lets in who knows a password. False for Windows.</summary>
    public required Fact<bool> PasswordLogin { get; init; }

    /// <summary>
    /// Whether the cloud's identities decide who may sign in by SSH: OS Login, Entra, EC2 Instance Connect or Session
    /// Manager; false where keys that lie on the machine or its project do.
    /// </summary>
    /// <seealso href="https://cloud.google.com/compute/docs/oslogin"/>
    public required Fact<bool> CentralLogin { get; init; }

    /// <summary>Where the first password of the administrator comes from.</summary>
    public required Fact<PasswordSource> AdministratorPassword { get; init; }

    /// <summary>Whether it is joined to a domain of Active Directory or to Entra.</summary>
    public required Fact<bool> DomainJoined { get; init; }

    /// <summary>Secrets in its user data, metadata and startup scripts; empty when none was found.</summary>
    public required Fact<ImmutableArray<SecretFinding>> Secrets { get; init; }

    /// <summary>
    /// Whether a vulnerability assessment looks at it: Inspector, Defender, VM Manager, Vulnerability Scanning.
    /// </summary>
    public required Fact<bool> Scanned { get; init; }

    /// <summary>
    /// Since when the oldest critical vulnerability is known that is still there; UTC. 9999-12-31 when there is none.
    /// </summary>
    public required Fact<DateTimeOffset> CriticalSince { get; init; }

    /// <summary>Whether the cloud's patch service looks after it.</summary>
    public required Fact<bool> PatchManaged { get; init; }

    /// <summary>How many critical and security updates are missing, as of the last look.</summary>
    public required Fact<int> MissingPatches { get; init; }

    /// <summary>Whether it starts only what is signed (secure boot).</summary>
    public required Fact<bool> SecureBoot { get; init; }

    /// <summary>Whether it has a virtual trusted platform module.</summary>
    public required Fact<bool> VirtualTpm { get; init; }

    /// <summary>Whether its memory is encrypted by the processor: AMD SEV, Intel TDX, a Nitro enclave.</summary>
    public required Fact<bool> Confidential { get; init; }

    /// <summary>
    /// Whether what it sends to its disks is encrypted on the way: encryption at host (Azure), in-transit encryption of
    /// volumes (OCI). Always true on Google Cloud, and on AWS's Nitro machines.
    /// </summary>
    public required Fact<bool> DiskTrafficEncrypted { get; init; }

    /// <summary>How many disks it has besides the one it starts from.</summary>
    public required Fact<int> DataDisks { get; init; }

    /// <summary>
    /// Database products that its image, its licence or its software inventory names; empty when there are none.
    /// </summary>
    public required Fact<ImmutableArray<string>> DatabaseProducts { get; init; }
}

[JsonConverter(typeof(CamelCaseEnum<OperatingSystemType>))]
public enum OperatingSystemType
{
    Linux,
    Windows,
    Other,
}

[JsonConverter(typeof(CamelCaseEnum<PasswordSource>))]
public enum PasswordSource
{
    /// <summary>Nobody can sign in with one.</summary>
    None,

    /// <summary>The platform made a random one.</summary>
    Generated,

    /// <summary>Taken from a vault when the machine was made.</summary>
    Vault,

    /// <summary>Written out in code, a template or a script.</summary>
    Literal,
}

[JsonConverter(typeof(CamelCaseEnum<InstanceIdentity>))]
public enum InstanceIdentity
{
    /// <summary>No role is attached: what its programs may do comes from keys that lie on it, if at all.</summary>
    None,

    /// <summary>The one that every machine gets unasked, such as Google's default service account.</summary>
    Default,

    /// <summary>
    /// One that was chosen: an instance profile, a managed identity, a service account, a dynamic group.
    /// </summary>
    Own,
}
