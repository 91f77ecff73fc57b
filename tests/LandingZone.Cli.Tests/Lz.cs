using System.Diagnostics;
using System.Text;

namespace LandingZone.Cli.Tests;

/// <summary>The built <c>lz</c>, run as a process of its own, as a user would.</summary>
internal sealed class Lz : IDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _error = new();
    private readonly Task<string> _output;
    private readonly Task _errorRead;

    private Lz(ProcessStartInfo start)
    {
        _process = Process.Start(start)!;
        _output = _process.StandardOutput.ReadToEndAsync();
        _errorRead = ReadErrorAsync();
    }

    /// <summary>The repository, five folders above <c>tests/LandingZone.Cli.Tests/bin/Debug/net10.0</c>.</summary>
    public static string Repository { get; } =
        Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "..", ".."));

    private static string Assembly { get; } =
        AppContext.BaseDirectory.Replace("tests/LandingZone.Cli.Tests", "src/LandingZone.Cli", StringComparison.Ordinal)
        + "lz.dll";

    public static async Task<LzRun> RunAsync(
        string folder,
        IReadOnlyDictionary<string, string>? environment,
        CancellationToken cancellation,
        params string[] arguments)
    {
        using var lz = Start(folder, environment, arguments);
        return await lz.EndAsync(cancellation);
    }

    /// <summary>
    /// Starts <c>lz</c> with none of this machine's credentials: only what <paramref name="environment"/> says.
    /// </summary>
    public static Lz Start(string folder, IReadOnlyDictionary<string, string>? environment, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Assembly, .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        foreach (var name in Environment.GetEnvironmentVariables().Keys.Cast<string>().Where(IsOfACloud))
        {
            start.Environment.Remove(name);
        }
        start.Environment["HOME"] = folder;
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }
        return new Lz(start);
    }

    /// <summary>What <c>lz</c> has said on standard error so far.</summary>
    public string ErrorSoFar
    {
        get
        {
            lock (_error)
            {
                return _error.ToString();
            }
        }
    }

    /// <summary>What Ctrl-C in a terminal sends.</summary>
    public async Task InterruptAsync(CancellationToken cancellation)
    {
        using var kill = Process.Start("kill", ["-INT", $"{_process.Id}"]);
        await kill.WaitForExitAsync(cancellation);
    }

    public async Task<LzRun> EndAsync(CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        await _process.WaitForExitAsync(cancellation);
        var output = await _output;
        await _errorRead;
        var report = Path.Combine(_process.StartInfo.WorkingDirectory, "lz-out", "report.json");
        var json = File.Exists(report) ? await File.ReadAllTextAsync(report, cancellation) : null;
        return new LzRun(_process.ExitCode, output, ErrorSoFar, watch.Elapsed, json);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }
        _process.Dispose();
    }

    private static bool IsOfACloud(string variable) =>
        variable.StartsWith("AWS_", StringComparison.Ordinal) || variable.StartsWith("LZ_", StringComparison.Ordinal);

    private async Task ReadErrorAsync()
    {
        while (await _process.StandardError.ReadLineAsync() is { } line)
        {
            lock (_error)
            {
                _error.AppendLine(line);
            }
        }
    }
}

/// <summary>How a run of <c>lz</c> ended, and the JSON report that it left in <c>lz-out</c>, if any.</summary>
internal sealed record LzRun(int ExitCode, string Output, string Error, TimeSpan Took, string? Json)
{
    private AuditReport? _report;

    /// <summary>The JSON report.</summary>
    public AuditReport Report
    {
        get
        {
            Assert.True(Json is not null, $"no lz-out/report.json after {Everything}");
            return _report ??= AuditReport.Parse(Json!);
        }
    }

    public string Everything => $"exit {ExitCode}\n--- output\n{Output}\n--- error\n{Error}";
}
