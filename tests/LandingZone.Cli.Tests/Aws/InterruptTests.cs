using LandingZone.Cli.Tests.Moto;

namespace LandingZone.Cli.Tests.Aws;

public sealed class InterruptTests(SeededOrganizationFixture moto) : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Ctrl_C_keeps_the_accounts_that_were_finished()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var organization = await moto.StartedAsync();
        var slow = organization["contoso-shop-production"];
        var end = new TaskCompletionSource();
        Replay hold = async (call, next) =>
        {
            if (call.Account == slow)
            {
                await end.Task;
            }
            return await next();
        };
        await using var proxy = await ReplayProxy.StartAsync(
            organization.Endpoint, [hold, .. Replays.OfAws(organization)]);
        using var lz = Lz.Start(_folder.Path, proxy.Environment, "audit", "aws", "--tier", "advanced");
        await UntilOnlyAsync(slow, proxy, cancellation);
        await lz.InterruptAsync(cancellation);
        var run = await lz.EndAsync(cancellation);
        end.SetResult();

        Complaint.AssertNoStack(run);
        // 128 and SIGINT's number, as shells count it.
        Assert.Equal(130, run.ExitCode);
        var report = run.Report;
        var whole = (await moto.AuditAsync()).Report;
        Assert.Equal(
            whole.Findings.Where(IsElsewhere).Select(ExpectedFinding.LineOf).Order(),
            report.Findings.Where(IsElsewhere).Select(ExpectedFinding.LineOf).Order());
        var gap = report.Gaps.Single(gap => gap.OwnerId == slow && gap.Kind == "Bucket");
        Assert.Contains("interrupted", gap.Why, StringComparison.Ordinal);

        bool IsElsewhere(AuditReport.FindingOf finding) => finding.Resource.AccountId is { } account && account != slow;
    }

    /// <summary>Until only the slow account is being read: it has asked, and no other call came for a second.</summary>
    private static async Task UntilOnlyAsync(string slow, ReplayProxy proxy, CancellationToken cancellation)
    {
        var before = -1;
        while (proxy.Calls.Count != before || proxy.Calls.All(call => call.Account != slow))
        {
            before = proxy.Calls.Count;
            await Task.Delay(TimeSpan.FromSeconds(1), cancellation);
        }
    }
}
