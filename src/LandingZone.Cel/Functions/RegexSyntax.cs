using System.Text;
using System.Text.RegularExpressions;

namespace LandingZone.Cel;

/// <summary>
/// The language takes its regular expressions from RE2, where <c>$</c> is only the very end of a text, <c>\d</c>,
/// <c>\w</c> and <c>\s</c> are ASCII, and classes may be named. Rewrites what .NET would read otherwise.
/// </summary>
/// <seealso href="https://github.com/google/re2/wiki/Syntax"/>
internal sealed partial class RegexSyntax
{
    private static readonly Dictionary<string, string> NamedClasses = new()
    {
        ["[:alnum:]"] = "0-9A-Za-z",
        ["[:alpha:]"] = "A-Za-z",
        ["[:blank:]"] = @"\t ",
        ["[:digit:]"] = "0-9",
        ["[:lower:]"] = "a-z",
        ["[:punct:]"] = @"!-/:-@\[-`{-~",
        ["[:space:]"] = @"\t\n\v\f\r ",
        ["[:upper:]"] = "A-Z",
        ["[:word:]"] = "0-9A-Za-z_",
        ["[:xdigit:]"] = "0-9A-Fa-f",
    };

    private readonly string _pattern;
    private readonly StringBuilder _result = new();
    private int _position;

    private RegexSyntax(string pattern) => _pattern = pattern;

    public static string ToDotNet(string pattern) => new RegexSyntax(pattern).Rewrite();

    private string Rewrite()
    {
        // With the flag m a '$' is the end of a line in both.
        var end = LineMode().IsMatch(_pattern) ? "$" : @"\z";
        while (_position < _pattern.Length)
        {
            if (_pattern[_position] == '[')
            {
                RewriteClass();
            }
            else if (!Escape(@"[0-9]", @"[0-9A-Za-z_]", @"[\t\n\f\r ]"))
            {
                var letter = _pattern[_position++];
                _result.Append(letter == '$' ? end : letter.ToString());
            }
        }

        return _result.Replace("(?P<", "(?<").ToString();
    }

    private void RewriteClass()
    {
        Copy(_pattern.AsSpan(_position).StartsWith("[^") ? 2 : 1);

        // A bracket that closes nothing yet is a member.
        Copy(_position < _pattern.Length && _pattern[_position] == ']' ? 1 : 0);
        while (_position < _pattern.Length && _pattern[_position] != ']')
        {
            if (NamedClasses.Keys.FirstOrDefault(IsNext) is { } name)
            {
                _result.Append(NamedClasses[name]);
                _position += name.Length;
            }
            else if (!Escape("0-9", "0-9A-Za-z_", @"\t\n\f\r "))
            {
                Copy(1);
            }
        }

        Copy(_position < _pattern.Length ? 1 : 0);
    }

    /// <summary>An escape; the negated classes have no short form within brackets and stay as they are there.</summary>
    private bool Escape(string digit, string word, string space)
    {
        if (_pattern[_position] != '\\' || _position + 1 == _pattern.Length)
        {
            return false;
        }

        var letter = _pattern[_position + 1];
        _position += 2;
        _result.Append(letter switch
        {
            'd' => digit,
            'w' => word,
            's' => space,
            'D' when digit[0] == '[' => $"[^{digit[1..]}",
            'W' when digit[0] == '[' => $"[^{word[1..]}",
            'S' when digit[0] == '[' => $"[^{space[1..]}",
            _ => $"\\{letter}",
        });
        return true;
    }

    private bool IsNext(string text) => string.CompareOrdinal(_pattern, _position, text, 0, text.Length) == 0;

    private void Copy(int count)
    {
        _result.Append(_pattern, _position, count);
        _position += count;
    }

    [GeneratedRegex(@"\(\?[a-zA-Z]*m", RegexOptions.CultureInvariant)]
    private static partial Regex LineMode();
}
