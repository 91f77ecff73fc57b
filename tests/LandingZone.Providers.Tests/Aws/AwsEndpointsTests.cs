using LandingZone.Core.Model;
using LandingZone.Providers.Aws;
using LandingZone.Providers.Http;

namespace LandingZone.Providers.Tests.Aws;

public class AwsEndpointsTests
{
    [Theory]
    [InlineData("iam", "eu-west-1", "iam.amazonaws.com", "us-east-1")]
    [InlineData("iam", "cn-northwest-1", "iam.cn-north-1.amazonaws.com.cn", "cn-north-1")]
    [InlineData("iam", "us-gov-east-1", "iam.us-gov.amazonaws.com", "us-gov-west-1")]
    [InlineData("organizations", "eu-west-1", "organizations.us-east-1.amazonaws.com", "us-east-1")]
    [InlineData("organizations", "cn-north-1", "organizations.cn-northwest-1.amazonaws.com.cn", "cn-northwest-1")]
    [InlineData("budgets", "eu-west-1", "budgets.amazonaws.com", "us-east-1")]
    [InlineData("ec2", "cn-north-1", "ec2.cn-north-1.amazonaws.com.cn", "cn-north-1")]
    [InlineData("cloudtrail", "us-gov-west-1", "cloudtrail.us-gov-west-1.amazonaws.com", "us-gov-west-1")]
    [InlineData("s3", "us-east-1", "s3.us-east-1.amazonaws.com", "us-east-1")]
    [InlineData("s3-control", "eu-west-1", "111122223333.s3-control.eu-west-1.amazonaws.com", "eu-west-1")]
    [InlineData("sts", "eu-west-1", "sts.eu-west-1.amazonaws.com", "eu-west-1")]
    public void An_endpoint_is_where_botocore_finds_it(string service, string region, string host, string signing)
    {
        var declared = AwsProvider.Operations.Select(operation => operation.Service)
            .First(known => known.Name == service);

        var endpoint = new AwsEndpoints(null, null).Find(declared, region, "111122223333");

        Assert.Equal($"https://{host}/", endpoint.Address.AbsoluteUri);
        Assert.Equal(signing, endpoint.SigningRegion);
    }

    [Theory]
    [InlineData("eu-west1", "Did you mean 'eu-west-1'?")]
    [InlineData("us-eats-1", "Did you mean 'us-east-1'?")]
    [InlineData("moon", "'moon' is no AWS region.")]
    public void A_region_that_does_not_exist_is_told_with_the_nearest(string region, string expected) =>
        Assert.Contains(expected, AwsRegions.Check(region), StringComparison.Ordinal);

    [Fact]
    public void A_region_that_the_SDK_was_once_asked_for_does_not_exist_therefore()
    {
        Amazon.RegionEndpoint.GetBySystemName("xx-nowhere-1");

        Assert.False(AwsRegions.Exists("xx-nowhere-1"));
        Assert.True(AwsRegions.Exists("eu-west-1"));
    }

    [Fact]
    public async Task A_wrong_region_stops_the_run_before_any_call()
    {
        using HttpSender sender = new(new(), TimeProvider.System);
        AwsProvider provider = new(new AwsOptions { Regions = ["eu-wst-1"] }, sender, TimeProvider.System);

        var error = await Assert.ThrowsAsync<ProviderException>(
            () => provider.DiscoverAsync(TestContext.Current.CancellationToken));

        Assert.Contains("Did you mean 'eu-west-1'?", error.Message, StringComparison.Ordinal);
    }
}
