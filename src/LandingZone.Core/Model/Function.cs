using System.Collections.Immutable;

namespace LandingZone.Core.Model;

/// <summary>
/// Code that the cloud runs on demand: a Lambda function, a function or web app, a Cloud Function, an OCI function.
/// </summary>
public sealed record Function : TaggableResource
{
    /// <summary>The language's runtime, such as <c>python3.13</c>; <c>container</c> for an image.</summary>
    public required Fact<string> Runtime { get; init; }

    /// <summary>
    /// When the cloud stops supporting the runtime; UTC. 9999-12-31 for an image, or where no end was announced.
    /// </summary>
    public required Fact<DateTimeOffset> RuntimeEnds { get; init; }

    /// <summary>Secrets in its environment variables and settings; empty when none was found.</summary>
    public required Fact<ImmutableArray<SecretFinding>> Secrets { get; init; }

    /// <summary>As whom it calls the cloud.</summary>
    public required Fact<InstanceIdentity> Identity { get; init; }

    /// <summary>What happens to code without a trusted signature.</summary>
    public required Fact<AdmissionPolicy> Signatures { get; init; }

    /// <summary>Whether its code and packages are scanned for vulnerabilities.</summary>
    public required Fact<bool> Scanned { get; init; }
}
