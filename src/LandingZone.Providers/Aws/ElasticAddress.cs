using System.Xml.Linq;
using LandingZone.Core.Model;

namespace LandingZone.Providers.Aws;

/// <summary>Elastic IP addresses, which cost the same whether anything uses them or not.</summary>
/// <seealso href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Address.html"/>
internal static class ElasticAddress
{
    public static IEnumerable<Resource> Read(AwsClient aws, AwsList<XElement> addresses)
    {
        foreach (var address in addresses.Items)
        {
            var ip = address.Text("publicIp") ?? "";
            var id = address.Text("allocationId") ?? ip;
            var tags = AwsXml.Tags(address.Element("tagSet")?.Elements() ?? [], "key", "value");
            yield return new PublicAddress
            {
                Id = aws.Arn("ec2", $"elastic-ip/{id}"),
                Name = tags.TryGetValue("Name", out var name) && name.Length > 0 ? $"{id} ({name})" : id,
                Cloud = Cloud.Aws,
                AccountId = aws.AccountId,
                Region = aws.Region,
                Address = ip,
                DdosProtected = NotCollected.Yet,
                Attached = !string.IsNullOrEmpty(address.Text("associationId"))
                    || !string.IsNullOrEmpty(address.Text("networkInterfaceId"))
                    || !string.IsNullOrEmpty(address.Text("instanceId")),
                Tags = tags,
            };
        }
    }
}
