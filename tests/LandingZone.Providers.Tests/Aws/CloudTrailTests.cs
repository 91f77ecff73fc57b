using System.Text.Json.Nodes;
using LandingZone.Core.Model;
using LandingZone.Providers.Aws;

namespace LandingZone.Providers.Tests.Aws;

public class CloudTrailTests
{
    private const string Arn = "arn:aws:cloudtrail:us-east-1:111122223333:trail/main";

    private const string Trail =
        $$"""
        {"trailList":[{"Name":"main","TrailARN":"{{Arn}}","HomeRegion":"us-east-1","S3BucketName":"logs",
        "KmsKeyId":"arn:aws:kms:k",
        "IsMultiRegionTrail":true,"IsOrganizationTrail":true,"LogFileValidationEnabled":true}]}
        """;

    [Fact]
    public async Task A_trail_of_all_regions_is_stated_once_with_its_settings()
    {
        using LoopbackServer server = new(request => request.Operation switch
        {
            "DescribeTrails" => new(200, Trail),
            "GetTrailStatus" => new(200, """{"IsLogging":true}"""),
            _ => new(200, $$"""{"TrailARN":"{{Arn}}","EventSelectors":[{"ReadWriteType":"All"}]}"""),
        });

        var trail = Assert.IsType<AuditTrail>(Assert.Single(await ReadAsync(server, "us-east-1", "eu-west-1")));

        Assert.Equal((Arn, "main", "us-east-1"), (trail.Id, trail.Name, trail.Region));
        Assert.True(trail.Logging.Value);
        Assert.True(trail.AllRegions.Value);
        Assert.Equal(["o-1"], trail.Scopes.Value);
        Assert.True(trail.IntegrityValidated.Value);
        Assert.True(trail.CustomerKey.Value);
        Assert.Equal(RecordedEvents.All, trail.ManagementEvents.Value);
        Assert.Equal(RecordedEvents.None, trail.DataEvents.Value);
        Assert.Empty(trail.Exempted.Value);
        Assert.Equal("arn:aws:s3:::logs", trail.Store.Value.Id);
    }

    [Fact]
    public async Task A_trail_that_is_not_the_organizations_holds_for_its_owner()
    {
        using LoopbackServer server = new(request => request.Operation == "DescribeTrails"
            ? new(200, Trail.Replace("ionTrail\":true", "ionTrail\":false", StringComparison.Ordinal))
            : Aws.DeniedJson("it"));

        var trail = Assert.IsType<AuditTrail>(Assert.Single(await ReadAsync(server, "us-east-1")));

        Assert.Equal([Aws.Account], trail.Scopes.Value);
    }

    [Fact]
    public async Task No_trail_is_an_empty_list_not_a_gap()
    {
        using LoopbackServer server = new(_ => new WireReply(200, """{"trailList":[]}"""));

        Assert.Empty(await ReadAsync(server, "us-east-1"));
    }

    [Fact]
    public async Task A_refused_region_is_a_gap_of_that_region()
    {
        using LoopbackServer server = new(request =>
            request.Headers["Authorization"].Contains("/eu-west-1/", StringComparison.Ordinal)
                ? Aws.DeniedJson("it with an explicit deny in a service control policy")
                : new WireReply(200, """{"trailList":[]}"""));

        var gap = Assert.IsType<Gap>(Assert.Single(await ReadAsync(server, "us-east-1", "eu-west-1")));

        Assert.Equal(("AuditTrail", "eu-west-1"), (gap.OfKind, gap.Region));
        Assert.Equal("AccessDeniedException: a service control policy (SCP) denies cloudtrail:DescribeTrails", gap.Why);
    }

    [Fact]
    public async Task A_trail_whose_status_is_refused_or_that_does_not_state_a_flag_is_unread_there()
    {
        using LoopbackServer server = new(request => request.Operation == "DescribeTrails"
            ? new WireReply(200, $$"""{"trailList":[{"TrailARN":"{{Arn}}"}]}""")
            : Aws.DeniedJson("it"));

        var trail = Assert.IsType<AuditTrail>(Assert.Single(await ReadAsync(server, "us-east-1")));

        Assert.Equal("AccessDeniedException: grant cloudtrail:GetTrailStatus", trail.Logging.Unread);
        Assert.Equal("AccessDeniedException: grant cloudtrail:GetEventSelectors", trail.ManagementEvents.Unread);
        Assert.False(trail.AllRegions.IsRead);
        Assert.False(trail.Scopes.IsRead);
        Assert.Equal("AccessDeniedException: grant cloudtrail:GetEventSelectors", trail.DataEvents.Unread);
        Assert.False(trail.Store.IsRead);
        Assert.False(trail.CustomerKey.Value);
    }

    [Fact]
    public async Task The_organizations_trail_is_left_to_its_owner()
    {
        using LoopbackServer server = new(
            _ => new WireReply(200, Trail.Replace(":111122223333:", ":444455556666:", StringComparison.Ordinal)));
        List<string> asked = [];

        var rows = await Aws.ToListAsync(CloudTrail.ReadAsync(
            Aws.Client(server),
            ["us-east-1"],
            "o-1",
            owner =>
            {
                asked.Add(owner);
                return false;
            },
            TestContext.Current.CancellationToken));

        Assert.Empty(rows);
        Assert.Equal(["444455556666"], asked);
    }

    [Theory]
    [InlineData("""{"EventSelectors":[],"AdvancedEventSelectors":[]}""", null)]
    [InlineData("""{"EventSelectors":[{"ReadWriteType":"WriteOnly","IncludeManagementEvents":true}]}""", "Write")]
    [InlineData("""{"EventSelectors":[{"ReadWriteType":"ReadOnly"},{"ReadWriteType":"WriteOnly"}]}""", "All")]
    [InlineData("""{"EventSelectors":[{"ReadWriteType":"All","IncludeManagementEvents":false}]}""", "None")]
    [InlineData("""{"AdvancedEventSelectors":[{"FieldSelectors":[{"Field":"eventCategory","Equals":["Management"]}]}"""
        + "]}", "All")]
    [InlineData("""{"AdvancedEventSelectors":[{"FieldSelectors":[{"Field":"eventCategory","Equals":["Management"]},"""
        + """{"Field":"readOnly","Equals":["true"]}]}]}""", "Read")]
    [InlineData("""{"AdvancedEventSelectors":[{"FieldSelectors":[{"Field":"eventCategory","Equals":["Management"]},"""
        + """{"Field":"eventSource","NotEquals":["kms.amazonaws.com"]}]}]}""", "All")]
    [InlineData("""{"AdvancedEventSelectors":[{"FieldSelectors":[{"Field":"eventCategory","Equals":["Management"]},"""
        + """{"Field":"eventSource","Equals":["iam.amazonaws.com"]}]}]}""", "None")]
    [InlineData("""{"AdvancedEventSelectors":[{"FieldSelectors":[{"Field":"eventCategory","Equals":["Data"]},"""
        + """{"Field":"resources.type","Equals":["AWS::S3::Object"]}]}]}""", "None")]
    [InlineData("""{}""", null)]
    public void Selectors_decide_which_management_events_are_recorded(string answer, string? expected)
    {
        var events = EventSelectors.ManagementEvents((JsonObject)JsonNode.Parse(answer)!);

        Assert.Equal(expected, events.IsRead ? events.Value.ToString() : null);
    }

    [Theory]
    [InlineData("""{"EventSelectors":[{"ReadWriteType":"All"}]}""", "None")]
    [InlineData("""{"EventSelectors":[{"ReadWriteType":"All","DataResources":[{"Type":"AWS::S3::Object","Values":"""
        + """["arn:aws:s3"]}]}]}""", "All")]
    [InlineData("""{"EventSelectors":[{"ReadWriteType":"WriteOnly","IncludeManagementEvents":false,"DataResources":"""
        + """[{"Type":"AWS::S3::Object","Values":["arn:aws:s3:::"]}]}]}""", "Write")]
    [InlineData("""{"EventSelectors":[{"ReadWriteType":"All","DataResources":[{"Type":"AWS::S3::Object","Values":"""
        + """["arn:aws:s3:::one/"]}]}]}""", "None")]
    [InlineData("""{"EventSelectors":[{"ReadWriteType":"All","DataResources":[{"Type":"AWS::Lambda::Function","""
        + """  "Values":["arn:aws:lambda"]}]}]}""", "None")]
    [InlineData("""{"AdvancedEventSelectors":[{"FieldSelectors":[{"Field":"eventCategory","Equals":["Data"]},"""
        + """{"Field":"resources.type","Equals":["AWS::S3::Object"]}]}]}""", "All")]
    [InlineData("""{"AdvancedEventSelectors":[{"FieldSelectors":[{"Field":"eventCategory","Equals":["Data"]},"""
        + """{"Field":"resources.type","Equals":["AWS::S3::Object"]},"""
        + """{"Field":"readOnly","Equals":["false"]}]}]}""", "Write")]
    [InlineData("""{"AdvancedEventSelectors":[{"FieldSelectors":[{"Field":"eventCategory","Equals":["Data"]},"""
        + """{"Field":"resources.type","Equals":["AWS::S3::Object"]},"""
        + """{"Field":"resources.ARN","NotStartsWith":["arn:aws:s3:::b/"]}]}]}""", "None")]
    [InlineData("{}", null)]
    public void Data_events_count_when_those_of_all_buckets_are_recorded(string answer, string? expected)
    {
        var events = EventSelectors.DataEvents((JsonObject)JsonNode.Parse(answer)!);

        Assert.Equal(expected, events.IsRead ? events.Value.ToString() : null);
    }

    [Theory]
    [InlineData("""{"EventSelectors":[{"ReadWriteType":"All"}]}""", "")]
    [InlineData("""{"EventSelectors":[{"ExcludeManagementEventSources":["rdsdata.amazonaws.com"]}]}""",
        "rdsdata.amazonaws.com")]
    [InlineData("""{"EventSelectors":[{"ExcludeManagementEventSources":["rdsdata.amazonaws.com"]},"""
        + """{"ReadWriteType":"All"}]}""", "")]
    [InlineData("""{"AdvancedEventSelectors":[{"FieldSelectors":[{"Field":"eventCategory","Equals":["Management"]},"""
        + """{"Field":"userIdentity.arn","NotStartsWith":["arn:aws:sts::1:assumed-role/ci"]}]}]}""",
        "arn:aws:sts::1:assumed-role/ci*")]
    public void Whose_calls_are_left_out_is_stated(string answer, string expected)
    {
        var exempted = EventSelectors.Exempted((JsonObject)JsonNode.Parse(answer)!);

        Assert.Equal(expected, string.Join(',', exempted.Value));
    }

    private static Task<List<Resource>> ReadAsync(LoopbackServer server, params string[] regions) => Aws.ToListAsync(
        CloudTrail.ReadAsync(
            Aws.Client(server), [.. regions], "o-1", _ => true, TestContext.Current.CancellationToken));
}
