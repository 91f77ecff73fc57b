using LandingZone.Core.Model;
using LandingZone.Core.Rules;

namespace LandingZone.Core.Reports;

/// <summary>How reports for people spell what the model spells for programs.</summary>
internal static class Words
{
    public static string Of(Cloud cloud) => cloud switch
    {
        Cloud.Aws => "AWS",
        Cloud.Gcp => "GCP",
        Cloud.Oci => "OCI",
        _ => cloud.ToString(),
    };

    public static string Of(Readiness readiness) => readiness switch
    {
        Readiness.NotReady => "Not ready",
        _ => readiness.ToString(),
    };

    /// <summary>A word of an enum inside a sentence.</summary>
    public static string Lower(Enum word) => word.ToString().ToLowerInvariant();

    /// <summary>"1 account", "2 accounts", "20,000 accounts".</summary>
    public static string Count(long count, string one) => $"{count:N0} {one}{(count == 1 ? "" : "s")}";

    public static string Time(DateTimeOffset time) => $"{time.UtcDateTime:yyyy-MM-dd HH:mm} UTC";

    public static string Day(DateOnly day) => $"{day:yyyy-MM-dd}";
}
