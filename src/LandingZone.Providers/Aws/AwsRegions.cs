using Amazon;

namespace LandingZone.Providers.Aws;

/// <summary>The names of regions. The SDK takes any name for a region and remembers it, so they are checked here first.</summary>
public static class AwsRegions
{
    // A region that the SDK made up, because a profile or a caller named it, stays on its list as "Unknown".
    private static readonly HashSet<string> Known =
    [
        .. RegionEndpoint.EnumerableAllRegions
            .Where(region => region.DisplayName != "Unknown")
            .Select(region => region.SystemName),
    ];

    public static bool Exists(string region) => Known.Contains(region);

    /// <summary>The error for a region that does not exist, with the nearest that does; null when it exists.</summary>
    public static string? Check(string region)
    {
        if (Exists(region))
        {
            return null;
        }

        var nearest = Known.OrderBy(known => Distance(known, region)).ThenBy(known => known, StringComparer.Ordinal).First();
        return Distance(nearest, region) <= 3
            ? $"'{region}' is no AWS region: did you mean {nearest}?"
            : $"'{region}' is no AWS region; one is written like {nearest}";
    }

    /// <summary>Levenshtein's distance.</summary>
    private static int Distance(string left, string right)
    {
        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var above = row[j];
                var change = diagonal + (left[i - 1] == right[j - 1] ? 0 : 1);
                row[j] = Math.Min(change, Math.Min(above, row[j - 1]) + 1);
                diagonal = above;
            }
        }

        return row[^1];
    }
}
