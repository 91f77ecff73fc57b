namespace LandingZone.Cel;

/// <summary>Functions and operators.</summary>
internal sealed partial class Checker
{
    private const int ListedOverloads = 6;

    /// <summary>Functions that compare their operands, or the elements of these, with one another.</summary>
    private static readonly HashSet<string> Comparing =
    [
        Operators.In, Operators.Index, "sets.contains", "sets.intersects", "sets.equivalent", "indexOf", "lastIndexOf",
    ];

    private CelType CallType(Call call)
    {
        switch (call.Function)
        {
            case Operators.And or Operators.Or or Operators.Not:
                foreach (var operand in call.Arguments)
                {
                    Require(operand, CelType.Bool, $"what '{Operators.SignOf(call.Function)}' takes");
                }

                return CelType.Bool;
            case Operators.Conditional:
                return ConditionalType(call);
            case Operators.Equal or Operators.NotEqual:
                return EqualityType(call);
            default:
                return FunctionType(call);
        }
    }

    private CelType ConditionalType(Call call)
    {
        Require(call.Arguments[0], CelType.Bool, "what stands before '?'");
        var (yes, no) = (TypeOf(call.Arguments[1]), TypeOf(call.Arguments[2]));
        return TypeMatch.Join(yes, no)
            ?? Report(
                call.Arguments[2].Span,
                $"both results must be of one type, not {yes} and {no}; dyn(…) lets them differ");
    }

    private CelType EqualityType(Call call)
    {
        var (left, right) = (TypeOf(call.Arguments[0]), TypeOf(call.Arguments[1]));
        var overloads = _environment.Functions[call.Function].Overloads;
        _tree.Bindings[call] = new CallBinding(overloads, call.Arguments);
        if (!TypeMatch.Comparable(left, right))
        {
            Report(call.FunctionSpan, $"{left} and {right} are never equal{Hints.ForOperands(left, right)}");
        }

        CheckEnums(call.Arguments);
        return CelType.Bool;
    }

    private void CheckEnum(CelType type, Expr other)
    {
        if (type is not EnumType { Values: var values }
            || other is not Literal { Value: { Kind: ValueKind.String } text }
            || values.Contains(text.AsString))
        {
            return;
        }

        var known = string.Join(", ", values.Select(value => $"'{value}'"));
        Report(other.Span, $"no {type} is '{text}'; one of {known}{Spelling.Suggest(text.AsString, values)}");
    }

    /// <summary>Constants that are compared with an enumeration's values, or with a list or map of them.</summary>
    private void CheckEnums(IReadOnlyList<Expr> operands)
    {
        foreach (var type in operands.Select(operand => EnumOf(_tree.Types[operand])).OfType<EnumType>().Take(1))
        {
            foreach (var constant in operands.SelectMany(Constants))
            {
                CheckEnum(type, constant);
            }
        }
    }

    private static EnumType? EnumOf(CelType type) => type switch
    {
        ListType list => EnumOf(list.Element),
        MapType map => map.Key as EnumType,
        _ => type as EnumType,
    };

    private static IEnumerable<Expr> Constants(Expr expr) => expr switch
    {
        ListLiteral list => list.Elements.SelectMany(Constants),
        Call { Function: Operators.Conditional, Arguments: [_, var yes, var no] } => Constants(yes).Concat(Constants(no)),
        _ => [expr],
    };

    private CelType FunctionType(Call call)
    {
        var (function, operands) = Resolve(call);
        var types = operands.Select(TypeOf).ToArray();
        if (function is null)
        {
            return Report(call.FunctionSpan, NoFunction(call));
        }

        var isMember = operands.Count > call.Arguments.Count;
        var matches = function.Overloads
            .Where(overload => overload.IsMember == isMember && overload.Accepts(types.Length))
            .Select(overload => (Overload: overload, Result: Match(overload, types)))
            .Where(match => match.Result is not null)
            .ToList();
        if (matches.Count == 0)
        {
            return Report(call.FunctionSpan, NoOverload(call, function, types));
        }

        // Without dyn the first that matches is meant; with it, what the operands are will decide.
        var found = types.Any(type => type.HasDyn) ? matches : matches[..1];
        _tree.Bindings[call] = new CallBinding([.. found.Select(match => match.Overload)], operands);
        CheckLast(found[0].Overload, operands);
        if (Comparing.Contains(function.Name))
        {
            CheckEnums(operands);
        }

        return found
            .Select(match => match.Result!)
            .Aggregate((one, other) => TypeMatch.Join(one, other) ?? CelType.Dyn);
    }

    /// <summary>
    /// The function, and its operands: a target that is only the first part of the function's name is none.
    /// </summary>
    private (CelFunction? Function, IReadOnlyList<Expr> Operands) Resolve(Call call)
    {
        if (call.Target is null)
        {
            return (_environment.FindFunction(call.Function), call.Arguments);
        }

        if (QualifiedName(call.Target) is { } prefix
            && _environment.FindFunction($"{prefix}.{call.Function}") is var qualified
            && (qualified is not null || IsNamespace(prefix)))
        {
            return (qualified, call.Arguments);
        }

        return (_environment.FindFunction(call.Function), [call.Target, .. call.Arguments]);
    }

    /// <summary>What stands before the dot in functions' names and is nothing else.</summary>
    private bool IsNamespace(string name) =>
        _environment.FindVariable(name) is null
        && _environment.Functions.Keys.Any(function => function.StartsWith($"{name}.", StringComparison.Ordinal));

    private static CelType? Match(CelOverload overload, CelType[] types)
    {
        var match = new TypeMatch();
        for (var index = 0; index < types.Length; index++)
        {
            if (!match.Accepts(overload.ParameterAt(index), types[index]))
            {
                return null;
            }
        }

        return match.Substitute(overload.Result);
    }

    private void CheckLast(CelOverload overload, IReadOnlyList<Expr> operands)
    {
        if (operands.Count > 0 && operands[^1] is Literal literal
            && literal.Value.Kind == overload.ParameterAt(operands.Count - 1).Kind
            && overload.CheckLast?.Invoke(literal.Value) is { } error)
        {
            Report(literal.Span, error.Message);
        }
    }

    private string NoFunction(Call call)
    {
        if (call.Function != "has" && Macros.Names.Contains(call.Function))
        {
            return $"'{call.Function}' takes a name for the element and an expression: {Macros.Usage(call.Function)}";
        }

        var prefix = call.Target is null ? null : QualifiedName(call.Target);
        var name = prefix is not null && IsNamespace(prefix) ? $"{prefix}.{call.Function}" : call.Function;
        return $"no function '{name}'{Hints.ForFunction(name, _environment.Functions.Keys.Concat(Macros.Names))}";
    }

    private static string NoOverload(Call call, CelFunction function, CelType[] types)
    {
        var given = string.Join(", ", types.Select(type => type.Name));
        if (Operators.SignOf(call.Function) is { } sign)
        {
            return $"'{sign}' does not take ({given}){Hints.ForOperands(types)}";
        }

        var exist = function.Overloads.Select(overload => overload.Describe(function.Name)).ToList();
        var listed = string.Join(", ", exist.Take(ListedOverloads)) + (exist.Count > ListedOverloads ? ", …" : "");
        return $"'{function.Name}' does not take ({given}); there is {listed}";
    }
}
