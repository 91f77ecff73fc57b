using System.Collections.Immutable;
using System.Xml.Linq;
using LandingZone.Core.Model;

namespace LandingZone.Providers.Aws;

/// <summary>VPCs that the account owns; one that is shared with it is stated by its owner.</summary>
internal static class Vpc
{
    public static IEnumerable<Resource> Read(
        AwsClient aws,
        AwsList<XElement> networks,
        AwsList<XElement> flowLogs,
        AwsList<XElement> interfaces,
        AwsList<XElement> peerings,
        AwsList<XElement> attachments)
    {
        var used = interfaces.Items.Select(item => item.Text("vpcId")).OfType<string>().ToHashSet();
        var logged = flowLogs.Items.ToLookup(log => log.Text("resourceId"));
        foreach (var vpc in networks.Items.Where(vpc => aws.Owns(vpc)))
        {
            var id = vpc.Text("vpcId") ?? "";
            var tags = AwsXml.Tags(vpc.Element("tagSet")?.Elements() ?? [], "key", "value");
            yield return new Network
            {
                Id = aws.Arn("ec2", $"vpc/{id}"),
                Name = tags.TryGetValue("Name", out var name) && name.Length > 0 ? $"{id} ({name})" : id,
                Cloud = Cloud.Aws,
                AccountId = aws.AccountId,
                Region = aws.Region,
                Ranges = Ranges(vpc),
                Default = bool.TryParse(vpc.Text("isDefault"), out var isDefault)
                    ? isDefault
                    : new Unread("the answer does not state isDefault"),
                InUse = used.Contains(id) ? true : interfaces.Refused is { } unread ? unread : false,
                Peers = Peers(aws, id, peerings, attachments),
                EgressFiltered = NotCollected.Yet,
                PrivateDns = NotCollected.Yet,
                FlowLogs = RecordsAll(logged[id]) ? true : flowLogs.Refused is { } refused ? refused : false,
                Tags = tags,
            };
        }
    }

    /// <summary>
    /// The first range and all that were associated later; ranges that are going or failed do not count.
    /// </summary>
    /// <seealso href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Vpc.html"/>
    private static ImmutableArray<string> Ranges(XElement vpc) =>
    [
        .. Associated(vpc, "cidrBlockAssociationSet", "cidrBlock", "cidrBlockState")
            .Concat(Associated(vpc, "ipv6CidrBlockAssociationSet", "ipv6CidrBlock", "ipv6CidrBlockState"))
            .Prepend(vpc.Text("cidrBlock"))
            .OfType<string>()
            .Distinct(),
    ];

    /// <summary>The ranges of a set of associations that hold.</summary>
    public static IEnumerable<string?> Associated(XElement vpc, string set, string range, string state) =>
        (vpc.Element(set)?.Elements() ?? [])
        .Where(item => (item.Element(state)?.Text("state") ?? "associated") is "associated" or "associating")
        .Select(item => item.Text(range));

    /// <summary>
    /// The other ends of active peerings, in whichever region and account. A transit gateway shows its other networks
    /// to its owner alone. Attachments to Cloud WAN are another service's.
    /// </summary>
    /// <seealso href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_VpcPeeringConnection.html"/>
    /// <seealso href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_TransitGatewayVpcAttachment.html"/>
    private static Fact<ImmutableArray<string>> Peers(
        AwsClient aws, string id, AwsList<XElement> peerings, AwsList<XElement> attachments)
    {
        if ((peerings.Refused ?? attachments.Refused) is { } refused)
        {
            return refused;
        }

        var gateway = attachments.Items.FirstOrDefault(
            attached => attached.Text("vpcId") == id && attached.Text("state") is "available" or "modifying");
        if (gateway is not null)
        {
            var reason = NotCollected.Yet.Reason;
            return new Unread($"which networks {gateway.Text("transitGatewayId")} connects it to: {reason}");
        }

        return peerings.Items
            .Where(peering => peering.Element("status")?.Text("code") == "active")
            .Select(peering => (Ends: Ends(aws, peering), Here: aws.Arn("ec2", $"vpc/{id}")))
            .Where(peering => peering.Ends.Contains(peering.Here))
            .SelectMany(peering => peering.Ends.Where(end => end != peering.Here))
            .Distinct()
            .ToImmutableArray();
    }

    private static string[] Ends(AwsClient aws, XElement peering) =>
    [
        .. new[] { peering.Element("requesterVpcInfo"), peering.Element("accepterVpcInfo") }
            .OfType<XElement>()
            .Select(end => $"arn:{aws.Partition}:ec2:{end.Text("region") ?? aws.Region}:{end.Text("ownerId")}"
                + $":vpc/{end.Text("vpcId")}"),
    ];

    /// <summary>
    /// Logs of the VPC itself that run, are delivered, and together hold accepted and refused traffic. Logs of single
    /// subnets or interfaces do not count: nothing says that they leave none out.
    /// </summary>
    /// <seealso href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_FlowLog.html"/>
    private static bool RecordsAll(IEnumerable<XElement> logs)
    {
        var types = logs
            .Where(log => log.Text("flowLogStatus") == "ACTIVE" && log.Text("deliverLogsStatus") != "FAILED")
            .Select(log => log.Text("trafficType"))
            .ToHashSet();
        return types.Contains("ALL") || (types.Contains("ACCEPT") && types.Contains("REJECT"));
    }
}
