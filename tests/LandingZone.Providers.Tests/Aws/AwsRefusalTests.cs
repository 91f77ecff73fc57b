using LandingZone.Providers.Aws;

namespace LandingZone.Providers.Tests.Aws;

/// <summary>What is no documented answer is a refusal, and a refusal says what to do.</summary>
public class AwsRefusalTests
{
    private static readonly AwsXmlOperation ListUsers = new(AwsService.Iam, "ListUsers", "Users");

    private static readonly AwsJsonOperation ListAccounts =
        new(AwsService.Organizations, "ListAccounts", "Accounts[]");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("", "an empty body")]
    [InlineData("<html><body>Sign in to the hotel's network</body></html>", "<html>")]
    [InlineData("<!DOCTYPE html><html><head><meta charset=utf-8></head></html>", "an HTML page")]
    [InlineData("<ListUsersResponse><ListUsersResult><Users>", "a document that breaks off")]
    [InlineData("<ListGroupsResponse><ListGroupsResult><Groups/></ListGroupsResult></ListGroupsResponse>",
        "<ListGroupsResponse>")]
    [InlineData("<ListUsersResponse><ListUsersResult/></ListUsersResponse>", "without <Users>")]
    [InlineData("{}", "a document that breaks off")]
    public async Task A_200_that_is_not_the_documented_XML_is_a_refusal(string body, string came)
    {
        using LoopbackServer server = new(_ => new WireReply(200, body));

        var answer = await Aws.Client(server).CallAsync(ListUsers, Cancellation);

        Assert.Null(answer.Body);
        Assert.Equal("UnexpectedDocument", answer.Code);
        Assert.Contains(came, answer.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "an empty body")]
    [InlineData("{}", "{}")]
    [InlineData("[]", "text that is no document")]
    [InlineData("""{"Accounts":null}""", "Accounts")]
    [InlineData("""{"Accounts":"none"}""", "Accounts")]
    [InlineData("""{"error":"use the proxy"}""", "an object with error")]
    [InlineData("<html/>", "an HTML page")]
    [InlineData("""{"Accounts":[""", "a document that breaks off")]
    public async Task A_200_that_is_not_the_documented_JSON_is_a_refusal(string body, string came)
    {
        using LoopbackServer server = new(_ => new WireReply(200, body));

        var answer = await Aws.Client(server).CallAsync(ListAccounts, Cancellation);

        Assert.Null(answer.Body);
        Assert.Equal("UnexpectedDocument", answer.Code);
        Assert.Contains(came, answer.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(403, "<ErrorResponse><Error><Code>AccessDenied</Code><Message>m</Message></Error></ErrorResponse>",
        "AccessDenied")]
    [InlineData(403, "<Response><Errors><Error><Code>UnauthorizedOperation</Code><Message>m</Message></Error></Errors>"
        + "</Response>", "UnauthorizedOperation")]
    [InlineData(404, "<Error><Code>NoSuchBucket</Code><Message>m</Message></Error>", "NoSuchBucket")]
    [InlineData(400, """{"__type":"com.amazonaws.x#AccessDeniedException","message":"m"}""", "AccessDeniedException")]
    [InlineData(400, """{"__type":"TrailNotFoundException:http://x","Message":"m"}""", "TrailNotFoundException")]
    [InlineData(502, "<html>Bad gateway</html>", "Http502")]
    [InlineData(404, "", "Http404")]
    [InlineData(200, "<Error><Code>InternalError</Code><Message>m</Message></Error>", "InternalError")]
    public async Task Every_form_of_refusal_gives_its_code(int status, string body, string code)
    {
        using LoopbackServer server = new(_ => new WireReply(status, body));

        var answer = await Aws.Client(server).CallAsync(ListUsers, Cancellation);

        Assert.Null(answer.Body);
        Assert.Equal(code, answer.Code);
    }

    [Theory]
    [InlineData("AccessDenied", "User: x is not authorized to perform: iam:ListUsers because no identity-based policy "
        + "allows it", "AccessDenied: grant iam:ListUsers")]
    [InlineData("AccessDenied", "User: x is not authorized to perform: iam:ListUsers on resource: y with an explicit "
        + "deny in a service control policy", "AccessDenied: a service control policy (SCP) denies iam:ListUsers")]
    [InlineData("AccessDenied", "User: x is not authorized with an explicit deny in a service control policy: "
        + "arn:aws:organizations::1:policy/o/p", "AccessDenied: a service control policy (SCP) denies iam:ListUsers")]
    [InlineData("UnauthorizedOperation", "You are not authorized to perform this operation. User: x is not authorized "
        + "to perform: y with an explicit deny in a service control policy. Encoded authorization failure message: "
        + "AbC_d", "UnauthorizedOperation: a service control policy (SCP) denies iam:ListUsers")]
    [InlineData("AccessDenied", "x with an explicit deny in a permissions boundary",
        "AccessDenied: a permissions boundary denies iam:ListUsers")]
    [InlineData("OptInRequired", "You are not subscribed", "OptInRequired: You are not subscribed")]
    public async Task A_refusal_says_what_to_do(string code, string message, string expected)
    {
        using LoopbackServer server = new(_ =>
            new WireReply(403, $"<ErrorResponse><Error><Code>{code}</Code><Message>{message}</Message></Error>"
                + $"</ErrorResponse>"));

        Assert.Equal(expected, (await Aws.Client(server).CallAsync(ListUsers, Cancellation)).Why.Reason);
    }
}
