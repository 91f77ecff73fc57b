using LandingZone.Core.Model;
using SdkRegion = Amazon.RegionEndpoint;

namespace LandingZone.Providers.Aws;

/// <summary>
/// The names of regions. The SDK takes any name for a region and remembers it, so they are checked here first.
/// </summary>
public static class AwsRegions
{
    // A region that the SDK made up, because a profile or a caller named it, stays on its list as "Unknown".
    private static readonly HashSet<string> Known =
    [
        .. SdkRegion.EnumerableAllRegions
            .Where(region => region.DisplayName != "Unknown")
            .Select(region => region.SystemName),
    ];

    public static bool Exists(string region) => Known.Contains(region);

    /// <summary>The error for a region that does not exist, with the nearest that does; null when it exists.</summary>
    public static string? Check(string region) =>
        Exists(region) ? null : $"'{region}' is no AWS region.{Spelling.Suggest(region, Known)}";
}
