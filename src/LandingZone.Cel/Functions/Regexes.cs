using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using T = LandingZone.Cel.CelType;

namespace LandingZone.Cel;

/// <summary><c>matches</c>: true when any part of the text matches, in time linear in the text's length.</summary>
internal static class Regexes
{
    private const int CachedPatterns = 256;

    private static readonly ConcurrentDictionary<string, Regex> Cache = new(StringComparer.Ordinal);

    public static readonly CelFunction[] All =
    [
        new(
            "matches",
            Bound(CelOverload.Global([T.String, T.String], T.Bool, Matches)),
            Bound(CelOverload.Member([T.String, T.String], T.Bool, Matches))),
    ];

    private static CelOverload Bound(CelOverload overload) =>
        overload with
        {
            BindSecond = Bind,
            CheckLast = pattern => Compile(pattern.AsString, out var error) is null ? new CelError(error!) : null,
        };

    private static Value Matches(Value text, Value pattern) => Bind(pattern)(text);

    private static Func<Value, Value> Bind(Value pattern)
    {
        if (Compile(pattern.AsString, out var error) is not { } regex)
        {
            var failed = Value.OfError(error!);
            return _ => failed;
        }

        return text => Value.Of(regex.IsMatch(text.AsString));
    }

    private static Regex? Compile(string pattern, out string? error)
    {
        error = null;
        if (Cache.TryGetValue(pattern, out var regex))
        {
            return regex;
        }

        try
        {
            const RegexOptions options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;
            regex = new Regex(RegexSyntax.ToDotNet(pattern), options);
        }
        catch (Exception problem) when (problem is ArgumentException or NotSupportedException)
        {
            error = $"'{pattern}' is no regular expression: {problem.Message}";
            return null;
        }

        if (Cache.Count < CachedPatterns)
        {
            Cache.TryAdd(pattern, regex);
        }

        return regex;
    }
}
