using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;
using Amazon.Runtime.Credentials;
using LandingZone.Core.Model;

namespace LandingZone.Providers.Aws;

/// <summary>The SDK's chain of credentials, without its wait for a metadata service that is not there.</summary>
internal static class AwsCredentialChain
{
    private const string NoMetadata = "AWS_EC2_METADATA_DISABLED";

    /// <exception cref="ProviderException">Nothing to sign with; says where it looked and what to try.</exception>
    public static AWSCredentials Resolve(AwsOptions options)
    {
        if (!options.UseInstanceMetadata && !LooksLikeEc2())
        {
            // The SDK reads this variable for credentials and for the region alike, and offers no other switch.
            Environment.SetEnvironmentVariable(NoMetadata, "true");
        }

        var named = options.Profile ?? UnlessKeysAreSet("AWS_PROFILE");
        return named is null ? Default() : Named(named);
    }

    /// <summary>
    /// The region of the environment or the profile, else us-east-1, where the organization's services are.
    /// </summary>
    public static string ConfiguredRegion(string? profile)
    {
        if ((Variable("AWS_REGION") ?? Variable("AWS_DEFAULT_REGION")) is { } region)
        {
            return region;
        }

        var name = profile ?? Variable("AWS_PROFILE") ?? "default";
        return new CredentialProfileStoreChain().TryGetProfile(name, out var found) && found.Region is not null
            ? found.Region.SystemName
            : "us-east-1";
    }

    private static AWSCredentials Named(string name)
    {
        var store = new CredentialProfileStoreChain();
        if (!store.TryGetProfile(name, out var profile))
        {
            var known = store.ListProfiles().Select(other => other.Name).Order(StringComparer.Ordinal).ToList();
            var list = known.Count == 0 ? "there are no profiles" : $"there are {string.Join(", ", known)}";
            throw new ProviderException($"AWS profile '{name}' does not exist: {list}");
        }

        try
        {
            return profile.GetAWSCredentials(store);
        }
        catch (Exception failure) when (AwsCredentialFailure.Is(failure))
        {
            var why = AwsCredentialFailure.Describe(failure, name);
            throw new ProviderException($"AWS profile '{name}': {why}", failure);
        }
    }

    private static AWSCredentials Default()
    {
        try
        {
            return DefaultAWSCredentialsIdentityResolver.GetCredentials();
        }
        catch (Exception failure) when (AwsCredentialFailure.Is(failure))
        {
            var metadata = Variable(NoMetadata) == "true"
                ? "the instance metadata service was not asked"
                : "the instance metadata service gave none";
            throw new ProviderException(
                "no AWS credentials: looked in the environment, the profiles, SSO and the container's credentials; "
                + $"{metadata}. Try aws configure, aws sso login --profile X, or lz audit --demo",
                failure);
        }
    }

    /// <summary>Keys in the environment win over a profile that is named there.</summary>
    private static string? UnlessKeysAreSet(string variable) =>
        Variable("AWS_ACCESS_KEY_ID") is null ? Variable(variable) : null;

    private static string? Variable(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;

    private static bool LooksLikeEc2() =>
        Reads("/sys/devices/virtual/dmi/id/sys_vendor", "Amazon EC2") || Reads("/sys/hypervisor/uuid", "ec2");

    private static bool Reads(string path, string start)
    {
        try
        {
            return File.Exists(path) && File.ReadAllText(path).StartsWith(start, StringComparison.OrdinalIgnoreCase);
        }
        catch (Exception denied) when (denied is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
