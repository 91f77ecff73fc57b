namespace LandingZone.Cel;

/// <summary>
/// Recursive descent over the language definition's grammar. The first mistake is reported, the rest of the text is
/// then taken as its end, so that the descent returns at once.
/// </summary>
internal sealed partial class Parser
{
    /// <summary>Levels of nesting, of which the deepest walk over the tree takes a few stack frames each.</summary>
    public const int MaxHeight = 250;

    public const int MaxLength = 100_000;

    private static readonly HashSet<string> Reserved =
    [
        "as", "break", "const", "continue", "else", "for", "function", "if", "import", "let", "loop", "package",
        "namespace", "return", "var", "void", "while",
    ];

    private readonly List<CelIssue> _issues;
    private readonly int _issuesBefore;
    private readonly Lexer _lexer;
    private Token _token;
    private int _lastEnd;
    private int _depth;

    private Parser(string text, int start, List<CelIssue> issues)
    {
        _issues = issues;
        _issuesBefore = issues.Count;
        _lexer = new Lexer(text, start, issues);
        _lastEnd = start;
        _token = _lexer.Next();
    }

    /// <summary>The whole text as an expression; null when there are issues.</summary>
    public static Expr? Parse(string text, List<CelIssue> issues)
    {
        var parser = new Parser(text, 0, issues);
        var expr = parser.ParseWhole(text);
        if (parser._token.Kind != TokenKind.End)
        {
            parser.Unexpected("an operator or the end");
        }

        return issues.Count == 0 ? expr : null;
    }

    /// <summary>
    /// The expression of a template's hole that starts here; the hole's <c>}</c> is at <paramref name="end"/>.
    /// </summary>
    public static Expr? ParseHole(string text, int start, List<CelIssue> issues, out int end)
    {
        var before = issues.Count;
        var parser = new Parser(text, start, issues);
        var expr = parser.ParseWhole(text);
        end = parser._token.Span.Offset;
        if (!parser._token.Is("}"))
        {
            parser.Unexpected("'}' at the end of the hole");
        }

        return issues.Count == before ? expr : null;
    }

    private Expr ParseWhole(string text)
    {
        if (text.Length > MaxLength)
        {
            Fail(new TextSpan(0, 0), $"the expression is longer than {MaxLength} characters");
        }

        return ParseExpression();
    }

    private Expr ParseExpression()
    {
        if (++_depth > MaxHeight)
        {
            FailDepth(_token.Span);
        }

        var condition = ParseBinary(0);
        var sign = _token.Span;
        if (Accept("?"))
        {
            var yes = ParseBinary(0);
            Expect(":");
            var no = ParseExpression();
            condition = Operation(Operators.Conditional, sign, condition, yes, no);
        }

        _depth--;
        return condition;
    }

    private Expr ParseBinary(int minimum)
    {
        var left = ParseUnary();
        while (PrecedenceOf(_token) is var (function, precedence) && precedence >= minimum)
        {
            var sign = _token.Span;
            Advance();
            var right = ParseBinary(precedence + 1);
            left = Operation(function, sign, left, right);
        }

        return left;
    }

    private static (string Function, int Precedence)? PrecedenceOf(Token token) => token.Kind switch
    {
        TokenKind.Identifier when token.Text == "in" => (Operators.In, 2),
        TokenKind.Sign => token.Text switch
        {
            "||" => (Operators.Or, 0),
            "&&" => (Operators.And, 1),
            "==" => (Operators.Equal, 2),
            "!=" => (Operators.NotEqual, 2),
            "<" => (Operators.Less, 2),
            "<=" => (Operators.LessOrEqual, 2),
            ">" => (Operators.Greater, 2),
            ">=" => (Operators.GreaterOrEqual, 2),
            "+" => (Operators.Add, 3),
            "-" => (Operators.Subtract, 3),
            "*" => (Operators.Multiply, 4),
            "/" => (Operators.Divide, 4),
            "%" => (Operators.Modulo, 4),
            _ => null,
        },
        _ => null,
    };

    /// <summary>
    /// Signs before a member: all '!' or all '-'. The last '-' before a number belongs to the number.
    /// </summary>
    private Expr ParseUnary()
    {
        if (!_token.Is("!") && !_token.Is("-"))
        {
            return ParseMember(ParsePrimary());
        }

        var sign = _token;
        Advance();
        if (sign.Text == "-" && _token.Kind is TokenKind.Int or TokenKind.Double)
        {
            return ParseMember(ParseNumber(sign.Span.Offset, isNegative: true));
        }

        if (++_depth > MaxHeight)
        {
            FailDepth(sign.Span);
        }

        var operand = _token.Is(sign.Text) ? ParseUnary() : ParseMember(ParsePrimary());
        _depth--;
        return Operation(sign.Text == "!" ? Operators.Not : Operators.Negate, sign.Span, operand);
    }

    private T Node<T>(T node, params ReadOnlySpan<Expr> children)
        where T : Expr
    {
        foreach (var child in children)
        {
            node.Height = Math.Max(node.Height, child.Height + 1);
            node.Size += child.Size;
        }

        if (node.Height > MaxHeight)
        {
            FailDepth(node.Span);
        }

        return node;
    }

    private Call Operation(string function, TextSpan sign, params ReadOnlySpan<Expr> operands)
    {
        var start = Math.Min(sign.Offset, operands[0].Span.Offset);
        return Node(new Call(function, null, operands.ToArray(), sign, TextSpan.Between(start, _lastEnd)), operands);
    }

    private void Advance()
    {
        _lastEnd = _token.Span.End;
        _token = _lexer.Next();
    }

    private bool Accept(string sign)
    {
        var found = _token.Is(sign);
        if (found)
        {
            Advance();
        }

        return found;
    }

    private void Expect(string sign)
    {
        if (!Accept(sign))
        {
            Unexpected($"'{sign}'");
        }
    }

    private void Unexpected(string wanted)
    {
        var found = _token.Kind switch
        {
            TokenKind.End => "the end",
            TokenKind.String or TokenKind.Bytes => "a string",
            _ => $"'{_token.Text}'",
        };
        Fail(_token.Span, $"{wanted} should stand here, not {found}{Hints.ForWord(_token.Text ?? "")}");
    }

    private void FailDepth(TextSpan span) => Fail(span, $"nested deeper than {MaxHeight} levels");

    private void Fail(TextSpan span, string message)
    {
        // What follows the first mistake, here or in the lexer, is its echo.
        if (_issues.Count == _issuesBefore)
        {
            _token = _lexer.Fail(span, message);
        }
    }
}
