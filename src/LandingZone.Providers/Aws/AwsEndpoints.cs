using System.Collections.Concurrent;
using System.Net;
using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Endpoints.StandardLibrary;
using SdkEndpoint = Amazon.Runtime.Endpoints.Endpoint;
using SdkParameters = Amazon.Runtime.Endpoints.ServiceOperationEndpointParameters;

namespace LandingZone.Providers.Aws;

/// <summary>Where a service is in a region.</summary>
/// <param name="Address">Scheme, host and port, and the path that an override may have.</param>
/// <param name="SigningRegion">The region that the signature names.</param>
/// <param name="Overridden">The address was configured: an emulator, a proxy or a private endpoint.</param>
public sealed record AwsEndpoint(Uri Address, string SigningRegion, bool Overridden);

/// <summary>
/// Finds endpoints by the SDK's partition table, after <c>AWS_ENDPOINT_URL</c>, <c>AWS_ENDPOINT_URL_&lt;SERVICE&gt;</c>
/// and the profile's <c>endpoint_url</c> and <c>services</c>.
/// </summary>
/// <param name="profile">The profile whose settings count, or null for the default one.</param>
/// <param name="url">One address for all services, before all other settings; or null.</param>
public sealed class AwsEndpoints(string? profile, string? url)
{
    private static readonly HashSet<string> Global = ["budgets", "iam", "organizations"];

    private readonly ConcurrentDictionary<string, string?> _overrides = new();

    /// <param name="service">The service to find.</param>
    /// <param name="region">The region to find it in; a global service stands in its partition's own.</param>
    /// <param name="accountId">For services whose host starts with the account.</param>
    public AwsEndpoint Find(AwsService service, string region, string accountId)
    {
        var signingRegion = SigningRegion(service, region);
        var configured = url ?? _overrides.GetOrAdd(service.Id, _ => new EndpointConfig(service, profile).ServiceURL);
        var address = new UriBuilder(configured ?? $"https://{Host(service, region)}/");
        // An emulator on an address or on localhost has no names below it.
        var takesPrefix = !IPAddress.TryParse(address.Host, out _) && address.Host != "localhost";
        if (service.HostHasAccount && takesPrefix)
        {
            address.Host = $"{accountId}.{address.Host}";
        }

        return new(address.Uri, signingRegion, configured is not null);
    }

    /// <summary>The partition of a region: <c>aws</c>, <c>aws-cn</c>, <c>aws-us-gov</c> …</summary>
    public static string PartitionOf(string region) => Fn.Partition(region).name;

    /// <summary>Where a partition's global services stand.</summary>
    public static string GlobalRegionOf(string region) => Fn.Partition(region).implicitGlobalRegion;

    private static string SigningRegion(AwsService service, string region)
    {
        var partition = Fn.Partition(region);
        return (service.Name, partition.name) switch
        {
            ("iam", "aws-cn") => "cn-north-1",
            _ => Global.Contains(service.Name) ? partition.implicitGlobalRegion : region,
        };
    }

    private static string Host(AwsService service, string region)
    {
        var partition = Fn.Partition(region);
        return (service.Name, partition.name) switch
        {
            ("iam", "aws") => "iam.amazonaws.com",
            ("iam", "aws-us-gov") => $"iam.us-gov.{partition.dnsSuffix}",
            ("budgets", _) => $"budgets.{partition.dnsSuffix}",
            _ => $"{service.Name}.{SigningRegion(service, region)}.{partition.dnsSuffix}",
        };
    }

    /// <summary>The SDK's own resolution of endpoint overrides, which only a configuration object offers.</summary>
    private sealed class EndpointConfig : ClientConfig
    {
        private readonly AwsService _service;

        public EndpointConfig(AwsService service, string? profile) : base(new Defaults())
        {
            _service = service;
            ServiceId = service.Id;
            if (profile is not null)
            {
                Profile = new Profile(profile);
            }
        }

        public override string ServiceVersion => _service.Version;

        public override string UserAgent => AwsSigner.UserAgent;

        public override string RegionEndpointServiceName => _service.Name;

        public override SdkEndpoint DetermineServiceOperationEndpoint(SdkParameters parameters) => new(ServiceURL);
    }

    private sealed class Defaults : IDefaultConfigurationProvider, IDefaultConfiguration
    {
        public DefaultConfigurationMode Name => DefaultConfigurationMode.Standard;

        public RequestRetryMode RetryMode => RequestRetryMode.Standard;

        public S3UsEast1RegionalEndpointValue S3UsEast1RegionalEndpoint => S3UsEast1RegionalEndpointValue.Regional;

        public TimeSpan? ConnectTimeout => null;

        public TimeSpan? TlsNegotiationTimeout => null;

        public TimeSpan? TimeToFirstByteTimeout => null;

        public TimeSpan? HttpRequestTimeout => null;

        public IDefaultConfiguration GetDefaultConfiguration(RegionEndpoint region, DefaultConfigurationMode? mode) =>
            this;
    }
}
