using System.Diagnostics;

namespace LandingZone.Cli.Tests;

/// <summary>Programs that a test needs and that not every machine has.</summary>
internal static class Tool
{
    /// <summary>Skips the test where the program is missing; where LZ_REQUIRE_TOOLS is 1, as in CI, fails it.</summary>
    public static void Require(string program)
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        if (folders.Any(folder => File.Exists(Path.Combine(folder, program))))
        {
            return;
        }
        Missing($"{program} is not in PATH");
    }

    /// <summary>Runs a Python script that needs these modules, and returns what it prints, line by line.</summary>
    public static async Task<string[]> PythonAsync(string script, string[] modules, params string[] arguments)
    {
        Require("python3");
        var (exit, _, _) = await RunAsync("python3", ["-c", $"import {string.Join(", ", modules)}"]);
        if (exit != 0)
        {
            Missing($"python3 lacks one of {string.Join(", ", modules)}: pip install jsonschema pyyaml");
        }

        var run = await RunAsync("python3", [script, .. arguments]);
        Assert.True(run.Exit == 0, run.Error);
        return run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>
    /// Runs a Node script with the folder that the variable names, which has its packages in <c>node_modules</c>, and
    /// returns what it prints.
    /// </summary>
    public static async Task<string> NodeAsync(string script, string variable, string how, params string[] arguments)
    {
        Require("node");
        var folder = Environment.GetEnvironmentVariable(variable);
        if (folder is null || !Directory.Exists(Path.Combine(folder, "node_modules")))
        {
            Missing($"{variable} names no folder with node_modules; {how}");
        }

        var run = await RunAsync("node", [script, folder!, .. arguments]);
        Assert.True(run.Exit == 0, run.Error);
        return run.Output;
    }

    private static async Task<(int Exit, string Output, string Error)> RunAsync(string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output, await error);
    }

    private static void Missing(string what)
    {
        Assert.False(Environment.GetEnvironmentVariable("LZ_REQUIRE_TOOLS") == "1", what);
        Assert.Skip(what);
    }
}
