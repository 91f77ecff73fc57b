using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using LandingZone.Core.Model;

namespace LandingZone.Providers.Aws;

/// <summary>EC2 in one region: networks, security groups, instances and the region's own settings.</summary>
public static class Ec2
{
    private static readonly (string, JsonNode)[] FullPages = [("MaxResults", 1000)];

    private static readonly AwsXmlOperation DescribeRegions = new(AwsService.Ec2, "DescribeRegions", "regionInfo");

    private static readonly AwsXmlOperation DescribeVpcs = Paged("DescribeVpcs", "vpcSet");

    private static readonly AwsXmlOperation DescribeVpcPeeringConnections =
        Paged("DescribeVpcPeeringConnections", "vpcPeeringConnectionSet");

    private static readonly AwsXmlOperation DescribeTransitGatewayVpcAttachments =
        Paged("DescribeTransitGatewayVpcAttachments", "transitGatewayVpcAttachments");

    private static readonly AwsXmlOperation DescribeAddresses =
        new(AwsService.Ec2, "DescribeAddresses", "addressesSet");

    private static readonly AwsXmlOperation DescribeFlowLogs = Paged("DescribeFlowLogs", "flowLogSet");

    private static readonly AwsXmlOperation DescribeSecurityGroups =
        Paged("DescribeSecurityGroups", "securityGroupInfo");

    private static readonly AwsXmlOperation DescribeNetworkInterfaces =
        Paged("DescribeNetworkInterfaces", "networkInterfaceSet");

    private static readonly AwsXmlOperation DescribeSubnets = Paged("DescribeSubnets", "subnetSet");

    private static readonly AwsXmlOperation DescribeRouteTables = Paged("DescribeRouteTables", "routeTableSet");

    private static readonly AwsXmlOperation DescribeNetworkAcls = Paged("DescribeNetworkAcls", "networkAclSet");

    private static readonly AwsXmlOperation DescribeVpcEndpoints = Paged("DescribeVpcEndpoints", "vpcEndpointSet");

    private static readonly AwsXmlOperation DescribeInstances = Paged("DescribeInstances", "reservationSet");

    private static readonly AwsXmlOperation GetManagedPrefixListEntries =
        Paged("GetManagedPrefixListEntries", "entrySet");

    private static readonly AwsXmlOperation GetEbsEncryptionByDefault =
        new(AwsService.Ec2, "GetEbsEncryptionByDefault", "ebsEncryptionByDefault");

    public static readonly ImmutableArray<AwsOperation> Operations =
    [
        DescribeRegions, DescribeVpcs, DescribeFlowLogs, DescribeSecurityGroups, DescribeNetworkInterfaces,
        DescribeInstances, GetManagedPrefixListEntries, GetEbsEncryptionByDefault, DescribeVpcPeeringConnections,
        DescribeTransitGatewayVpcAttachments, DescribeAddresses, DescribeSubnets, DescribeRouteTables,
        DescribeNetworkAcls, DescribeVpcEndpoints,
    ];

    public static readonly ImmutableArray<FactPermission> Permissions =
    [
        new(nameof(Account), nameof(Account.Regions), DescribeRegions.Permission),
        new(nameof(Region), null, DescribeRegions.Permission),
        new(nameof(Region), nameof(Region.DisksEncryptedByDefault), GetEbsEncryptionByDefault.Permission),
        new(nameof(Network), null, DescribeVpcs.Permission),
        new(nameof(Network), nameof(Network.Ranges), DescribeVpcs.Permission),
        new(nameof(Network), nameof(Network.Default), DescribeVpcs.Permission),
        new(nameof(Network), nameof(Network.Tags), DescribeVpcs.Permission),
        new(nameof(Network), nameof(Network.InUse), DescribeNetworkInterfaces.Permission),
        new(nameof(Network), nameof(Network.Peers), DescribeVpcPeeringConnections.Permission),
        new(nameof(Network), nameof(Network.Peers), DescribeTransitGatewayVpcAttachments.Permission),
        new(nameof(Network), nameof(Network.FlowLogs), DescribeFlowLogs.Permission),
        new(nameof(FirewallRule), null, DescribeSecurityGroups.Permission),
        new(nameof(FirewallRule), nameof(FirewallRule.Direction), DescribeSecurityGroups.Permission),
        new(nameof(FirewallRule), nameof(FirewallRule.Allows), DescribeSecurityGroups.Permission),
        new(nameof(FirewallRule), nameof(FirewallRule.Ports), DescribeSecurityGroups.Permission),
        new(nameof(FirewallRule), nameof(FirewallRule.Addresses), DescribeSecurityGroups.Permission),
        new(nameof(FirewallRule), nameof(FirewallRule.Addresses), GetManagedPrefixListEntries.Permission),
        new(nameof(FirewallRule), nameof(FirewallRule.Groups), DescribeSecurityGroups.Permission),
        new(nameof(FirewallRule), nameof(FirewallRule.OfDefault), DescribeSecurityGroups.Permission),
        new(nameof(FirewallRule), nameof(FirewallRule.Description), DescribeSecurityGroups.Permission),
        new(nameof(FirewallRule), null, DescribeNetworkAcls.Permission),
        new(nameof(FirewallRule), nameof(FirewallRule.Direction), DescribeNetworkAcls.Permission),
        new(nameof(FirewallRule), nameof(FirewallRule.Allows), DescribeNetworkAcls.Permission),
        new(nameof(FirewallRule), nameof(FirewallRule.Ports), DescribeNetworkAcls.Permission),
        new(nameof(FirewallRule), nameof(FirewallRule.Addresses), DescribeNetworkAcls.Permission),
        new(nameof(FirewallRule), nameof(FirewallRule.Priority), DescribeNetworkAcls.Permission),
        new(nameof(Subnet), null, DescribeSubnets.Permission),
        new(nameof(Subnet), nameof(Subnet.Network), DescribeSubnets.Permission),
        new(nameof(Subnet), nameof(Subnet.Ranges), DescribeSubnets.Permission),
        new(nameof(Subnet), nameof(Subnet.AssignsPublicAddresses), DescribeSubnets.Permission),
        new(nameof(Subnet), nameof(Subnet.Tags), DescribeSubnets.Permission),
        new(nameof(Subnet), nameof(Subnet.Firewalls), DescribeNetworkAcls.Permission),
        new(nameof(Subnet), nameof(Subnet.RoutedToInternet), DescribeRouteTables.Permission),
        new(nameof(Subnet), nameof(Subnet.RoutedToInternet), GetManagedPrefixListEntries.Permission),
        new(nameof(Subnet), nameof(Subnet.PrivateServiceAccess), DescribeRouteTables.Permission),
        new(nameof(Subnet), nameof(Subnet.PublicServices), DescribeNetworkInterfaces.Permission),
        new(nameof(NetworkInterface), null, DescribeNetworkInterfaces.Permission),
        new(nameof(NetworkInterface), nameof(NetworkInterface.Subnet), DescribeSubnets.Permission),
        new(nameof(NetworkInterface), nameof(NetworkInterface.Firewalls), DescribeNetworkInterfaces.Permission),
        new(nameof(NetworkInterface), nameof(NetworkInterface.PublicAddresses), DescribeNetworkInterfaces.Permission),
        new(nameof(NetworkInterface), nameof(NetworkInterface.AttachedTo), DescribeNetworkInterfaces.Permission),
        new(nameof(PrivateEndpoint), null, DescribeVpcEndpoints.Permission),
        new(nameof(PrivateEndpoint), nameof(PrivateEndpoint.Network), DescribeVpcs.Permission),
        new(nameof(PrivateEndpoint), nameof(PrivateEndpoint.Service), DescribeVpcEndpoints.Permission),
        new(nameof(PublicAddress), null, DescribeAddresses.Permission),
        new(nameof(PublicAddress), nameof(PublicAddress.Address), DescribeAddresses.Permission),
        new(nameof(PublicAddress), nameof(PublicAddress.Attached), DescribeAddresses.Permission),
        new(nameof(PublicAddress), nameof(PublicAddress.Tags), DescribeAddresses.Permission),
        new(nameof(Instance), null, DescribeInstances.Permission),
        new(nameof(Instance), nameof(Instance.Running), DescribeInstances.Permission),
        new(nameof(Instance), nameof(Instance.PublicAddresses), DescribeInstances.Permission),
        new(nameof(Instance), nameof(Instance.MetadataTokenRequired), DescribeInstances.Permission),
        new(nameof(Instance), nameof(Instance.Identity), DescribeInstances.Permission),
        new(nameof(Instance), nameof(Instance.Tags), DescribeInstances.Permission),
    ];

    /// <summary>The regions that the account has enabled.</summary>
    /// <seealso href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeRegions.html"/>
    public static async Task<Fact<ImmutableArray<string>>> RegionsAsync(AwsClient aws, CancellationToken cancellation)
    {
        var list = await aws.ListAsync(DescribeRegions, [], cancellation);
        return list.Refused is { } refused
            ? refused
            : list.Items.Select(region => region.Text("regionName")).OfType<string>().Order(StringComparer.Ordinal)
                .ToImmutableArray();
    }

    /// <param name="aws">The account in the region to read.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public static async IAsyncEnumerable<Resource> ReadAsync(
        AwsClient aws, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var networks = aws.ListAsync(DescribeVpcs, FullPages, cancellation);
        var flowLogs = aws.ListAsync(DescribeFlowLogs, FullPages, cancellation);
        var peerings = aws.ListAsync(DescribeVpcPeeringConnections, FullPages, cancellation);
        var attachments = aws.ListAsync(DescribeTransitGatewayVpcAttachments, FullPages, cancellation);
        var addresses = aws.ListAsync(DescribeAddresses, [], cancellation);
        var groups = aws.ListAsync(DescribeSecurityGroups, FullPages, cancellation);
        var interfaces = aws.ListAsync(DescribeNetworkInterfaces, FullPages, cancellation);
        var reservations = aws.ListAsync(DescribeInstances, FullPages, cancellation);
        var subnets = aws.ListAsync(DescribeSubnets, FullPages, cancellation);
        var tables = aws.ListAsync(DescribeRouteTables, [("MaxResults", 100)], cancellation);
        var accessLists = aws.ListAsync(DescribeNetworkAcls, FullPages, cancellation);
        var endpoints = aws.ListAsync(DescribeVpcEndpoints, FullPages, cancellation);
        yield return await RegionAsync(aws, cancellation);

        var prefixLists = await PrefixListsAsync(aws, await groups, await tables, cancellation);
        IEnumerable<Resource> resources =
        [
            .. Vpc.Read(aws, await networks, await flowLogs, await interfaces, await peerings, await attachments),
            .. GapOf<Network>(aws, await networks),
            .. SecurityGroup.Read(aws, await groups, prefixLists),
            .. AccessList.Read(aws, await accessLists),
            .. GapOf<FirewallRule>(aws, await groups, await accessLists),
            .. VpcSubnet.Read(
                aws, await subnets, new SubnetRoutes(await tables, prefixLists), await accessLists, await interfaces),
            .. GapOf<Subnet>(aws, await subnets),
            .. Interface.Read(aws, await interfaces, await subnets, await groups),
            .. GapOf<NetworkInterface>(aws, await interfaces),
            .. VpcEndpoint.Read(aws, await endpoints, await networks),
            .. GapOf<PrivateEndpoint>(aws, await endpoints),
            .. ElasticAddress.Read(aws, await addresses),
            .. GapOf<PublicAddress>(aws, await addresses),
            .. Ec2Instance.Read(aws, await reservations),
            .. GapOf<Instance>(aws, await reservations),
        ];
        foreach (var resource in resources)
        {
            yield return resource;
        }
    }

    private static AwsXmlOperation Paged(string name, string answer) =>
        new(AwsService.Ec2, name, answer) { Paging = AwsPaging.Ec2 };

    /// <summary>The region, whose setting may differ from the next region's.</summary>
    /// <seealso href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_GetEbsEncryptionByDefault.html"/>
    private static async Task<Resource> RegionAsync(AwsClient aws, CancellationToken cancellation) => new Region
    {
        Id = $"{aws.AccountId}/{aws.Region}",
        Name = aws.Region,
        Cloud = Cloud.Aws,
        AccountId = aws.AccountId,
        Region = aws.Region,
        DisksEncryptedByDefault = await aws.CallAsync(GetEbsEncryptionByDefault, cancellation) switch
        {
            { Body: { } answer } => answer.IsTrue("ebsEncryptionByDefault"),
            var refused => refused.Why,
        },
    };

    /// <summary>The ranges of each prefix list that a group or a way to the internet names, by its id.</summary>
    private static async Task<Dictionary<string, AwsList<XElement>>> PrefixListsAsync(
        AwsClient aws, AwsList<XElement> groups, AwsList<XElement> tables, CancellationToken cancellation)
    {
        var ids = groups.Items.Descendants("prefixListId").Select(id => id.Value)
            .Concat(SubnetRoutes.PrefixLists(tables.Items))
            .Distinct();
        Dictionary<string, AwsList<XElement>> lists = [];
        var read = ids.SelectAsync(
            4,
            async id => (id, entries: await aws.ListAsync(
                GetManagedPrefixListEntries, [("PrefixListId", id), ("MaxResults", 100)], cancellation)));
        await foreach (var (id, entries) in read)
        {
            lists[id] = entries;
        }

        return lists;
    }

    /// <summary>One gap, whichever of the lists are refused.</summary>
    private static IEnumerable<Resource> GapOf<T>(AwsClient aws, params AwsList<XElement>[] lists) where T : Resource
    {
        var refused = lists.Select(list => list.Refused?.Reason).OfType<string>().Distinct().ToList();
        return refused.Count == 0
            ? []
            : [Gap.Of(
                typeof(T).Name, Cloud.Aws, aws.AccountId, aws.AccountId, aws.Region, string.Join("; ", refused))];
    }
}
