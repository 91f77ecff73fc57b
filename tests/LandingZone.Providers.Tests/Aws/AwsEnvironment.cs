using System.Runtime.CompilerServices;

namespace LandingZone.Providers.Tests.Aws;

/// <summary>Tests that change the process's environment: they run alone.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class EnvironmentTests
{
    public const string Name = "environment";
}

/// <summary>An environment in which nothing of AWS is set but what a test sets, and a home without profiles.</summary>
internal sealed class AwsEnvironment : IDisposable
{
    private readonly Dictionary<string, string?> _before = [];
    private static readonly DirectoryInfo Home = Directory.CreateTempSubdirectory("lz-aws-");

    public AwsEnvironment(params (string Name, string? Value)[] variables)
    {
        foreach (var name in Environment.GetEnvironmentVariables().Keys.Cast<string>().Where(IsAws).ToList())
        {
            Set(name, null);
        }

        UseHome();
        foreach (var (name, value) in variables)
        {
            Set(name, value);
        }

        Amazon.Runtime.Internal.FallbackInternalConfigurationFactory.Reset();
    }

    /// <summary>Keys that any emulator takes, and where it is.</summary>
    public static AwsEnvironment At(string url) => new(
        ("AWS_ENDPOINT_URL", url), ("AWS_ACCESS_KEY_ID", "AKIDEXAMPLE"), ("AWS_SECRET_ACCESS_KEY", "secret"));

    /// <summary>
    /// The SDK finds its files once for a process, and only those that are there: an empty one is put in the place of a
    /// developer's own before it looks.
    /// </summary>
    [ModuleInitializer]
    internal static void UseHome()
    {
        Environment.SetEnvironmentVariable("AWS_CONFIG_FILE", Path.Combine(Home.FullName, "config"));
        Environment.SetEnvironmentVariable("AWS_SHARED_CREDENTIALS_FILE", Path.Combine(Home.FullName, "credentials"));
        Environment.SetEnvironmentVariable("HOME", Home.FullName);
        File.AppendAllText(Path.Combine(Home.FullName, "config"), "");
    }

    /// <summary>Writes the configuration file of this test.</summary>
    public static void Config(string text)
    {
        File.WriteAllText(Path.Combine(Home.FullName, "config"), text);
        Amazon.Runtime.Internal.FallbackInternalConfigurationFactory.Reset();
    }

    public void Dispose()
    {
        foreach (var (name, value) in _before)
        {
            Environment.SetEnvironmentVariable(name, value);
        }

        Config("");
    }

    private static bool IsAws(string name) => name.StartsWith("AWS_", StringComparison.Ordinal);

    private void Set(string name, string? value)
    {
        _before.TryAdd(name, Environment.GetEnvironmentVariable(name));
        Environment.SetEnvironmentVariable(name, value);
    }
}
