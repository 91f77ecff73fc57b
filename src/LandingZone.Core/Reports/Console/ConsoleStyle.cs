using LandingZone.Core.Rules;
using Spectre.Console;

namespace LandingZone.Core.Reports;

/// <summary>The few styles of the summary, from the terminal's own sixteen colours so that its theme holds.</summary>
internal static class ConsoleStyle
{
    public static Style Strong { get; } = new(decoration: Decoration.Bold);

    public static Style Quiet { get; } = new(Color.Grey);

    public static Style Critical { get; } = new(Color.Red, decoration: Decoration.Bold);

    public static Style High { get; } = new(Color.Yellow, decoration: Decoration.Bold);

    public static Style Unread { get; } = new(Color.Aqua);

    private static Style Good { get; } = new(Color.Green);

    private static Style Fair { get; } = new(Color.Yellow);

    private static Style Bad { get; } = new(Color.Red);

    public static Style Of(Severity severity) => severity switch
    {
        Severity.Critical => Critical,
        Severity.High => High,
        _ => Style.Plain,
    };

    public static Style Of(Readiness readiness) => readiness switch
    {
        Readiness.Ready => new(Color.Green, decoration: Decoration.Bold),
        Readiness.Conditional => High,
        _ => Critical,
    };

    /// <summary>By the low end: what is unread must not look well.</summary>
    public static Style Of(Interval interval) => interval.Low switch
    {
        >= 0.8 => Good,
        >= 0.5 => Fair,
        _ => Bad,
    };
}
