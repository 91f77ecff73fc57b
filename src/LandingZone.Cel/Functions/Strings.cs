using System.Text;
using T = LandingZone.Cel.CelType;

namespace LandingZone.Cel;

/// <summary>
/// Strings: the language's own functions and those of cel-go's strings extension. Indexes count code points.
/// </summary>
internal static class Strings
{
    private static readonly T Texts = T.List(T.String);

    public static readonly CelFunction[] All =
    [
        Test("contains", (text, part) => text.Contains(part, StringComparison.Ordinal)),
        Test("startsWith", (text, part) => text.StartsWith(part, StringComparison.Ordinal)),
        Test("endsWith", (text, part) => text.EndsWith(part, StringComparison.Ordinal)),
        Change("lowerAscii", text => Ascii(text, 'A', 'Z', ' ')),
        Change("upperAscii", text => Ascii(text, 'a', 'z', -' ')),
        Change("trim", text => text.Trim()),
        Change("reverse", text => string.Concat(text.EnumerateRunes().Reverse().Select(rune => rune.ToString()))),
        new("strings.quote", CelOverload.Global([T.String], T.String, text => Value.Of(Quote(text.AsString)))),
        new("charAt", CelOverload.Member([T.String, T.Int], T.String, CharAt)),
        new("indexOf", Optional([T.String, T.String, T.Int], T.Int, IndexOf)),
        new("lastIndexOf", Optional([T.String, T.String, T.Int], T.Int, LastIndexOf)),
        new("substring", Optional([T.String, T.Int, T.Int], T.String, Substring)),
        new("replace", Optional([T.String, T.String, T.String, T.Int], T.String, Replace)),
        new("split", Optional([T.String, T.String, T.Int], Texts, Split)),
        new("join", Optional([Texts, T.String], T.String, Join)),
    ];

    private static CelFunction Test(string name, Func<string, string, bool> test) =>
        new(name, CelOverload.Member([T.String, T.String], T.Bool, (a, b) => Value.Of(test(a.AsString, b.AsString))));

    private static CelFunction Change(string name, Func<string, string> change) =>
        new(name, CelOverload.Member([T.String], T.String, a => Value.Of(change(a.AsString))));

    /// <summary>Two overloads, without and with the last parameter.</summary>
    private static CelOverload[] Optional(T[] parameters, T result, Func<Value[], Value> apply) =>
        [CelOverload.Member(parameters[..^1], result, apply), CelOverload.Member(parameters, result, apply)];

    private static string Ascii(string text, char from, char to, int shift) => string.Create(
        text.Length,
        (text, from, to, shift),
        static (span, state) =>
        {
            for (var index = 0; index < span.Length; index++)
            {
                var letter = state.text[index];
                span[index] = letter >= state.from && letter <= state.to ? (char)(letter + state.shift) : letter;
            }
        });

    private static string Quote(string text)
    {
        const string special = "\a\b\f\n\r\t\v\\\"";
        const string letters = "abfnrtv\\\"";
        var result = new StringBuilder("\"");
        foreach (var letter in text)
        {
            var index = special.IndexOf(letter, StringComparison.Ordinal);
            result.Append(index < 0 ? letter.ToString() : $"\\{letters[index]}");
        }

        return result.Append('"').ToString();
    }

    private static Value OutOfRange(long index) => Value.OfError($"index out of range: {Value.Of(index)}");

    private static Value CharAt(Value text, Value index)
    {
        var offset = CodePoints.OffsetOf(text.AsString, index.AsInt);
        if (offset < 0)
        {
            return OutOfRange(index.AsInt);
        }

        return Value.Of(offset == text.AsString.Length ? "" : Rune.GetRuneAt(text.AsString, offset).ToString());
    }

    private static Value IndexOf(Value[] arguments)
    {
        var (text, part) = (arguments[0].AsString, arguments[1].AsString);
        var from = arguments.Length > 2 ? arguments[2].AsInt : 0;
        var start = CodePoints.OffsetOf(text, from);
        if (start < 0)
        {
            return OutOfRange(from);
        }

        var found = text.IndexOf(part, start, StringComparison.Ordinal);
        return Value.Of(found < 0 ? -1 : CodePoints.Count(text, found));
    }

    private static Value LastIndexOf(Value[] arguments)
    {
        var (text, part) = (arguments[0].AsString, arguments[1].AsString);
        var start = arguments.Length > 2 ? CodePoints.OffsetOf(text, arguments[2].AsInt) : text.Length;
        if (start < 0)
        {
            return OutOfRange(arguments[2].AsInt);
        }

        var end = Math.Min(text.Length, start + part.Length);
        var found = text.AsSpan(0, end).LastIndexOf(part, StringComparison.Ordinal);
        return Value.Of(found < 0 ? -1 : CodePoints.Count(text, found));
    }

    private static Value Substring(Value[] arguments)
    {
        var text = arguments[0].AsString;
        var start = CodePoints.OffsetOf(text, arguments[1].AsInt);
        var end = arguments.Length > 2 ? CodePoints.OffsetOf(text, arguments[2].AsInt) : text.Length;
        if (start < 0 || end < 0)
        {
            return OutOfRange(arguments[start < 0 ? 1 : 2].AsInt);
        }

        return start > end
            ? Value.OfError($"the substring ends at {arguments[2]}, before it starts at {arguments[1]}")
            : Value.Of(text[start..end]);
    }

    /// <summary>The last argument limits how often; below zero it does not.</summary>
    private static Value Replace(Value[] arguments)
    {
        var (text, old, replacement) = (arguments[0].AsString, arguments[1].AsString, arguments[2].AsString);
        var limit = arguments.Length > 3 ? arguments[3].AsInt : -1;
        if (old.Length == 0)
        {
            return Interleave(text, replacement, limit);
        }

        var result = new StringBuilder();
        var position = 0;
        for (; limit != 0 && text.IndexOf(old, position, StringComparison.Ordinal) is >= 0 and var found; limit--)
        {
            result.Append(text, position, found - position).Append(replacement);
            position = found + old.Length;
            if (result.Length > Weight.MaxCharacters)
            {
                return Weight.TooLarge;
            }
        }

        return Value.Of(result.Append(text, position, text.Length - position).ToString());
    }

    /// <summary>An empty string is found before each letter and at the end.</summary>
    private static Value Interleave(string text, string between, long limit)
    {
        var result = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            result.Append(limit == 0 ? "" : between).Append(rune.ToString());
            limit -= limit > 0 ? 1 : 0;
            if (result.Length > Weight.MaxCharacters)
            {
                return Weight.TooLarge;
            }
        }

        return Value.Of(result.Append(limit == 0 ? "" : between).ToString());
    }

    /// <summary>The last argument limits how many parts; below zero it does not.</summary>
    private static Value Split(Value[] arguments)
    {
        var (text, by) = (arguments[0].AsString, arguments[1].AsString);
        var limit = (int)Math.Clamp(arguments.Length > 2 ? arguments[2].AsInt : -1, -1, int.MaxValue);
        var most = by.Length == 0 ? text.Length : text.AsSpan().Count(by) + 1;
        if ((limit < 0 ? most : Math.Min(most, limit)) > Weight.Max)
        {
            return Weight.TooLarge;
        }

        IEnumerable<string> parts = (limit, by) switch
        {
            (0, _) => [],
            (_, "") => Letters(text, limit),
            ( < 0, _) => text.Split(by),
            _ => text.Split(by, limit),
        };
        return Value.Of(CelList.Of([.. parts.Select(Value.Of)]));
    }

    private static IEnumerable<string> Letters(string text, int limit)
    {
        var offset = 0;
        for (var count = 1; offset < text.Length && count != limit; count++)
        {
            var rune = Rune.GetRuneAt(text, offset);
            offset += rune.Utf16SequenceLength;
            yield return rune.ToString();
        }

        if (offset < text.Length)
        {
            yield return text[offset..];
        }
    }

    private static Value Join(Value[] arguments)
    {
        var (list, between) = (arguments[0].AsList, arguments.Length > 1 ? arguments[1].AsString : "");
        var result = new StringBuilder();
        for (var index = 0; index < list.Count; index++)
        {
            var element = list[index];
            if (element.Kind != ValueKind.String)
            {
                return element.IsError
                    ? element
                    : Value.OfError($"join() takes strings, not {RuntimeTypes.NameOf(element)}");
            }

            result.Append(index == 0 ? "" : between).Append(element.AsString);
            if (result.Length > Weight.MaxCharacters)
            {
                return Weight.TooLarge;
            }
        }

        return Value.Of(result.ToString());
    }
}
