using System.Text;

namespace LandingZone.Cel;

/// <summary>Reads one string or bytes literal: raw or not, in one or three quotes of either kind.</summary>
internal sealed class StringLiteral
{
    private readonly string _text;
    private readonly int _start;
    private readonly bool _isBytes;
    private readonly bool _isRaw;
    private readonly char _quote;
    private readonly int _quotes;
    private readonly List<byte> _bytes = [];
    private readonly StringBuilder _content = new();
    private int _position;

    public StringLiteral(string text, int start)
    {
        _text = text;
        _start = start;
        _position = start;
        _isBytes = Accept('b');
        _isRaw = Accept('r');
        _quote = At(0);
        _quotes = At(1) == _quote && At(2) == _quote ? 3 : 1;
        _position += _quotes;
    }

    public string? Error { get; private set; }

    public TextSpan ErrorSpan { get; private set; }

    /// <summary>The offset after the closing quote.</summary>
    public int End => _position;

    public static bool Starts(string text, int start)
    {
        var at = start;
        if (at < text.Length && text[at] is 'b' or 'B')
        {
            at++;
        }

        if (at < text.Length && text[at] is 'r' or 'R')
        {
            at++;
        }

        return at < text.Length && text[at] is '"' or '\'';
    }

    public Value Read()
    {
        while (Error is null && !Closes())
        {
            if (_position >= _text.Length || (_quotes == 1 && At(0) is '\n' or '\r'))
            {
                var close = new string(_quote, _quotes);
                Fail(TextSpan.Between(_start, _position), $"the string is not closed: {close} is missing");
            }
            else if (At(0) == '\\' && !_isRaw)
            {
                Escape();
            }
            else
            {
                Plain();
            }
        }

        _position += _quotes;
        return _isBytes ? Value.Of(_bytes.ToArray()) : Value.Of(_content.ToString());
    }

    private char At(int ahead) => _position + ahead < _text.Length ? _text[_position + ahead] : '\0';

    private bool Accept(char prefix)
    {
        var found = char.ToLowerInvariant(At(0)) == prefix;
        _position += found ? 1 : 0;
        return found;
    }

    private bool Closes() => At(0) == _quote && (_quotes == 1 || (At(1) == _quote && At(2) == _quote));

    private void Fail(TextSpan span, string message)
    {
        ErrorSpan = span;
        Error = message;
    }

    private void Plain()
    {
        // A text file's line ends must not change what a rule means.
        if (At(0) == '\r')
        {
            _position += At(1) == '\n' ? 2 : 1;
            Append(new Rune('\n'));
            return;
        }

        if (!Rune.TryGetRuneAt(_text, _position, out var rune))
        {
            Fail(new TextSpan(_position, 1), "half a surrogate pair");
            return;
        }

        _position += rune.Utf16SequenceLength;
        Append(rune);
    }

    private void Append(Rune rune)
    {
        if (!_isBytes)
        {
            _content.Append(rune.ToString());
            return;
        }

        Span<byte> utf8 = stackalloc byte[4];
        _bytes.AddRange(utf8[..rune.EncodeToUtf8(utf8)]);
    }

    private void Escape()
    {
        var letter = At(1);
        switch (letter)
        {
            case 'x' or 'X':
                Code(skip: 2, digits: 2, radix: 16, isByte: true);
                break;
            case 'u' when !_isBytes:
                Code(skip: 2, digits: 4, radix: 16, isByte: false);
                break;
            case 'U' when !_isBytes:
                Code(skip: 2, digits: 8, radix: 16, isByte: false);
                break;
            case >= '0' and <= '3':
                Code(skip: 1, digits: 3, radix: 8, isByte: true);
                break;
            default:
                Simple(letter);
                break;
        }
    }

    private void Simple(char letter)
    {
        const string letters = "abfnrtv\\?\"'`";
        const string meanings = "\a\b\f\n\r\t\v\\?\"'`";
        var index = letters.IndexOf(letter, StringComparison.Ordinal);
        if (index < 0)
        {
            var length = Math.Min(2, _text.Length - _position);
            Fail(new TextSpan(_position, length), $"no escape '\\{letter}'; a backslash is '\\\\', or write r'…'");
            return;
        }

        _position += 2;
        Append(new Rune(meanings[index]));
    }

    private void Code(int skip, int digits, int radix, bool isByte)
    {
        var code = 0L;
        for (var index = 0; index < digits; index++)
        {
            var digit = At(skip + index);
            var value = char.IsAsciiHexDigit(digit) ? Convert.ToInt32(digit.ToString(), 16) : radix;
            if (value >= radix)
            {
                Fail(new TextSpan(_position, skip), $"the escape needs {(char)('0' + digits)} digits");
                return;
            }

            code = (code * radix) + value;
        }

        if (isByte && _isBytes)
        {
            _bytes.Add((byte)code);
        }
        else if (code <= int.MaxValue && Rune.IsValid((int)code))
        {
            Append(new Rune((int)code));
        }
        else
        {
            Fail(new TextSpan(_position, skip + digits), "the escape is no Unicode code point");
            return;
        }

        _position += skip + digits;
    }
}
