using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using LandingZone.Core.Model;

namespace LandingZone.Providers.Aws;

/// <summary>CloudTrail's trails: what they record, whether they run, and where they write.</summary>
public static class CloudTrail
{
    private static readonly AwsJsonOperation DescribeTrails =
        new(AwsService.CloudTrail, "DescribeTrails", "trailList[]");

    private static readonly AwsJsonOperation GetTrailStatus = new(AwsService.CloudTrail, "GetTrailStatus", "IsLogging");

    private static readonly AwsJsonOperation GetEventSelectors =
        new(AwsService.CloudTrail, "GetEventSelectors", "TrailARN");

    public static readonly ImmutableArray<AwsOperation> Operations =
        [DescribeTrails, GetTrailStatus, GetEventSelectors];

    public static readonly ImmutableArray<FactPermission> Permissions =
    [
        new(nameof(AuditTrail), null, DescribeTrails.Permission),
        new(nameof(AuditTrail), nameof(AuditTrail.AllRegions), DescribeTrails.Permission),
        new(nameof(AuditTrail), nameof(AuditTrail.Scopes), DescribeTrails.Permission),
        new(nameof(AuditTrail), nameof(AuditTrail.IntegrityValidated), DescribeTrails.Permission),
        new(nameof(AuditTrail), nameof(AuditTrail.CustomerKey), DescribeTrails.Permission),
        new(nameof(AuditTrail), nameof(AuditTrail.Store), DescribeTrails.Permission),
        new(nameof(AuditTrail), nameof(AuditTrail.Logging), GetTrailStatus.Permission),
        new(nameof(AuditTrail), nameof(AuditTrail.ManagementEvents), GetEventSelectors.Permission),
        new(nameof(AuditTrail), nameof(AuditTrail.DataEvents), GetEventSelectors.Permission),
        new(nameof(AuditTrail), nameof(AuditTrail.Exempted), GetEventSelectors.Permission),
    ];

    /// <summary>
    /// Trails as each region shows them, once each: a trail of all regions appears in every one, a trail of one region
    /// only there, and the organization's in its members too.
    /// </summary>
    /// <param name="aws">The account.</param>
    /// <param name="regions">The regions to ask.</param>
    /// <param name="organizationId">The account's organization, for which its trails hold.</param>
    /// <param name="isWanted">Whether a trail that another account owns is to be stated here.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <seealso href="https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_DescribeTrails.html"/>
    public static async IAsyncEnumerable<Resource> ReadAsync(
        AwsClient aws,
        ImmutableArray<string> regions,
        string organizationId,
        Func<string, bool> isWanted,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        HashSet<string> seen = [];
        var lists = regions.SelectAsync(
            4, async region => (region, list: await aws.In(region).ListAsync(DescribeTrails, [], cancellation)));
        await foreach (var (region, list) in lists)
        {
            if (list.Refused is { } refused)
            {
                yield return Gap.Of(
                    nameof(AuditTrail), Cloud.Aws, aws.AccountId, aws.AccountId, region, refused.Reason);
            }

            foreach (var trail in list.Items)
            {
                var arn = trail.Text("TrailARN") ?? "";
                if (seen.Add(arn) && isWanted(OwnerOf(arn)))
                {
                    var home = aws.In(trail.Text("HomeRegion") ?? region);
                    yield return await TrailAsync(home, arn, trail, organizationId, cancellation);
                }
            }
        }
    }

    private static string OwnerOf(string arn) => arn.Split(':').ElementAtOrDefault(4) ?? "";

    private static async Task<AuditTrail> TrailAsync(
        AwsClient aws, string arn, JsonNode trail, string organizationId, CancellationToken cancellation)
    {
        var logging = LoggingAsync(aws, arn, cancellation);
        var selectors = await aws.CallAsync(GetEventSelectors, [("TrailName", arn)], cancellation);
        return new AuditTrail
        {
            Id = arn,
            Name = trail.Text("Name") ?? arn,
            Cloud = Cloud.Aws,
            AccountId = aws.AccountId,
            Region = aws.Region,
            Logging = await logging,
            AllRegions = trail.Flag("IsMultiRegionTrail"),
            ManagementEvents = Of(selectors, EventSelectors.ManagementEvents),
            DataEvents = Of(selectors, EventSelectors.DataEvents),
            Exempted = Of(selectors, EventSelectors.Exempted),
            Scopes = trail.Flag("IsOrganizationTrail")
                .Select(wide => ImmutableArray.Create(wide ? organizationId : OwnerOf(arn))),
            IntegrityValidated = trail.Flag("LogFileValidationEnabled"),
            // CloudTrail uses a KMS key only when the customer names one.
            CustomerKey = trail.Text("KmsKeyId") is { Length: > 0 },
            Store = trail.Text("S3BucketName") is { Length: > 0 } bucket
                ? new Link<LogStore>($"arn:{aws.Partition}:s3:::{bucket}")
                : new Unread("the answer does not state S3BucketName"),
        };
    }

    /// <seealso href="https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_GetTrailStatus.html"/>
    private static async Task<Fact<bool>> LoggingAsync(AwsClient aws, string arn, CancellationToken cancellation) =>
        await aws.CallAsync(GetTrailStatus, [("Name", arn)], cancellation) switch
        {
            { Body: { } status } => status.Flag("IsLogging"),
            var refused => refused.Why,
        };

    /// <seealso href="https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_GetEventSelectors.html"/>
    private static Fact<T> Of<T>(AwsAnswer<JsonObject> selectors, Func<JsonObject, Fact<T>> read)
        where T : notnull => selectors.Body is { } body ? read(body) : selectors.Why;
}
