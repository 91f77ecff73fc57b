using LandingZone.Core.Model;
using LandingZone.Providers.Aws;

namespace LandingZone.Providers.Tests.Aws;

/// <summary>A region that answers EC2's questions as a test says.</summary>
internal static class Ec2Region
{
    /// <summary>
    /// Lists by operation; null refuses, and what is not given is empty, but for prefix lists, which are refused.
    /// </summary>
    public static async Task<List<Resource>> ReadAsync(params (string Operation, string? Items)[] lists)
    {
        Dictionary<string, string> sets = new()
        {
            ["DescribeVpcs"] = "vpcSet",
            ["DescribeFlowLogs"] = "flowLogSet",
            ["DescribeSecurityGroups"] = "securityGroupInfo",
            ["DescribeNetworkInterfaces"] = "networkInterfaceSet",
            ["DescribeInstances"] = "reservationSet",
            ["DescribeVpcPeeringConnections"] = "vpcPeeringConnectionSet",
            ["DescribeTransitGatewayVpcAttachments"] = "transitGatewayVpcAttachments",
            ["DescribeAddresses"] = "addressesSet",
            ["DescribeSubnets"] = "subnetSet",
            ["DescribeRouteTables"] = "routeTableSet",
            ["DescribeNetworkAcls"] = "networkAclSet",
            ["DescribeVpcEndpoints"] = "vpcEndpointSet",
            ["GetManagedPrefixListEntries"] = "entrySet",
        };
        var given = lists.ToDictionary(list => list.Operation, list => list.Items);
        using LoopbackServer server = new(request =>
        {
            var operation = request.Operation;
            if (!sets.TryGetValue(operation, out var set))
            {
                return new WireReply(200, $"<{operation}Response><ebsEncryptionByDefault>true</ebsEncryptionByDefault>"
                    + $"</{operation}Response>");
            }

            var items = given.TryGetValue(operation, out var stated) ? stated
                : operation == "GetManagedPrefixListEntries" ? null
                : "";
            return items is null
                ? Denied()
                : new WireReply(200, $"<{operation}Response><{set}>{items}</{set}></{operation}Response>");
        });
        return await Aws.ToListAsync(Ec2.ReadAsync(Aws.Client(server), TestContext.Current.CancellationToken));
    }

    public static WireReply Denied() => new(
        403, "<Response><Errors><Error><Code>UnauthorizedOperation</Code><Message>no</Message></Error></Errors>"
            + "</Response>");
}
