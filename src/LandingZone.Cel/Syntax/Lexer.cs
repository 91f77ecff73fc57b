namespace LandingZone.Cel;

/// <summary>Cuts the text into tokens, one at a time. The first mistake is reported and ends the text.</summary>
internal sealed class Lexer(string text, int start, List<CelIssue> issues)
{
    private static readonly string[] Signs =
    [
        "&&", "||", "==", "!=", "<=", ">=", "+", "-", "*", "/", "%", "!", "<", ">", "?", ":", ".", ",",
        "(", ")", "[", "]", "{", "}",
    ];

    private int _position = start;

    public Token Next()
    {
        SkipBlanks();
        if (_position >= text.Length)
        {
            return End();
        }

        var first = text[_position];
        if (StringLiteral.Starts(text, _position))
        {
            return String();
        }

        if (IsLetter(first))
        {
            return Identifier();
        }

        if (char.IsAsciiDigit(first) || (first == '.' && char.IsAsciiDigit(At(_position + 1))))
        {
            return Number();
        }

        return first == '`' ? EscapedIdentifier() : Sign();
    }

    public Token Fail(TextSpan span, string message)
    {
        issues.Add(new CelIssue(span.Offset, span.Length, message));
        _position = text.Length;
        return End();
    }

    private static bool IsLetter(char letter) => char.IsAsciiLetter(letter) || letter == '_';

    private char At(int index) => index < text.Length ? text[index] : '\0';

    private Token End() => new(TokenKind.End, new TextSpan(text.Length, 0), "");

    private Token Take(TokenKind kind, int end)
    {
        var span = TextSpan.Between(_position, end);
        _position = end;
        return new Token(kind, span, text.Substring(span.Offset, span.Length));
    }

    private void SkipBlanks()
    {
        while (_position < text.Length)
        {
            if (text[_position] is ' ' or '\t' or '\n' or '\r' or '\f')
            {
                _position++;
            }
            else if (text[_position] == '/' && At(_position + 1) == '/')
            {
                var line = text.IndexOf('\n', _position);
                _position = line < 0 ? text.Length : line;
            }
            else
            {
                return;
            }
        }
    }

    private Token Identifier()
    {
        var end = _position;
        while (IsLetter(At(end)) || char.IsAsciiDigit(At(end)))
        {
            end++;
        }

        return Take(TokenKind.Identifier, end);
    }

    private Token EscapedIdentifier()
    {
        var end = _position + 1;
        while (IsLetter(At(end)) || char.IsAsciiDigit(At(end)) || At(end) is '.' or '-' or '/' or ' ')
        {
            end++;
        }

        if (At(end) != '`' || end == _position + 1)
        {
            const string allowed = "a name between backticks has letters, digits, '_', '.', '-', '/' or blanks";
            return Fail(new TextSpan(_position, 1), allowed);
        }

        var token = Take(TokenKind.EscapedIdentifier, end + 1);
        return token with { Text = token.Text[1..^1] };
    }

    private Token Number()
    {
        if (text[_position] == '0' && At(_position + 1) is 'x' or 'X')
        {
            var last = Digits(_position + 2, char.IsAsciiHexDigit);
            return Whole(last);
        }

        var end = Digits(_position, char.IsAsciiDigit);
        var isDouble = false;
        if (At(end) == '.' && char.IsAsciiDigit(At(end + 1)))
        {
            end = Digits(end + 1, char.IsAsciiDigit);
            isDouble = true;
        }

        if (At(end) is 'e' or 'E')
        {
            var digits = At(end + 1) is '+' or '-' ? end + 2 : end + 1;
            if (char.IsAsciiDigit(At(digits)))
            {
                end = Digits(digits, char.IsAsciiDigit);
                isDouble = true;
            }
        }

        return isDouble ? Take(TokenKind.Double, end) : Whole(end);
    }

    private Token Whole(int end)
    {
        if (At(end) is not ('u' or 'U'))
        {
            return Take(TokenKind.Int, end);
        }

        var token = Take(TokenKind.Uint, end + 1);
        return token with { Text = token.Text[..^1] };
    }

    private int Digits(int from, Func<char, bool> isDigit)
    {
        while (isDigit(At(from)))
        {
            from++;
        }

        return from;
    }

    private Token String()
    {
        var literal = new StringLiteral(text, _position);
        var value = literal.Read();
        if (literal.Error is { } error)
        {
            return Fail(literal.ErrorSpan, error);
        }

        var kind = value.Kind == ValueKind.Bytes ? TokenKind.Bytes : TokenKind.String;
        return Take(kind, literal.End) with { Literal = value };
    }

    private Token Sign()
    {
        foreach (var sign in Signs)
        {
            if (string.CompareOrdinal(text, _position, sign, 0, sign.Length) == 0)
            {
                return Take(TokenKind.Sign, _position + sign.Length);
            }
        }

        var hint = text[_position] switch
        {
            '=' => "; equality is '=='",
            '&' => "; 'and' is '&&'",
            '|' => "; 'or' is '||'",
            _ => "",
        };
        return Fail(new TextSpan(_position, 1), $"unexpected '{text[_position]}'{hint}");
    }
}
