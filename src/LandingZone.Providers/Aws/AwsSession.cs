using Amazon;
using Amazon.Runtime;
using LandingZone.Core.Model;
using LandingZone.Providers.Http;

namespace LandingZone.Providers.Aws;

/// <summary>The caller: credentials, where endpoints are, and the clock that signs. One for a run.</summary>
public sealed class AwsSession
{
    private readonly AwsOptions _options;
    private readonly AWSCredentials _credentials;

    internal AwsSession(
        AwsOptions options, AWSCredentials credentials, string region, HttpSender sender, TimeProvider time)
    {
        _options = options;
        _credentials = credentials;
        Region = region;
        Sender = sender;
        Clock = new AwsClock(time);
        Endpoints = new AwsEndpoints(options.Profile, options.EndpointUrl);
    }

    /// <summary>The region to begin with.</summary>
    public string Region { get; }

    internal string? Profile => _options.Profile ?? Environment.GetEnvironmentVariable("AWS_PROFILE");

    internal HttpSender Sender { get; }

    internal AwsClock Clock { get; }

    internal AwsEndpoints Endpoints { get; }

    /// <summary>Finds credentials and a region; nothing is asked of AWS yet.</summary>
    /// <exception cref="ProviderException">There are none, or an option names what does not exist.</exception>
    public static AwsSession Open(AwsOptions options, HttpSender sender, TimeProvider time)
    {
        foreach (var region in options.Regions.Append(options.Region).OfType<string>())
        {
            if (AwsRegions.Check(region) is { } wrong)
            {
                throw new ProviderException(wrong);
            }
        }

        var credentials = AwsCredentialChain.Resolve(options);
        var start = options.Region ?? AwsCredentialChain.ConfiguredRegion(options.Profile);
        if (AwsRegions.Check(start) is { } unknown)
        {
            throw new ProviderException($"{unknown} (from AWS_REGION or the profile)");
        }

        // The SDK's own calls, which assume roles and renew sign-ins, go where this names: in China or GovCloud too.
        AWSConfigs.AWSRegion = start;
        return new AwsSession(options, credentials, start, sender, time);
    }

    /// <summary>The caller's own account, once its id is known; the empty string before.</summary>
    public AwsClient Own(string accountId) => new(this, _credentials, accountId, Region);

    /// <summary>Another account by the role, whose session lasts an hour and renews itself.</summary>
    public AwsClient Assume(string accountId)
    {
        var role = $"arn:{AwsEndpoints.PartitionOf(Region)}:iam::{accountId}:role/{_options.Role}";
        AssumeRoleAWSCredentialsOptions settings = new() { ExternalId = _options.ExternalId, DurationSeconds = 3600 };
        AssumeRoleAWSCredentials credentials = new(_credentials, role, _options.SessionName, settings);
        return new AwsClient(this, credentials, accountId, Region);
    }
}
