using System.Collections.Immutable;
using System.Xml.Linq;
using LandingZone.Core.Model;

namespace LandingZone.Providers.Aws;

/// <summary>EC2's instances; those that are terminated exist no more, though the API names them for an hour.</summary>
/// <seealso href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Instance.html"/>
internal static class Ec2Instance
{
    public static IEnumerable<Resource> Read(AwsClient aws, AwsList<XElement> reservations)
    {
        var instances = reservations.Items.SelectMany(
            reservation => reservation.Element("instancesSet")?.Elements() ?? []);
        foreach (var instance in instances)
        {
            var state = instance.Element("instanceState")?.Text("name");
            if (state is "terminated" or "shutting-down")
            {
                continue;
            }

            var id = instance.Text("instanceId") ?? "";
            var tags = AwsXml.Tags(instance.Element("tagSet")?.Elements() ?? [], "key", "value");
            yield return new Instance
            {
                Id = aws.Arn("ec2", $"instance/{id}"),
                Name = tags.TryGetValue("Name", out var name) && name.Length > 0 ? $"{id} ({name})" : id,
                Cloud = Cloud.Aws,
                AccountId = aws.AccountId,
                Region = aws.Region,
                Running = state is null ? new Unread("the answer does not state instanceState") : state == "running",
                PublicAddresses = PublicAddresses(instance),
                MetadataTokenRequired = MetadataTokenRequired(instance.Element("metadataOptions")),
                Identity = instance.Element("iamInstanceProfile") is null
                    ? InstanceIdentity.None
                    : InstanceIdentity.Own,
                OperatingSystem = OperatingSystem(instance),
                MonthlySavings = NotCollected.Yet,
                ImageId = instance.Text("imageId") is { Length: > 0 } image
                    ? image
                    : new Unread("the answer does not state imageId"),
                BackupPlanned = NotCollected.Yet,
                LastBackup = NotCollected.Yet,
                BackupCopies = NotCollected.Yet,
                ImageCreated = NotCollected.Yet,
                ImageDeprecated = NotCollected.Yet,
                ImageOwner = NotCollected.Yet,
                PasswordLogin = NotCollected.Yet,
                CentralLogin = NotCollected.Yet,
                AdministratorPassword = NotCollected.Yet,
                DomainJoined = NotCollected.Yet,
                Secrets = NotCollected.Yet,
                Scanned = NotCollected.Yet,
                CriticalSince = NotCollected.Yet,
                PatchManaged = NotCollected.Yet,
                MissingPatches = NotCollected.Yet,
                SecureBoot = NotCollected.Yet,
                VirtualTpm = NotCollected.Yet,
                Confidential = NotCollected.Yet,
                DiskTrafficEncrypted = NotCollected.Yet,
                DataDisks = NotCollected.Yet,
                DatabaseProducts = NotCollected.Yet,
                Tags = tags,
            };
        }
    }

    /// <seealso href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Instance.html"/>
    private static Fact<OperatingSystemType> OperatingSystem(XElement instance) => instance.Text("platformDetails") switch
    {
        null or "" => new Unread("the answer does not state platformDetails"),
        var platform when platform.Contains("Windows", StringComparison.OrdinalIgnoreCase) => OperatingSystemType.Windows,
        var platform when platform.Contains("macOS", StringComparison.OrdinalIgnoreCase) => OperatingSystemType.Other,
        _ => OperatingSystemType.Linux,
    };

    /// <summary>
    /// Public IPv4 addresses of all interfaces, and IPv6 addresses that the internet routes (2000::/3).
    /// </summary>
    private static ImmutableArray<string> PublicAddresses(XElement instance) =>
    [
        .. instance.Descendants("association").Select(association => association.Text("publicIp"))
            .Append(instance.Text("ipAddress"))
            .Concat(instance.Descendants("ipv6Address").Select(address => address.Value).Where(IsGlobal))
            .Where(address => !string.IsNullOrEmpty(address))
            .OfType<string>()
            .Distinct()
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Whether the internet routes an IPv6 address.</summary>
    public static bool IsGlobal(string address) => address.StartsWith('2') || address.StartsWith('3');

    /// <seealso href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_InstanceMetadataOptionsResponse.html"/>
    private static Fact<bool> MetadataTokenRequired(XElement? options) => options switch
    {
        null => new Unread("the answer does not state metadataOptions"),
        _ when options.Text("httpEndpoint") == "disabled" => true,
        _ when options.Text("httpTokens") is { } tokens => tokens == "required",
        _ => new Unread("the answer does not state httpTokens"),
    };
}
