using System.Globalization;
using LandingZone.Cel;

namespace LandingZone.Core.Rules;

/// <summary>One small change of an expression's text: an operator, a limit or a literal.</summary>
internal readonly record struct Mutation(TextSpan Span, string Replacement)
{
    private static readonly Dictionary<string, string> Swapped = new()
    {
        [Operators.Or] = "&&",
        [Operators.And] = "||",
        [Operators.Greater] = ">=",
        [Operators.GreaterOrEqual] = ">",
        [Operators.Less] = "<=",
        [Operators.LessOrEqual] = "<",
        [Operators.Equal] = "!=",
        [Operators.NotEqual] = "==",
        [Operators.Not] = "",
        [Operators.Add] = "-",
        [Operators.Subtract] = "+",
        [Operators.Multiply] = "/",
        [Operators.Divide] = "*",
        [Operators.Negate] = "",
    };

    /// <summary>All changes of an expression, in the order of its text.</summary>
    public static IEnumerable<Mutation> Of(CelProgram program) =>
        All(program.Expression, program.Source).OrderBy(mutation => mutation.Span.Offset);

    public string In(string text) => string.Concat(text.AsSpan(0, Span.Offset), Replacement, text.AsSpan(Span.End));

    private static IEnumerable<Mutation> All(Expr expr, string source) =>
        Own(expr, source).Concat(Parts(expr).SelectMany(part => All(part, source)));

    private static IEnumerable<Mutation> Own(Expr expr, string source) => expr switch
    {
        Call { Function: Operators.In } contains => [Negated(contains, source)],
        Call { Function: Operators.Conditional } choice => [Negated(choice.Arguments[0], source)],
        Call call when Swapped.TryGetValue(call.Function, out var other) => [new(call.FunctionSpan, other)],
        Comprehension { Macro: Macro.All } all => [new(all.FunctionSpan, "exists")],
        Comprehension { Macro: Macro.Exists } exists => [new(exists.FunctionSpan, "all")],
        Literal literal => Others(literal.Value).Select(text => new Mutation(literal.Span, text)),
        _ => [],
    };

    private static Mutation Negated(Expr expr, string source) =>
        new(expr.Span, $"!({source.AsSpan(expr.Span.Offset, expr.Span.Length)})");

    private static IEnumerable<string> Others(Value value) => value.Kind switch
    {
        ValueKind.Bool => [value.AsBool ? "false" : "true"],
        ValueKind.Int => [Text(value.AsInt + 1m), Text(value.AsInt - 1m)],
        ValueKind.Uint => [$"{Text(value.AsUint + 1m)}u", $"{Text(value.AsUint - 1m)}u"],
        ValueKind.Double => [Text(value.AsDouble + 1), Text(value.AsDouble - 1)],
        ValueKind.String when value.AsString.Length > 0 => ["''", Quoted(value.AsString + "~")],
        ValueKind.String => ["'~'"],
        _ => [],
    };

    private static string Text(decimal number) => number.ToString(CultureInfo.InvariantCulture);

    // With a decimal point, or it would be another type.
    private static string Text(double number) => number.ToString("0.0##############", CultureInfo.InvariantCulture);

    private static string Quoted(string text) => $"'{string.Concat(text.Select(Escaped))}'";

    private static string Escaped(char letter) =>
        letter is '\'' or '\\' ? $"\\{letter}" : char.IsControl(letter) ? $"\\u{(int)letter:x4}" : letter.ToString();

    /// <summary>The expressions that an expression is made of.</summary>
    public static IEnumerable<Expr> Parts(Expr expr) => expr switch
    {
        Select select => [select.Operand],
        Has has => [has.Operand],
        Call { Target: { } target } call => call.Arguments.Prepend(target),
        Call call => call.Arguments,
        ListLiteral list => list.Elements,
        MapLiteral map => map.Entries.SelectMany(entry => new[] { entry.Key, entry.Value }),
        MessageLiteral message => message.Fields.Select(field => field.Value),
        Comprehension over => new[] { over.Range, over.Predicate, over.Result }.OfType<Expr>(),
        _ => [],
    };
}
