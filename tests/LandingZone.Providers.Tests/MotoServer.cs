using System.Diagnostics;
using System.Net.Sockets;
using LandingZone.Providers.Tests;

[assembly: AssemblyFixture(typeof(MotoServer))]

namespace LandingZone.Providers.Tests;

/// <summary>moto's server, which imitates AWS; started once for all tests and stopped by its process id.</summary>
public sealed class MotoServer : IAsyncLifetime
{
    private Process? _process;

    public string Url { get; private set; } = "";

    public void Require() => Tool.Require(_process is not null, "moto_server is not installed");

    public async ValueTask InitializeAsync()
    {
        if (!Tool.Exists("moto_server"))
        {
            return;
        }

        var port = LoopbackServer.FreePort();
        ProcessStartInfo start = new("moto_server", ["-H", "127.0.0.1", "-p", $"{port}"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, _) => { };
        _process.ErrorDataReceived += (_, _) => { };
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        Url = $"http://127.0.0.1:{port}/";
        for (var attempt = 0; attempt < 150 && !await IsUpAsync(port); attempt++)
        {
            await Task.Delay(200);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is { HasExited: false })
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process?.Dispose();
    }

    private static async Task<bool> IsUpAsync(int port)
    {
        try
        {
            using TcpClient probe = new();
            await probe.ConnectAsync("127.0.0.1", port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
