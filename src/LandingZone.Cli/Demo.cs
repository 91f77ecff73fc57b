using LandingZone.Core.Model;
using LandingZone.Core.Rules;

namespace LandingZone.Cli;

/// <summary>The estate of a made-up company on four clouds, good and bad on purpose.</summary>
internal static class Demo
{
    private const string Folder = "demo/";

    public static EstateFile Open() => new($"{Folder}estate.jsonl", () => Stream("estate.jsonl"));

    /// <summary>What the company has decided.</summary>
    public static Configuration Configuration(RuleSet? rules)
    {
        using var text = new StreamReader(Stream(Core.Rules.Configuration.FileName));
        return Core.Rules.Configuration.Parse($"{Folder}{Core.Rules.Configuration.FileName}", text.ReadToEnd(), rules);
    }

    private static Stream Stream(string name) => typeof(Demo).Assembly.GetManifestResourceStream($"{Folder}{name}")!;
}
