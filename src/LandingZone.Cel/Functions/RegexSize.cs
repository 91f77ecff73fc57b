namespace LandingZone.Cel;

/// <summary>
/// Estimates the states of a pattern's automaton: its letters and classes, times their counted repetitions. A match
/// without backtracking takes at most that many steps a letter.
/// </summary>
internal sealed class RegexSize
{
    private readonly string _pattern;
    private readonly Stack<long> _outer = new();
    private int _position;
    private long _total = 1;
    private long _last;

    private RegexSize(string pattern) => _pattern = pattern;

    /// <summary>At least 1; beyond a million it is that.</summary>
    public static int Of(string pattern) => new RegexSize(pattern).Count();

    private int Count()
    {
        while (_position < _pattern.Length)
        {
            Step(_pattern[_position++]);
        }

        while (_outer.Count > 0)
        {
            Close();
        }

        return Cap(_total + _last);
    }

    private void Step(char letter)
    {
        switch (letter)
        {
            case '(':
                Atom(0);
                _outer.Push(_total);
                _total = 0;
                break;
            case ')' when _outer.Count > 0:
                Close();
                break;
            case '{' when Repetition() is { } times:
                _last = Cap(Math.Max(_last, 1) * Math.Max(times, 1));
                break;
            case '[':
                SkipClass();
                Atom(1);
                break;
            case '\\':
                _position++;
                Atom(1);
                break;
            case '*' or '+' or '?' or '|':
                break;
            default:
                Atom(1);
                break;
        }
    }

    private void Atom(int size)
    {
        _total = Cap(_total + _last);
        _last = size;
    }

    private void Close()
    {
        _last = Cap(_total + _last);
        _total = _outer.Pop();
    }

    private void SkipClass()
    {
        for (var first = true; _position < _pattern.Length && (first || _pattern[_position] != ']'); first = false)
        {
            _position += _pattern[_position] == '\\' ? 2 : 1;
        }

        _position++;
    }

    /// <summary>The larger number of <c>{2}</c> or <c>{2,5}</c>; null for a brace that is a letter.</summary>
    private int? Repetition()
    {
        var end = _pattern.IndexOf('}', _position);
        if (end < 0)
        {
            return null;
        }

        var numbers = _pattern[_position..end].Split(',');
        if (numbers.Length > 2 || !int.TryParse(numbers[0], out var least))
        {
            return null;
        }

        _position = end + 1;
        return int.TryParse(numbers[^1], out var most) ? Math.Max(least, most) : least + 1;
    }

    private static int Cap(long size) => (int)Math.Min(size, 1_000_000);
}
