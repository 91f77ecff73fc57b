using System.Diagnostics;
using LandingZone.Cli.Tests.Moto;

namespace LandingZone.Cli.Tests;

/// <summary>The proxy is what the other tests believe, so AWS's own client must believe it too.</summary>
public class ReplayProxyTests(SeededOrganizationFixture moto)
{
    [Fact]
    public async Task A_refused_call_is_read_as_a_refusal_by_the_vendors_client()
    {
        var answers = await AskAsync(
            Refusal.Of("iam:GetAccountSummary"),
            Refusal.Of("ec2:DescribeVpcs", ReplayProxy.ManagementAccount),
            Refusal.Of("organizations:ListRoots"),
            Refusal.Of("s3:GetBucketPolicyStatus"),
            Replays.RolesThatExist);
        Assert.Equal(
            [
                "query AccessDenied",
                "ec2 UnauthorizedOperation",
                "json AccessDeniedException",
                "s3 AccessDenied",
                "role AccessDenied",
            ],
            answers);
    }

    [Fact]
    public async Task A_call_refused_to_another_account_is_answered()
    {
        var answers = await AskAsync(
            Refusal.Of("iam:GetAccountSummary", "111122223333"),
            Replays.BucketPolicyStatus);
        Assert.Equal(["query ok", "ec2 ok", "json ok", "s3 ok", "role ok"], answers);
    }

    private async Task<string[]> AskAsync(params Replay[] replays)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var organization = await moto.StartedAsync();
        await using var proxy = await ReplayProxy.StartAsync(organization.Endpoint, replays);
        var script = Path.Combine(AppContext.BaseDirectory, "Moto", "ask.py");
        using var ask = Process.Start(new ProcessStartInfo("python3", [script, proxy.Environment["AWS_ENDPOINT_URL"]])
        {
            RedirectStandardOutput = true,
        })!;
        var output = await ask.StandardOutput.ReadToEndAsync(cancellation);
        await ask.WaitForExitAsync(cancellation);
        Assert.Equal(5, proxy.Calls.Count);
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
