using System.Text.RegularExpressions;
using T = LandingZone.Cel.CelType;

namespace LandingZone.Cel;

/// <summary><c>matches</c>: true when any part of the text matches, in time linear in the text's length.</summary>
internal static class Regexes
{
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;

    public static readonly CelFunction[] All =
    [
        new(
            "matches",
            Bound(CelOverload.Global([T.String, T.String], T.Bool, Matches)),
            Bound(CelOverload.Member([T.String, T.String], T.Bool, Matches))),
    ];

    private static CelOverload Bound(CelOverload overload) => overload with
    {
        BindSecond = Bind,
        CheckLast = pattern => Matches(Value.Of(""), pattern) is { IsError: true } failed ? failed.AsError : null,
    };

    /// <summary>With a pattern that is not constant; .NET keeps the last few compiled.</summary>
    private static Value Matches(Value text, Value pattern)
    {
        try
        {
            return Value.Of(Regex.IsMatch(text.AsString, RegexSyntax.ToDotNet(pattern.AsString), Options));
        }
        catch (Exception problem) when (problem is ArgumentException or NotSupportedException)
        {
            return Value.OfError($"'{pattern}' is no regular expression: {problem.Message}");
        }
    }

    private static Func<Value, Value> Bind(Value pattern)
    {
        if (Matches(Value.Of(""), pattern) is { IsError: true } failed)
        {
            return _ => failed;
        }

        var regex = new Regex(RegexSyntax.ToDotNet(pattern.AsString), Options);
        return text => Value.Of(regex.IsMatch(text.AsString));
    }
}
