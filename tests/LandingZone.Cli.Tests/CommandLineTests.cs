namespace LandingZone.Cli.Tests;

public sealed class CommandLineTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    /// <summary>1 says that a gate was not met; a script must not take a typing error for that.</summary>
    [Theory]
    [InlineData("audit", "--demo", "--fail-on", "worst")]
    [InlineData("audit", "--demo", "--min-score", "high")]
    [InlineData("collect")]
    [InlineData("adit")]
    public async Task A_wrong_command_line_ends_with_2(params string[] arguments)
    {
        var run = await Lz.RunAsync(_folder.Path, null, TestContext.Current.CancellationToken, arguments);
        Complaint.Assert(run);
    }
}
