using System.Xml.Linq;
using LandingZone.Core.Model;

namespace LandingZone.Providers.Aws;

/// <summary>VPC endpoints that lead somewhere; those that wait to be accepted, failed or are going do not.</summary>
/// <seealso href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_VpcEndpoint.html"/>
internal static class VpcEndpoint
{
    public static IEnumerable<Resource> Read(AwsClient aws, AwsList<XElement> endpoints, AwsList<XElement> networks)
    {
        foreach (var endpoint in endpoints.Items.Where(endpoint => aws.Owns(endpoint)
            && string.Equals(endpoint.Text("state"), "available", StringComparison.OrdinalIgnoreCase)))
        {
            var id = endpoint.Text("vpcEndpointId") ?? "";
            var tags = AwsXml.Tags(endpoint.Element("tagSet")?.Elements() ?? [], "key", "value");
            yield return new PrivateEndpoint
            {
                Id = aws.Arn("ec2", $"vpc-endpoint/{id}"),
                Name = tags.TryGetValue("Name", out var name) && name.Length > 0 ? $"{id} ({name})" : id,
                Cloud = Cloud.Aws,
                AccountId = aws.AccountId,
                Region = aws.Region,
                Network = Network(aws, networks, endpoint.Text("vpcId")),
                Service = new[]
                {
                    endpoint.Text("serviceName"), endpoint.Text("resourceConfigurationArn"),
                    endpoint.Text("serviceNetworkArn"),
                }.FirstOrDefault(text => !string.IsNullOrEmpty(text)) is { } service
                    ? service
                    : new Unread("the answer does not state serviceName"),
            };
        }
    }

    /// <summary>An endpoint can be in a network that another account shares.</summary>
    private static Fact<Link<Network>> Network(AwsClient aws, AwsList<XElement> networks, string? id) =>
        networks.Items.FirstOrDefault(network => network.Text("vpcId") == id) is { } known
            ? new Link<Network>(aws.ArnOf(known, $"vpc/{id}"))
            : networks.Refused ?? new Unread($"{id} is not in the answer of DescribeVpcs");
}
