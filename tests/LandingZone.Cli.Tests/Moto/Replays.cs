using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace LandingZone.Cli.Tests.Moto;

/// <summary>
/// What moto 5.2.1 cannot show, as AWS documents it. An answer here says only what the seeded organization is meant to
/// be (see <c>seed.py</c>); nothing is played that moto answers rightly.
/// </summary>
internal static partial class Replays
{
    /// <summary>Every replay that an audit of the seeded organization needs to be what it would be on AWS.</summary>
    public static Replay[] OfAws(SeededOrganization organization) =>
    [
        RolesThatExist,
        EnabledRegions,
        RootMfaExceptIn(organization["contoso-shop-development"]),
        NoRootCredentialsIn(organization["contoso-log-archive"]),
        CredentialReport(organization["contoso-shop-development"]),
        BucketPolicyStatus,
        BudgetSubscribers,
    ];

    /// <summary>
    /// moto lets anybody assume any role, also one that does not exist. AWS answers AccessDenied.
    /// https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html
    /// </summary>
    public static Task<AwsAnswer> RolesThatExist(AwsCall call, Func<Task<AwsAnswer>> next) =>
        call.Operation == "AssumeRole"
        && !call.Parameter("RoleArn").EndsWith(":role/LandingZoneAudit", StringComparison.Ordinal)
            ? Task.FromResult(Refusal.Denied(call))
            : next();

    /// <summary>
    /// moto lists every region of the world, enabled or not. AWS lists the enabled ones unless AllRegions is true.
    /// https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeRegions.html
    /// </summary>
    public static Task<AwsAnswer> EnabledRegions(AwsCall call, Func<Task<AwsAnswer>> next) =>
        call.Action == "ec2:DescribeRegions" && call.Parameter("AllRegions") != "true"
            ? Task.FromResult(AwsAnswer.Of(
                200,
                "text/xml",
                """
                <DescribeRegionsResponse xmlns="http://ec2.amazonaws.com/doc/2016-11-15/">
                  <requestId>59dbff89-35bd-4eac-99ed-be587EXAMPLE</requestId>
                  <regionInfo>
                    <item>
                      <regionName>eu-west-1</regionName>
                      <regionEndpoint>ec2.eu-west-1.amazonaws.com</regionEndpoint>
                      <optInStatus>opt-in-not-required</optInStatus>
                    </item>
                    <item>
                      <regionName>us-east-1</regionName>
                      <regionEndpoint>ec2.us-east-1.amazonaws.com</regionEndpoint>
                      <optInStatus>opt-in-not-required</optInStatus>
                    </item>
                  </regionInfo>
                </DescribeRegionsResponse>
                """))
            : next();

    /// <summary>
    /// moto fixes AccountMFAEnabled at 0. Here every account's root user has MFA but the given one's (a planted flaw).
    /// https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccountSummary.html
    /// </summary>
    public static Replay RootMfaExceptIn(string account) => async (call, next) =>
    {
        var answer = await next();
        return call.Operation == "GetAccountSummary" && call.Account != account && answer.Status == 200
            ? answer.With(MfaEntry().Replace(answer.Text, "${1}1"))
            : answer;
    };

    /// <summary>
    /// moto's summary does not know AccountPasswordPresent. Here the organization has taken the given member's root
    /// credentials away, and a user without credentials has no device either.
    /// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_root-enable-root-access.html
    /// </summary>
    public static Replay NoRootCredentialsIn(string account) => async (call, next) =>
    {
        var answer = await next();
        return call.Operation == "GetAccountSummary" && call.Account == account && answer.Status == 200
            ? answer.With(MfaEntryOf().Replace(
                answer.Text,
                """
                <entry><key>AccountPasswordPresent</key><value>0</value></entry>
                <entry><key>AccountMFAEnabled</key><value>0</value></entry>
                """))
            : answer;
    };

    /// <summary>
    /// moto's report has no row of the root user, stamps every key with the time of its making, which is now, and fixes
    /// its own time at 2015. Here the key of legacy-deploy is as old as its name says.
    /// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_getting-report.html
    /// </summary>
    public static Replay CredentialReport(string accountWithoutRootMfa) => async (call, next) =>
    {
        var answer = await next();
        if (call.Operation != "GetCredentialReport" || answer.Status != 200)
        {
            return answer;
        }
        var content = ReportContent().Match(answer.Text);
        var lines = Encoding.UTF8.GetString(Convert.FromBase64String(content.Groups[1].Value)).Split('\n');
        var root = RootRow(call.Account, accountWithoutRootMfa);
        var report = string.Join('\n', [lines[0], root, .. lines[1..].Select(Aged)]);
        var encoded = Convert.ToBase64String(Encoding.UTF8.GetBytes(report));
        var now = TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        return answer.With(
            GeneratedTime().Replace(
                answer.Text.Replace(content.Value, $"<Content>{encoded}</Content>", StringComparison.Ordinal),
                $"<GeneratedTime>{now}</GeneratedTime>"));
    };

    /// <summary>
    /// moto answers 200 with the bucket's objects. AWS judges the policy, and says 404 where there is none.
    /// https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketPolicyStatus.html
    /// </summary>
    public static Task<AwsAnswer> BucketPolicyStatus(AwsCall call, Func<Task<AwsAnswer>> next) => call switch
    {
        { Operation: not "GetBucketPolicyStatus" } => next(),
        { Bucket: "contoso-shop-uploads" } => Task.FromResult(AwsAnswer.Of(
            404,
            "application/xml",
            $"""
            <?xml version="1.0" encoding="UTF-8"?>
            <Error><Code>NoSuchBucketPolicy</Code><Message>The bucket policy does not exist</Message>
            <BucketName>{call.Bucket}</BucketName><RequestId>4442587FB7D0A2F9</RequestId><HostId>host</HostId></Error>
            """)),
        _ => Task.FromResult(AwsAnswer.Of(
            200,
            "application/xml",
            $"""
            <?xml version="1.0" encoding="UTF-8"?>
            <PolicyStatus xmlns="http://s3.amazonaws.com/doc/2006-03-01/">
              <IsPublic>{(call.Bucket == "contoso-shop-images" ? "TRUE" : "FALSE")}</IsPublic>
            </PolicyStatus>
            """)),
    };

    /// <summary>
    /// moto answers 500 with a page of HTML. A notification of AWS has at least one subscriber.
    /// API_budgets_DescribeSubscribersForNotification.html of
    /// https://docs.aws.amazon.com/aws-cost-management/latest/APIReference/
    /// </summary>
    public static Task<AwsAnswer> BudgetSubscribers(AwsCall call, Func<Task<AwsAnswer>> next) =>
        call.Operation == "DescribeSubscribersForNotification"
            ? Task.FromResult(AwsAnswer.Of(
                200,
                "application/x-amz-json-1.1",
                """{"Subscribers": [{"SubscriptionType": "EMAIL", "Address": "finops@contoso.example"}]}"""))
            : next();

    private static string RootRow(string account, string accountWithoutRootMfa)
    {
        var mfa = account == accountWithoutRootMfa ? "false" : "true";
        return $"<root_account>,arn:aws:iam::{account}:root,2019-05-06T07:08:09+00:00,not_supported,no_information,"
            + $"not_supported,not_supported,{mfa},false,N/A,N/A,N/A,N/A,false,N/A,N/A,N/A,N/A,false,N/A,false,N/A";
    }

    /// <summary>access_key_1_last_rotated is the tenth column.</summary>
    private static string Aged(string row)
    {
        var columns = row.Split(',');
        if (columns[0] != "legacy-deploy")
        {
            return row;
        }
        columns[9] = "2020-01-02T03:04:05+00:00";
        return string.Join(',', columns);
    }

    [GeneratedRegex(@"(<key>AccountMFAEnabled</key>\s*<value>)0")]
    private static partial Regex MfaEntry();

    [GeneratedRegex(@"<entry>\s*<key>AccountMFAEnabled</key>\s*<value>[0-9]+</value>\s*</entry>")]
    private static partial Regex MfaEntryOf();

    [GeneratedRegex("<Content>([^<]*)</Content>")]
    private static partial Regex ReportContent();

    [GeneratedRegex("<GeneratedTime>[^<]*</GeneratedTime>")]
    private static partial Regex GeneratedTime();
}
