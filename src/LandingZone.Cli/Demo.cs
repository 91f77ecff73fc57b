using LandingZone.Core.Model;

namespace LandingZone.Cli;

/// <summary>The estate of a made-up company on four clouds, good and bad on purpose.</summary>
internal static class Demo
{
    private const string Resource = "demo/estate.jsonl";

    public static EstateFile Open() =>
        new(Resource, () => typeof(Demo).Assembly.GetManifestResourceStream(Resource)!);
}
