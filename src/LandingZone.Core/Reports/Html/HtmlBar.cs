using LandingZone.Core.Rules;

namespace LandingZone.Core.Reports;

/// <summary>
/// An interval as a bar: solid up to the low end, hatched up to the high end. It is drawn, not a background, so that it
/// is printed too.
/// </summary>
internal static class HtmlBar
{
    /// <summary>The hatching, once a page.</summary>
    public static Html Pattern => Html.Of(
        $"""
        <svg class="defs" aria-hidden="true" width="0" height="0"><defs>
        <pattern id="unread" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect class="hatch-ground" width="6" height="6"/><rect class="hatch-line" width="2.5" height="6"/></pattern>
        </defs></svg>
        """);

    public static Html Of(Interval? score)
    {
        if (score is not { } known)
        {
            return Html.Empty;
        }

        var (low, unread) = (known.Low * 100, (known.High - known.Low) * 100);
        Html[] layers =
        [
            Html.Of($"""<rect class="track" width="100%" height="100%"/>"""),
            Html.Of($"""<rect class="may" x="{low:F1}%" width="{unread:F1}%" height="100%"/>"""),
            Html.Of($"""<rect class="sure" width="{low:F1}%" height="100%"/>"""),
        ];
        return Html.Of($"""<svg class="bar {Rank(known)}" aria-hidden="true">{layers}</svg>""");
    }

    // By the low end: what is unread must not look well.
    private static string Rank(Interval score) => score.Low switch
    {
        >= 0.8 => "good",
        >= 0.5 => "fair",
        _ => "bad",
    };
}
