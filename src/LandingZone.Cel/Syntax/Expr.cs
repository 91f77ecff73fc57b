namespace LandingZone.Cel;

/// <summary>A stretch of the source, in UTF-16 units.</summary>
public readonly record struct TextSpan(int Offset, int Length)
{
    public int End => Offset + Length;

    public static TextSpan Between(int offset, int end) => new(offset, end - offset);
}

/// <summary>A node of the syntax tree.</summary>
/// <param name="Span">All that the node was written with.</param>
public abstract record Expr(TextSpan Span)
{
    /// <summary>
    /// Levels of nodes below and with this one, which the parser limits so that no walk can overflow the stack.
    /// </summary>
    internal int Height { get; set; } = 1;

    /// <summary>The number of nodes, this one included.</summary>
    internal int Size { get; set; } = 1;
}

/// <summary>A constant: a number, string, bytes, bool or null.</summary>
public sealed record Literal(Value Value, TextSpan Span) : Expr(Span);

/// <summary>A name.</summary>
/// <param name="IsAbsolute">Written with a dot before it: not the variable of a macro.</param>
public sealed record Name(string Id, bool IsAbsolute, TextSpan Span) : Expr(Span);

/// <summary><c>operand.field</c>.</summary>
public sealed record Select(Expr Operand, string Field, TextSpan FieldSpan, TextSpan Span) : Expr(Span);

/// <summary><c>has(operand.field)</c>.</summary>
public sealed record Has(Expr Operand, string Field, TextSpan FieldSpan, TextSpan Span) : Expr(Span);

/// <summary>
/// A function, a method (with a target) or an operator; these have the language's names, such as <c>_+_</c>.
/// </summary>
/// <param name="FunctionSpan">The function's name or the operator's sign.</param>
public sealed record Call(
    string Function, Expr? Target, IReadOnlyList<Expr> Arguments, TextSpan FunctionSpan, TextSpan Span)
    : Expr(Span);

/// <summary><c>[a, b]</c>.</summary>
public sealed record ListLiteral(IReadOnlyList<Expr> Elements, TextSpan Span) : Expr(Span);

/// <summary><c>{k: v}</c>.</summary>
public sealed record MapLiteral(IReadOnlyList<(Expr Key, Expr Value)> Entries, TextSpan Span) : Expr(Span);

/// <summary><c>Type{field: value}</c>.</summary>
public sealed record MessageLiteral(string Type, IReadOnlyList<(string Field, Expr Value)> Fields, TextSpan Span)
    : Expr(Span);

/// <summary><c>range.macro(variable, predicate)</c>; <c>map</c> has a result and perhaps a predicate.</summary>
public sealed record Comprehension(
    Macro Macro, Expr Range, string Variable, Expr? Predicate, Expr? Result, TextSpan FunctionSpan, TextSpan Span)
    : Expr(Span)
{
    /// <summary>
    /// With it the first variable is the index of an element or the key of an entry, and this one the element or value.
    /// </summary>
    public string? SecondVariable { get; init; }
}

/// <summary><c>cel.bind(variable, value, result)</c>.</summary>
public sealed record Bind(string Variable, Expr Value, Expr Result, TextSpan Span) : Expr(Span);
