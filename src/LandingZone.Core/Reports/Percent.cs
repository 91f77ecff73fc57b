using LandingZone.Core.Rules;

namespace LandingZone.Core.Reports;

/// <summary>
/// Intervals as whole percents, never better than they are: the low end and the coverage are rounded down, the high end
/// up.
/// </summary>
internal static class Percent
{
    // 0.29 * 100 is 28.999…96 in binary; a share that is exact to nine digits is meant.
    private const double Epsilon = 1e-9;

    public static int Low(Interval interval) => (int)Math.Floor((interval.Low * 100) + Epsilon);

    public static int High(Interval interval) => (int)Math.Ceiling((interval.High * 100) - Epsilon);

    public static int Coverage(Interval interval) => (int)Math.Floor((interval.Coverage * 100) + Epsilon);

    /// <summary>Whether all of it was read, so that the score is one number.</summary>
    public static bool IsExact(Interval interval) => interval.High - interval.Low < Epsilon;

    /// <summary>Whether nothing of it was read, so that the score says nothing.</summary>
    public static bool IsUnread(Interval interval) => interval.Coverage < Epsilon;

    /// <summary>For a cell: <c>74</c>, <c>58–77</c>, <c>unread</c>, and a dash where nothing is judged.</summary>
    public static string Range(Interval? interval) => interval switch
    {
        null => "–",
        { } unread when IsUnread(unread) => "unread",
        { } exact when IsExact(exact) => $"{Low(exact)}",
        { } wide => $"{Low(wide)}–{High(wide)}",
    };

    /// <summary>For a sentence: "74 %", "at least 58 %, at most 77 %".</summary>
    public static string Sentence(Interval? interval) => interval switch
    {
        null => "nothing was judged",
        { } exact when IsExact(exact) => $"{Low(exact)} %",
        { } wide => $"at least {Low(wide)} %, at most {High(wide)} %",
    };
}
