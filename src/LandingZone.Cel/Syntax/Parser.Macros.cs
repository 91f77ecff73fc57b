namespace LandingZone.Cel;

/// <summary>The macros of the language definition; they look like functions and bind a variable or name a field.</summary>
internal sealed partial class Parser
{
    private Expr? ExpandMacro(Expr? target, Token function, List<Expr> arguments, TextSpan span) =>
        (target, function.Text, arguments) switch
        {
            (null, "has", [var field]) => Has(field, span),
            ({ } range, "all", [var variable, var predicate]) => Over(Macro.All, range, variable, predicate, null, function, span),
            ({ } range, "exists", [var variable, var predicate]) => Over(Macro.Exists, range, variable, predicate, null, function, span),
            ({ } range, "exists_one" or "existsOne", [var variable, var predicate]) =>
                Over(Macro.ExistsOne, range, variable, predicate, null, function, span),
            ({ } range, "filter", [var variable, var predicate]) => Over(Macro.Filter, range, variable, predicate, null, function, span),
            ({ } range, "map", [var variable, var result]) => Over(Macro.Map, range, variable, null, result, function, span),
            ({ } range, "map", [var variable, var predicate, var result]) =>
                Over(Macro.Map, range, variable, predicate, result, function, span),
            _ => null,
        };

    private Expr Has(Expr argument, TextSpan span)
    {
        if (argument is not Select select)
        {
            Fail(argument.Span, "has() asks for a field: has(resource.field)");
            return Missing();
        }

        return Node(new Has(select.Operand, select.Field, select.FieldSpan, span), select.Operand);
    }

    private Expr Over(
        Macro macro, Expr range, Expr variable, Expr? predicate, Expr? result, Token function, TextSpan span)
    {
        if (variable is not Name { IsAbsolute: false } name)
        {
            Fail(variable.Span, $"a name for the element should stand here: list.{function.Text}(x, …)");
            return Missing();
        }

        var parts = new[] { range, predicate, result }.OfType<Expr>().ToArray();
        return Node(new Comprehension(macro, range, name.Id, predicate, result, function.Span, span), parts);
    }
}
