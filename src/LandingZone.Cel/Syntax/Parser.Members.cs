using System.Globalization;

namespace LandingZone.Cel;

/// <summary>Literals, names, and what may follow them: fields, calls, indexes.</summary>
internal sealed partial class Parser
{
    private Expr ParsePrimary()
    {
        var token = _token;
        switch (token.Kind)
        {
            case TokenKind.String or TokenKind.Bytes:
                Advance();
                return new Literal(token.Literal, token.Span);
            case TokenKind.Int or TokenKind.Uint or TokenKind.Double:
                return ParseNumber(token.Span.Offset, isNegative: false);
            case TokenKind.Identifier:
                return ParseWord(isAbsolute: false, token.Span.Offset);
            case TokenKind.Sign when token.Text == ".":
                Advance();
                return ParseWord(isAbsolute: true, token.Span.Offset);
            case TokenKind.Sign when token.Text == "(":
                return ParseParentheses();
            case TokenKind.Sign when token.Text == "[":
                return ParseList();
            case TokenKind.Sign when token.Text == "{":
                return ParseMap();
            default:
                Unexpected("a value");
                return Missing();
        }
    }

    private Expr ParseMember(Expr operand)
    {
        while (true)
        {
            var sign = _token.Span;
            if (Accept("."))
            {
                operand = ParseField(operand);
            }
            else if (Accept("["))
            {
                var index = ParseExpression();
                Expect("]");
                operand = Operation(Operators.Index, sign, operand, index);
            }
            else if (_token.Is("{") && TypeName(operand) is { } type)
            {
                operand = ParseMessage(type, operand.Span.Offset);
            }
            else
            {
                return operand;
            }
        }
    }

    private Expr ParseField(Expr operand)
    {
        var field = ParseSelector();
        if (field.Kind == TokenKind.Identifier && _token.Is("("))
        {
            return ParseCall(operand, field);
        }

        return Node(new Select(operand, field.Text, field.Span, SpanFrom(operand.Span.Offset)), operand);
    }

    private Token ParseSelector()
    {
        var field = _token;
        if (field.Kind != TokenKind.EscapedIdentifier)
        {
            CheckSelector(field);
        }

        Advance();
        return field;
    }

    private void CheckSelector(Token token)
    {
        if (token.Kind != TokenKind.Identifier || token.Text is "in" or "true" or "false" or "null")
        {
            Unexpected("a name");
        }
    }

    private Expr ParseWord(bool isAbsolute, int start)
    {
        var word = _token;
        if (!isAbsolute && word.Text is "true" or "false" or "null")
        {
            Advance();
            return new Literal(word.Text == "null" ? Value.Null : Value.Of(word.Text == "true"), word.Span);
        }

        CheckSelector(word);
        if (Reserved.Contains(word.Text))
        {
            Fail(word.Span, $"'{word.Text}' is a reserved word of the language");
        }

        Advance();
        return _token.Is("(")
            ? ParseCall(null, word)
            : new Name(word.Text, isAbsolute, SpanFrom(start));
    }

    private Expr ParseCall(Expr? target, Token function)
    {
        Advance();
        var arguments = ParseUntil(")", ParseExpression);
        var span = SpanFrom(target?.Span.Offset ?? function.Span.Offset);
        if (ExpandMacro(target, function, arguments, span) is { } macro)
        {
            return macro;
        }

        var call = Node(new Call(function.Text, target, arguments, function.Span, span), [.. arguments]);
        return target is null ? call : Node(call, target);
    }

    private Expr ParseParentheses()
    {
        var start = _token.Span.Offset;
        Advance();
        var inner = ParseExpression();
        Expect(")");
        return inner with { Span = SpanFrom(start) };
    }

    private ListLiteral ParseList()
    {
        var start = _token.Span.Offset;
        Advance();
        var elements = ParseUntil("]", ParseExpression);
        return Node(new ListLiteral(elements, SpanFrom(start)), [.. elements]);
    }

    private MapLiteral ParseMap()
    {
        var start = _token.Span.Offset;
        Advance();
        var entries = ParseUntil("}", ParseEntry);
        Expr[] parts = [.. entries.Select(entry => entry.Key), .. entries.Select(entry => entry.Value)];
        return Node(new MapLiteral(entries, SpanFrom(start)), parts);
    }

    private (Expr Key, Expr Value) ParseEntry()
    {
        var key = ParseExpression();
        Expect(":");
        return (key, ParseExpression());
    }

    private MessageLiteral ParseMessage(string type, int start)
    {
        Advance();
        var fields = ParseUntil("}", ParseMessageField);
        return Node(new MessageLiteral(type, fields, SpanFrom(start)), [.. fields.Select(field => field.Value)]);
    }

    private (string Field, Expr Value) ParseMessageField()
    {
        var field = ParseSelector();
        Expect(":");
        return (field.Text, ParseExpression());
    }

    /// <summary>Items with commas between them; one may follow the last item of a list, a map or a message.</summary>
    private List<T> ParseUntil<T>(string close, Func<T> parseItem)
    {
        var items = new List<T>();
        while (!_token.Is(close) && _token.Kind != TokenKind.End)
        {
            items.Add(parseItem());
            if (!Accept(",") || (close == ")" && _token.Is(close)))
            {
                break;
            }
        }

        Expect(close);
        return items;
    }

    private Literal ParseNumber(int start, bool isNegative)
    {
        var token = _token;
        Advance();
        var span = SpanFrom(start);
        var value = token.Kind switch
        {
            TokenKind.Double => ParseDouble(token.Text, isNegative),
            TokenKind.Uint => ParseDigits(token.Text) is { } whole ? Value.OfUint(whole) : default,
            _ => ParseInt(token.Text, isNegative),
        };
        if (value.Kind == ValueKind.Unset)
        {
            Fail(span, "the number is beyond 64 bits");
        }

        return new Literal(value, span);
    }

    private static Value ParseDouble(string digits, bool isNegative)
    {
        var value = double.Parse(digits, CultureInfo.InvariantCulture);
        return double.IsInfinity(value) ? default : Value.Of(isNegative ? -value : value);
    }

    private static Value ParseInt(string digits, bool isNegative) => ParseDigits(digits) switch
    {
        <= long.MaxValue and var value => Value.Of(isNegative ? -(long)value : (long)value),
        1UL << 63 when isNegative => Value.Of(long.MinValue),
        _ => default,
    };

    private static ulong? ParseDigits(string digits)
    {
        var isHex = digits.StartsWith("0x", StringComparison.OrdinalIgnoreCase);
        return ulong.TryParse(
            isHex ? digits.AsSpan(2) : digits,
            isHex ? NumberStyles.AllowHexSpecifier : NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var value)
            ? value
            : null;
    }

    private static string? TypeName(Expr expr) => expr switch
    {
        Name name => (name.IsAbsolute ? "." : "") + name.Id,
        Select select when TypeName(select.Operand) is { } prefix => $"{prefix}.{select.Field}",
        _ => null,
    };

    private TextSpan SpanFrom(int start) => TextSpan.Between(start, Math.Max(start, _lastEnd));

    private Literal Missing() => new(Value.Null, _token.Span);
}
