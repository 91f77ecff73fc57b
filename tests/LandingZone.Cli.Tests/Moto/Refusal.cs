using System.Text.Json.Nodes;

namespace LandingZone.Cli.Tests.Moto;

/// <summary>AWS's refusals, each in the shape that its protocol has.</summary>
internal static class Refusal
{
    /// <summary>Refuses an action (<c>iam:GetAccountSummary</c>) to one account, or to all.</summary>
    public static Replay Of(string action, string? account = null) =>
        (call, next) => call.Action == action && (account is null || call.Account == account)
            ? Task.FromResult(Denied(call))
            : next();

    /// <summary>What an identity gets whose policy does not grant the action.</summary>
    public static AwsAnswer Denied(AwsCall call)
    {
        var user = $"arn:aws:sts::{call.Account}:assumed-role/LandingZoneAudit/lz";
        var message = $"User: {user} is not authorized to perform: {call.Action} because no identity-based policy allows "
            + $"the {call.Action} action";
        return call.Protocol switch
        {
            // https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html
            AwsProtocol.Ec2 => Failed(call, 403, "UnauthorizedOperation", message),
            // https://docs.aws.amazon.com/organizations/latest/APIReference/CommonErrors.html
            AwsProtocol.Json => Failed(call, 400, "AccessDeniedException", message),
            // https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html
            _ => Failed(call, 403, "AccessDenied", message),
        };
    }

    /// <summary>What any service says to a session that has ended.</summary>
    public static AwsAnswer Expired(AwsCall call) => call.Protocol switch
    {
        AwsProtocol.Json =>
            Failed(call, 400, "ExpiredTokenException", "The security token included in the request is expired"),
        AwsProtocol.Ec2 => Failed(call, 400, "RequestExpired", "Request has expired."),
        AwsProtocol.S3 => Failed(call, 400, "ExpiredToken", "The provided token has expired."),
        _ => Failed(call, 403, "ExpiredToken", "The security token included in the request is expired"),
    };

    /// <summary>
    /// What Organizations says to an account that is in none.
    /// https://docs.aws.amazon.com/organizations/latest/APIReference/API_DescribeOrganization.html
    /// </summary>
    public static Task<AwsAnswer> NoOrganization(AwsCall call, Func<Task<AwsAnswer>> next) =>
        call.Service == "organizations"
            ? Task.FromResult(Failed(
                call, 400, "AWSOrganizationsNotInUseException", "Your account is not a member of an organization."))
            : next();

    private static AwsAnswer Failed(AwsCall call, int status, string code, string message)
    {
        const string Id = "01234567-89ab-cdef-0123-456789abcdef";
        return call.Protocol switch
        {
            AwsProtocol.Json => AwsAnswer.Of(
                status,
                "application/x-amz-json-1.1",
                new JsonObject { ["__type"] = code, ["Message"] = message }.ToJsonString()),
            AwsProtocol.Ec2 => Xml(
                $"<Response><Errors><Error><Code>{code}</Code><Message>{message}</Message></Error></Errors>"
                + $"<RequestID>{Id}</RequestID></Response>"),
            AwsProtocol.S3 => Xml(
                $"<Error><Code>{code}</Code><Message>{message}</Message><RequestId>{Id}</RequestId>"
                + "<HostId>host</HostId></Error>"),
            AwsProtocol.S3Control => Xml(
                $"<ErrorResponse><Error><Code>{code}</Code><Message>{message}</Message></Error>"
                + $"<RequestId>{Id}</RequestId><HostId>host</HostId></ErrorResponse>"),
            _ => Xml(
                $"<ErrorResponse xmlns=\"https://{call.Service}.amazonaws.com/doc/\"><Error><Type>Sender</Type>"
                + $"<Code>{code}</Code><Message>{message}</Message></Error>"
                + $"<RequestId>{Id}</RequestId></ErrorResponse>"),
        };

        AwsAnswer Xml(string body) =>
            AwsAnswer.Of(status, "text/xml", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + body);
    }
}
