using System.Text;
using T = LandingZone.Cel.CelType;

namespace LandingZone.Cel;

/// <summary>Strings: the language's own functions and those of cel-go's strings extension. Indexes count code points.</summary>
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
        new("charAt", CelOverload.Member([T.String, T.Int], T.String, (text, at) => CharAt(text.AsString, at.AsInt))),
        new(
            "indexOf",
            CelOverload.Member([T.String, T.String], T.Int, (text, part) => IndexOf(text.AsString, part.AsString, 0)),
            CelOverload.Member([T.String, T.String, T.Int], T.Int, a => IndexOf(a[0].AsString, a[1].AsString, a[2].AsInt))),
        new(
            "lastIndexOf",
            CelOverload.Member([T.String, T.String], T.Int, (text, part) => LastIndexOf(text.AsString, part.AsString, null)),
            CelOverload.Member([T.String, T.String, T.Int], T.Int, a => LastIndexOf(a[0].AsString, a[1].AsString, a[2].AsInt))),
        new(
            "substring",
            CelOverload.Member([T.String, T.Int], T.String, (text, from) => Substring(text.AsString, from.AsInt, null)),
            CelOverload.Member([T.String, T.Int, T.Int], T.String, a => Substring(a[0].AsString, a[1].AsInt, a[2].AsInt))),
        new(
            "replace",
            CelOverload.Member([T.String, T.String, T.String], T.String, a => Replace(a[0].AsString, a[1].AsString, a[2].AsString, -1)),
            CelOverload.Member(
                [T.String, T.String, T.String, T.Int],
                T.String,
                a => Replace(a[0].AsString, a[1].AsString, a[2].AsString, a[3].AsInt))),
        new("strings.quote", CelOverload.Global([T.String], T.String, text => Value.Of(Quote(text.AsString)))),
        new(
            "split",
            CelOverload.Member([T.String, T.String], Texts, (text, by) => Split(text.AsString, by.AsString, -1)),
            CelOverload.Member([T.String, T.String, T.Int], Texts, a => Split(a[0].AsString, a[1].AsString, a[2].AsInt))),
        new(
            "join",
            CelOverload.Member([Texts], T.String, list => Join(list.AsList, "")),
            CelOverload.Member([Texts, T.String], T.String, (list, between) => Join(list.AsList, between.AsString))),
    ];

    private static CelFunction Test(string name, Func<string, string, bool> test) =>
        new(name, CelOverload.Member([T.String, T.String], T.Bool, (a, b) => Value.Of(test(a.AsString, b.AsString))));

    private static CelFunction Change(string name, Func<string, string> change) =>
        new(name, CelOverload.Member([T.String], T.String, a => Value.Of(change(a.AsString))));

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

    private static Value OutOfRange(long index) => Value.OfError($"index out of range: {Value.Of(index)}");

    private static Value CharAt(string text, long index)
    {
        var offset = CodePoints.OffsetOf(text, index);
        if (offset < 0)
        {
            return OutOfRange(index);
        }

        return Value.Of(offset == text.Length ? "" : Rune.GetRuneAt(text, offset).ToString());
    }

    private static Value IndexOf(string text, string part, long from)
    {
        var start = CodePoints.OffsetOf(text, from);
        if (start < 0)
        {
            return OutOfRange(from);
        }

        var found = text.IndexOf(part, start, StringComparison.Ordinal);
        return Value.Of(found < 0 ? -1 : CodePoints.Count(text, found));
    }

    private static Value LastIndexOf(string text, string part, long? from)
    {
        var start = from is { } index ? CodePoints.OffsetOf(text, index) : text.Length;
        if (start < 0)
        {
            return OutOfRange(from!.Value);
        }

        var end = Math.Min(text.Length, start + part.Length);
        var found = text.AsSpan(0, end).LastIndexOf(part, StringComparison.Ordinal);
        return Value.Of(found < 0 ? -1 : CodePoints.Count(text, found));
    }

    private static Value Substring(string text, long from, long? to)
    {
        var start = CodePoints.OffsetOf(text, from);
        var end = to is { } index ? CodePoints.OffsetOf(text, index) : text.Length;
        if (start < 0 || end < 0)
        {
            return OutOfRange(start < 0 ? from : to!.Value);
        }

        return start > end
            ? Value.OfError($"the substring ends at {Value.Of(to!.Value)}, before it starts at {Value.Of(from)}")
            : Value.Of(text[start..end]);
    }

    private static Value Replace(string text, string old, string replacement, long limit)
    {
        if (limit < 0 && old.Length > 0)
        {
            return Value.Of(text.Replace(old, replacement, StringComparison.Ordinal));
        }

        var result = new StringBuilder();
        var position = 0;
        for (; limit != 0 && text.IndexOf(old, position, StringComparison.Ordinal) is >= 0 and var found; limit--)
        {
            result.Append(text, position, found - position).Append(replacement);
            position = found + old.Length;
            if (old.Length == 0)
            {
                if (position == text.Length)
                {
                    break;
                }

                result.Append(text[position++]);
            }
        }

        return Value.Of(result.Append(text, position, text.Length - position).ToString());
    }

    private static Value Split(string text, string by, long limit)
    {
        IEnumerable<string> parts = (limit, by) switch
        {
            (0, _) => [],
            (_, "") => Letters(text, limit),
            ( < 0, _) => text.Split(by),
            _ => text.Split(by, (int)Math.Min(limit, int.MaxValue)),
        };
        return Value.Of(CelList.Of([.. parts.Select(Value.Of)]));
    }

    private static IEnumerable<string> Letters(string text, long limit)
    {
        var offset = 0;
        for (var count = 1L; offset < text.Length && count != limit; count++)
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

    private static Value Join(CelList list, string between)
    {
        var result = new StringBuilder();
        for (var index = 0; index < list.Count; index++)
        {
            var element = list[index];
            if (element.Kind != ValueKind.String)
            {
                return element.IsError ? element : Value.OfError($"join() takes strings, not {RuntimeTypes.NameOf(element)}");
            }

            result.Append(index == 0 ? "" : between).Append(element.AsString);
        }

        return Value.Of(result.ToString());
    }

    private static string Quote(string text)
    {
        const string special = "\a\b\f\n\r\t\v\\\"";
        const string letters = "abfnrtv\\\"";
        var result = new StringBuilder("\"");
        foreach (var rune in text.EnumerateRunes())
        {
            var index = rune.IsBmp ? special.IndexOf((char)rune.Value, StringComparison.Ordinal) : -1;
            result.Append(index < 0 ? rune.ToString() : $"\\{letters[index]}");
        }

        return result.Append('"').ToString();
    }
}
