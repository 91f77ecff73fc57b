using System.Collections.Immutable;
using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using LandingZone.Core.Model;
using LandingZone.Providers.Aws;
using LandingZone.Providers.Http;

namespace LandingZone.Providers.Tests.Aws;

/// <summary>
/// What AWS really answered to others, fed to the readers over HTTP: one answer at a time, all else refused. A reader
/// must understand each, and what it cannot use must be said, never thrown.
/// </summary>
public class RecordedAnswersTests(ITestOutputHelper output)
{
    private const string Bucket =
        "<ListAllMyBucketsResult><Buckets><Bucket><Name>b</Name>{0}</Bucket></Buckets></ListAllMyBucketsResult>";

    private const string Trail =
        """
        {"trailList":[{"Name":"t","TrailARN":"arn:aws:cloudtrail:us-east-1:111122223333:trail/t",
        "HomeRegion":"us-east-1"}]}
        """;

    private const string Group =
        "<DescribeSecurityGroupsResponse><securityGroupInfo><item><groupId>sg-1</groupId><ipPermissions><item>"
            + "<ipProtocol>-1</ipProtocol><prefixListIds><item><prefixListId>pl-1</prefixListId></item>"
            + "</prefixListIds></item></ipPermissions></item></securityGroupInfo></DescribeSecurityGroupsResponse>";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("s3", 200)]
    [InlineData("s3control", 3)]
    [InlineData("iam", 70)]
    [InlineData("cloudtrail", 40)]
    [InlineData("ec2", 230)]
    [InlineData("budgets", 1)]
    [InlineData("organizations", 2)]
    [InlineData("sts", 4)]
    public async Task Every_recorded_answer_is_understood(string service, int atLeast)
    {
        Tool.Require(Tool.Recordings() is not null, "no recordings: LZ_RECORDINGS or ../shared/recordings");
        var rows = Rows(service).ToList();
        JsonNode? current = null;
        var asked = false;
        using HttpSender sender = new(Aws.Quick, TimeProvider.System);
        using LoopbackServer server = new(request =>
        {
            if (Is(service, request, current!))
            {
                asked = true;
            }

            return Answer(service, request, current!);
        });

        foreach (var row in rows)
        {
            current = row;
            asked = false;
            var resources = await ReadAsync(Aws.Client(server.Url, sender, account: OwnerOf(row)), service);
            Assert.True(asked, $"{row["operation"]} was not asked for");
            var read = string.Join('\n', resources.Select(
                resource => JsonSerializer.Serialize(resource, ModelJson.Resource)));
            if ((int)row["status"]! == 200 && (string?)row["quality"] == "exact")
            {
                Assert.False(
                    read.Contains("UnexpectedDocument",
                        StringComparison.Ordinal), $"{row["recording"]} {row["operation"]}: {read}");
            }
        }

        foreach (var operation in rows.GroupBy(row => (string)row["operation"]!))
        {
            output.WriteLine($"{service} {operation.Key}: {operation.Count()} answers read");
        }

        Assert.True(rows.Count >= atLeast, $"{rows.Count} answers of {service}");
    }

    /// <summary>What belongs to other accounts is left to them, so the caller is whoever owns the answer.</summary>
    private static string OwnerOf(JsonNode row) =>
        Regex.Match((string?)row["body"] ?? "", "<ownerId>([0-9]{12})</ownerId>") is { Success: true } owner
            ? owner.Groups[1].Value
            : Aws.Account;

    private static IEnumerable<JsonNode> Rows(string service)
    {
        var used = AwsProvider.Operations
            .Where(operation => operation.Service.Name.Replace("-", "", StringComparison.Ordinal) == service)
            .Select(operation => operation.Name)
            .ToHashSet();
        using var file = File.OpenRead(Path.Combine(Tool.Recordings()!, "aws", "c7n-wire.jsonl.gz"));
        using GZipStream unzipped = new(file, CompressionMode.Decompress);
        using StreamReader reader = new(unzipped);
        while (reader.ReadLine() is { } line)
        {
            var row = JsonNode.Parse(line)!;
            if ((string?)row["service"] == service && used.Contains((string)row["operation"]!))
            {
                yield return row;
            }
        }
    }

    /// <summary>Calls every reader of the service, so that the answer reaches the one that asks for it.</summary>
    private static async Task<Resource[]> ReadAsync(AwsClient aws, string service)
    {
        switch (service)
        {
            case "s3":
                return [.. await Aws.ToListAsync(S3.ReadAsync(aws, [], new(false, false, false), Cancellation))];
            case "s3control":
                return [Account(blocked: (await S3Control.PublicAccessBlockAsync(aws, Cancellation)).All)];
            case "iam":
                await Iam.AliasAsync(aws, Cancellation);
                return [.. await Aws.ToListAsync(IamPrincipals.ReadAsync(
                    aws, ImmutableArray.Create(Aws.Account), new ImpatientTime(), Cancellation))];
            case "cloudtrail":
                return [.. await Aws.ToListAsync(CloudTrail.ReadAsync(
                    aws, ["us-east-1"], "o-1", _ => true, Cancellation))];
            case "ec2":
                var regions = await Ec2.RegionsAsync(aws, Cancellation);
                return [Account(regions: regions), .. await Aws.ToListAsync(Ec2.ReadAsync(aws, Cancellation))];
            case "budgets":
                return [.. await Aws.ToListAsync(Budgets.ReadAsync(
                    aws, aws.AccountId, TimeProvider.System, Cancellation))];
            case "organizations":
                var organization = await Organizations.ReadAsync(aws, Cancellation);
                return [organization.Row, .. organization.Resources, .. organization.Accounts];
            default:
                Assert.NotNull((await Sts.CallerAsync(aws, Cancellation)).Body);
                return [];
        }
    }

    private static Account Account(
        Fact<bool> blocked = default,
        Fact<ImmutableArray<string>> regions = default) =>
        UnreadAccount.Account(Cloud.Aws, Aws.Account, "a", "o", "not asked") with
        {
            PublicAccessBlocked = blocked,
            Regions = regions,
        };

    private static WireReply Answer(string service, WireRequest request, JsonNode row)
    {
        if (Is(service, request, row))
        {
            return new((int)row["status"]!, (string?)row["body"] ?? "");
        }

        return (service, request.Operation) switch
        {
            ("s3", "GET /?max-buckets=1000") => new(
                200,
                Bucket.Replace(
                    "{0}",
                    (string?)row["operation"] == "GetBucketLocation" ? "" : "<BucketRegion>us-east-1</BucketRegion>",
                    StringComparison.Ordinal)),
            // A policy status is asked only where there is a policy, a report generated only where there is none.
            ("cloudtrail", "DescribeTrails") => new(200, Trail),
            ("iam", "GetCredentialReport") => new(
                410, "<ErrorResponse><Error><Code>ReportNotPresent</Code></Error></ErrorResponse>"),
            ("ec2", "DescribeSecurityGroups") => new(200, Group),
            ("cloudtrail" or "budgets" or "organizations", _) => Aws.DeniedJson("it"),
            _ => Aws.Denied("it"),
        };
    }

    private static bool Is(string service, WireRequest request, JsonNode row)
    {
        if (service is not ("s3" or "s3control"))
        {
            return request.Operation == (string?)row["operation"];
        }

        if ((string?)row["operation"] == "ListBuckets")
        {
            return request.Path == "/";
        }

        var recorded = ((string)row["url"]!).Replace("{Bucket}", "b", StringComparison.Ordinal).Split('?');
        return request.Path == recorded[0] && request.Query.TrimEnd('=') == (recorded.ElementAtOrDefault(1) ?? "");
    }
}
