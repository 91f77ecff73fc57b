using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;

[assembly: AssemblyFixture(typeof(LandingZone.Cli.Tests.Moto.SeededOrganizationFixture))]

namespace LandingZone.Cli.Tests.Moto;

/// <summary>A moto_server with the organization of <c>seed.py</c> in it.</summary>
public sealed class SeededOrganization : IDisposable
{
    private readonly Process _server;
    private readonly Dictionary<string, string> _accounts;

    private SeededOrganization(Process server, Uri endpoint, Dictionary<string, string> accounts)
    {
        _server = server;
        Endpoint = endpoint;
        _accounts = accounts;
    }

    /// <summary>Where moto listens.</summary>
    public Uri Endpoint { get; }

    /// <summary>Account ids by the names that <c>seed.py</c> gave.</summary>
    public IReadOnlyDictionary<string, string> Accounts => _accounts;

    /// <summary>The id of an account.</summary>
    public string this[string accountName] => _accounts[accountName];

    /// <summary>Starts moto, waits until it answers, and seeds it.</summary>
    /// <param name="cancellation">Stops the wait.</param>
    /// <param name="options">For <c>seed.py</c>.</param>
    /// <exception cref="InvalidOperationException">moto did not start, or the seed failed: what it said.</exception>
    public static async Task<SeededOrganization> StartAsync(CancellationToken cancellation, params string[] options)
    {
        var endpoint = new Uri($"http://127.0.0.1:{FreePort()}");
        var server = Process.Start(new ProcessStartInfo("moto_server", ["-H", "127.0.0.1", "-p", $"{endpoint.Port}"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            // Else there is no arn:aws:iam::aws:policy/AdministratorAccess to attach.
            Environment = { ["MOTO_IAM_LOAD_MANAGED_POLICIES"] = "true" },
        })!;
        // Nobody needs moto's access log, but a full pipe would stop it.
        server.OutputDataReceived += (_, _) => { };
        server.ErrorDataReceived += (_, _) => { };
        server.BeginOutputReadLine();
        server.BeginErrorReadLine();
        try
        {
            await WaitUntilItAnswersAsync(server, endpoint, cancellation);
            return new SeededOrganization(server, endpoint, await SeedAsync(endpoint, options, cancellation));
        }
        catch
        {
            Stop(server);
            throw;
        }
    }

    public void Dispose() => Stop(_server);

    private static async Task WaitUntilItAnswersAsync(Process server, Uri endpoint, CancellationToken cancellation)
    {
        using var http = new HttpClient();
        for (var attempt = 0; attempt < 300; attempt++)
        {
            try
            {
                using var answer = await http.GetAsync(new Uri(endpoint, "/moto-api/data.json"), cancellation);
                return;
            }
            catch (HttpRequestException) when (!server.HasExited)
            {
                await Task.Delay(100, cancellation);
            }
        }
        throw new InvalidOperationException($"moto_server did not answer at {endpoint}");
    }

    private static async Task<Dictionary<string, string>> SeedAsync(
        Uri endpoint, string[] options, CancellationToken cancellation)
    {
        var script = Path.Combine(AppContext.BaseDirectory, "Moto", "seed.py");
        string[] arguments = [script, endpoint.ToString().TrimEnd('/'), .. options];
        using var seed = Process.Start(new ProcessStartInfo("python3", arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var error = seed.StandardError.ReadToEndAsync(cancellation);
        var output = await seed.StandardOutput.ReadToEndAsync(cancellation);
        await seed.WaitForExitAsync(cancellation);
        return seed.ExitCode == 0
            ? JsonSerializer.Deserialize<Dictionary<string, string>>(output)!
            : throw new InvalidOperationException(await error);
    }

    /// <summary>moto_server forks through a launcher on some machines, so the whole tree goes.</summary>
    private static void Stop(Process server)
    {
        if (!server.HasExited)
        {
            server.Kill(entireProcessTree: true);
        }
        server.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
