namespace LandingZone.Cel;

/// <summary>
/// The macros of the language definition and of cel-go; they look like functions and bind a variable or name a field.
/// </summary>
internal sealed partial class Parser
{
    /// <summary>The macro that the call is, or null: with other arguments the same name is a function's.</summary>
    private Expr? ExpandMacro(Expr? target, Token function, List<Expr> arguments, TextSpan span)
    {
        switch (target, function.Text, arguments)
        {
            case (null, "has", [var field]):
                return Has(field, span);
            case (Name { Id: "cel", IsAbsolute: false }, "bind", _):
                return BindName(function, arguments, span);
            case ({ }, var name, _) when Macros.Find(name, arguments.Count) is { } shape:
                return Over(target, shape, function, arguments, span);
            default:
                return null;
        }
    }

    private Expr Over(Expr range, MacroShape shape, Token function, List<Expr> arguments, TextSpan span)
    {
        var names = arguments[..(shape.HasSecond ? 2 : 1)];
        if (names.Find(argument => argument is not Name { IsAbsolute: false }) is { } other)
        {
            Fail(other.Span, $"a name for the element should stand here: {Macros.Usage(function.Text)}");
            return Missing();
        }

        var (first, second) = (((Name)names[0]).Id, shape.HasSecond ? ((Name)names[1]).Id : null);
        if (first == second)
        {
            Fail(names[1].Span, $"both names are '{first}'");
        }

        var predicate = shape.HasPredicate ? arguments[names.Count] : null;
        var result = shape.HasResult ? arguments[^1] : null;
        var parts = new[] { range, predicate, result }.OfType<Expr>().ToArray();
        var comprehension = new Comprehension(shape.Macro, range, first, predicate, result, function.Span, span)
        {
            SecondVariable = second,
        };
        return Node(comprehension, parts);
    }

    private Expr BindName(Token function, List<Expr> arguments, TextSpan span)
    {
        if (arguments is not [Name { IsAbsolute: false } name, var value, var result])
        {
            Fail(function.Span, "'cel.bind' takes a name, its value and an expression: cel.bind(x, value, …)");
            return Missing();
        }

        return Node(new Bind(name.Id, value, result, span), value, result);
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
