using LandingZone.Providers.Aws;

namespace LandingZone.Providers.Tests.Aws;

public class AwsClientTests
{
    private static readonly AwsXmlOperation ListUsers =
        new(AwsService.Iam, "ListUsers", "Users") { Paging = AwsPaging.Marker };

    private static readonly AwsJsonOperation ListAccounts =
        new(AwsService.Organizations, "ListAccounts", "Accounts[]") { Paging = AwsPaging.NextToken };

    private static readonly AwsXmlOperation ListBuckets =
        new(AwsService.S3, "ListBuckets", "ListAllMyBucketsResult/Buckets")
        {
            Paging = new("continuation-token", "ContinuationToken"),
        };

    private static readonly AwsXmlOperation GetVersioning =
        new(AwsService.S3, "GetBucketVersioning", "VersioningConfiguration") { Path = "/{Bucket}?versioning" };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_list_is_read_over_all_its_pages()
    {
        using LoopbackServer server = new(request => new WireReply(200, request.Field("Marker") switch
        {
            null => Page("a", "1", true),
            "1" => Page("b", "2", true),
            _ => Page("c", "never to be used", false),
        }));

        var list = await Aws.Client(server).ListAsync(ListUsers, [], Cancellation);

        Assert.Null(list.Refused);
        Assert.Equal(["a", "b", "c"], list.Items.Select(user => user.Value));
        Assert.Equal(3, server.Requests.Count);
    }

    [Fact]
    public async Task A_list_in_JSON_and_one_in_a_query_string_page_too()
    {
        using LoopbackServer server = new(request => request.Headers.ContainsKey("X-Amz-Target")
            ? new WireReply(200, request.Body.Contains("next", StringComparison.Ordinal)
                ? """{"Accounts":[{"Id":"2"}],"NextToken":null}"""
                : """{"Accounts":[{"Id":"1"}],"NextToken":"next"}""")
            : new WireReply(200, request.Query.Contains("continuation-token=x%3D", StringComparison.Ordinal)
                ? "<ListAllMyBucketsResult><Buckets><Bucket>b</Bucket></Buckets></ListAllMyBucketsResult>"
                : "<ListAllMyBucketsResult><Buckets><Bucket>a</Bucket></Buckets><ContinuationToken>"
                    + "x=</ContinuationToken></ListAllMyBucketsResult>"));
        var aws = Aws.Client(server);

        var accounts = await aws.ListAsync(ListAccounts, [], Cancellation);
        var buckets = await aws.ListAsync(ListBuckets, [], Cancellation);

        Assert.Equal(["1", "2"], accounts.Items.Select(account => (string?)account["Id"]));
        Assert.Equal(["a", "b"], buckets.Items.Select(bucket => bucket.Value));
    }

    [Fact]
    public async Task The_same_page_token_twice_is_a_refusal_not_an_endless_list()
    {
        using LoopbackServer server = new(_ => new WireReply(200, Page("a", "1", true)));

        var list = await Aws.Client(server).ListAsync(ListUsers, [], Cancellation);

        Assert.StartsWith("RepeatedPage", list.Refused!.Value.Reason, StringComparison.Ordinal);
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task A_list_whose_second_page_is_refused_keeps_the_first_and_says_so()
    {
        using LoopbackServer server = new(request => request.Field("Marker") is null
            ? new WireReply(200, Page("a", "1", true))
            : Aws.Denied("iam:ListUsers"));

        var list = await Aws.Client(server).ListAsync(ListUsers, [], Cancellation);

        Assert.Single(list.Items);
        Assert.Equal("AccessDenied: grant iam:ListUsers", list.Refused!.Value.Reason);
    }

    [Theory]
    [InlineData("Throttling")]
    [InlineData("ThrottlingException")]
    [InlineData("RequestLimitExceeded")]
    [InlineData("TooManyRequestsException")]
    [InlineData("SlowDown")]
    public async Task A_throttle_that_says_400_is_asked_again(string code)
    {
        var calls = 0;
        using LoopbackServer server = new(_ => ++calls == 1
            ? new WireReply(400, $"<ErrorResponse><Error><Code>{code}</Code></Error></ErrorResponse>")
            : new WireReply(200, Page("a", "", false)));

        Assert.NotNull((await Aws.Client(server).CallAsync(ListUsers, Cancellation)).Body);
    }

    [Fact]
    public async Task A_wrong_clock_is_corrected_by_the_answer_and_stays_so()
    {
        MovableTime slow = new();
        var right = slow.Now.AddHours(2);
        using LoopbackServer server = new(request =>
            request.Headers["X-Amz-Date"].StartsWith($"{right:yyyyMMdd'T'HH}", StringComparison.Ordinal)
                ? new WireReply(200, Page("a", "", false))
                : new WireReply(
                    403,
                    "<ErrorResponse><Error><Code>RequestTimeTooSkewed</Code><Message>skew</Message></Error>"
                        + "</ErrorResponse>",
                    ("Date", right.ToString("R"))));
        var aws = Aws.Client(server, time: slow);

        Assert.NotNull((await aws.CallAsync(ListUsers, Cancellation)).Body);
        Assert.NotNull((await aws.CallAsync(ListUsers, Cancellation)).Body);
        Assert.Equal(3, server.Requests.Count);
    }

    [Theory]
    [InlineData(301, "<Error><Code>PermanentRedirect</Code></Error>", "x-amz-bucket-region")]
    [InlineData(400, "<Error><Code>AuthorizationHeaderMalformed</Code><Region>eu-west-1</Region></Error>", "x-none")]
    public async Task A_bucket_elsewhere_is_followed_there_once(int status, string body, string header)
    {
        using LoopbackServer server = new(request =>
            request.Headers["Authorization"].Contains("/eu-west-1/", StringComparison.Ordinal)
                ? new WireReply(200, "<VersioningConfiguration/>")
                : new WireReply(status, body, (header, "eu-west-1")));

        var answer = await Aws.Client(server).CallAsync(GetVersioning, [("Bucket", "b")], Cancellation);

        Assert.NotNull(answer.Body);
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task Secrets_that_a_service_prints_back_are_not_repeated()
    {
        using LoopbackServer server = new(_ => new WireReply(
            403,
            """
            <ErrorResponse><Error><Code>SignatureDoesNotMatch</Code><Message>
            The signature does not match. x-amz-security-token:SECRETTOKEN

            The Canonical String for this request should have been 'POST x-amz-security-token:SECRETTOKEN'
            </Message></Error></ErrorResponse>
            """));

        var answer = await Aws.Client(server).CallAsync(ListUsers, Cancellation);

        Assert.DoesNotContain("SECRETTOKEN", answer.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', answer.Message);
    }

    [Fact]
    public async Task Nothing_that_listens_is_a_refusal_too()
    {
        var answer = await Aws.Client($"http://127.0.0.1:{LoopbackServer.FreePort()}/")
            .CallAsync(ListUsers, Cancellation);

        Assert.Equal("Unreachable", answer.Code);
    }

    [Fact]
    public void External_entities_of_XML_are_not_read()
    {
        var body = "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/hostname'>]><x>&e;</x>"u8.ToArray();

        Assert.Null(AwsXml.Parse(body));
    }

    private static string Page(string user, string marker, bool more) =>
        $"""
        <ListUsersResponse xmlns='https://iam.amazonaws.com/doc/2010-05-08/'><ListUsersResult>
          <Users><member>{user}</member></Users>
          <IsTruncated>{(more ? "true" : "false")}</IsTruncated><Marker>{marker}</Marker>
        </ListUsersResult></ListUsersResponse>
        """;
}
