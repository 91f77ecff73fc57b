namespace LandingZone.Cel;

/// <summary>
/// The macros of the language definition; they look like functions and bind a variable or name a field.
/// </summary>
internal sealed partial class Parser
{
    /// <summary>The macro that the call is, or null: with other arguments the same name is a function's.</summary>
    private Expr? ExpandMacro(Expr? target, Token function, List<Expr> arguments, TextSpan span)
    {
        return (target, function.Text, arguments) switch
        {
            (null, "has", [var field]) => Has(field, span),
            ({ }, "all", [var name, var predicate]) => Over(Macro.All, name, predicate, null),
            ({ }, "exists", [var name, var predicate]) => Over(Macro.Exists, name, predicate, null),
            ({ }, "exists_one" or "existsOne", [var name, var predicate]) =>
                Over(Macro.ExistsOne, name, predicate, null),
            ({ }, "filter", [var name, var predicate]) => Over(Macro.Filter, name, predicate, null),
            ({ }, "map", [var name, var result]) => Over(Macro.Map, name, null, result),
            ({ }, "map", [var name, var predicate, var result]) => Over(Macro.Map, name, predicate, result),
            _ => null,
        };

        Expr Over(Macro macro, Expr variable, Expr? predicate, Expr? result)
        {
            if (variable is not Name { IsAbsolute: false } name)
            {
                Fail(variable.Span, $"a name for the element should stand here: list.{function.Text}(x, …)");
                return Missing();
            }

            var parts = new[] { target, predicate, result }.OfType<Expr>().ToArray();
            return Node(new Comprehension(macro, target!, name.Id, predicate, result, function.Span, span), parts);
        }
    }

    private Expr Has(Expr argument, TextSpan span)
    {
        if (argument is not Select select)
        {
            Fail(argument.Span, "has() asks for a field: has(resource.field)");
            return Missing();
        }

        return Node(new Has(select.Operand, select.Field, select.FieldSpan, span), select.Operand);
    }
}
