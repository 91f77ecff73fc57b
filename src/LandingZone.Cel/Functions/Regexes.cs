using System.Collections.Concurrent;
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

    /// <summary>States of an automaton that a letter takes past as fast as one element is read.</summary>
    private const int StatesPerCost = 16;

    /// <summary>For a pattern that is not constant and not that of the call before.</summary>
    private const int CostOfReading = 5_000;

    private const int MaxSizeOfRead = 1_000;

    private static CelOverload Bound(CelOverload overload) => overload with
    {
        BindSecond = Bind,
        Cost = CostOfReading,
        CostOfSecond = pattern => 1 + (RegexSize.Of(pattern.AsString) / StatesPerCost),
        CheckLast = pattern => Make(pattern, out var failed) is null ? failed.AsError : null,
    };

    // Parameters of rules are patterns that are not constant, a few hundred at most: each is read once.
    private const int MostKept = 1_000;

    private static readonly ConcurrentDictionary<string, Func<Value, Value>> Kept = [];

    /// <summary>With a pattern that is not constant.</summary>
    private static Value Matches(Value text, Value pattern)
    {
        if (!Kept.TryGetValue(pattern.AsString, out var matches))
        {
            if (Kept.Count >= MostKept)
            {
                Kept.Clear();
            }

            matches = RegexSize.Of(pattern.AsString) > MaxSizeOfRead
                ? _ => Value.OfError($"a pattern that is not constant must not be larger than {Value.Of(MaxSizeOfRead)}")
                : Bind(pattern);
            Kept[pattern.AsString] = matches;
        }

        return matches(text);
    }

    private static Func<Value, Value> Bind(Value pattern) => Make(pattern, out var failed) is { } regex
        ? text => Value.Of(regex.IsMatch(text.AsString))
        : _ => failed;

    private static Regex? Make(Value pattern, out Value failed)
    {
        var regex = (Regex?)null;
        Try(pattern, syntax => (regex = new Regex(syntax, Options)) is not null, out failed);
        return regex;
    }

    private static bool? Try(Value pattern, Func<string, bool> use, out Value failed)
    {
        failed = default;
        try
        {
            return use(RegexSyntax.ToDotNet(pattern.AsString));
        }
        catch (Exception problem) when (problem is ArgumentException or NotSupportedException)
        {
            failed = Value.OfError($"'{pattern}' is no regular expression: {problem.Message}");
            return null;
        }
    }
}
