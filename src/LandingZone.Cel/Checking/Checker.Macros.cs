namespace LandingZone.Cel;

/// <summary>Macros and the variables that they bind.</summary>
internal sealed partial class Checker
{
    private CelType ComprehensionType(Comprehension comprehension)
    {
        var range = TypeOf(comprehension.Range);
        var (key, element) = range switch
        {
            ListType list => (CelType.Int, list.Element),
            MapType map when !NeedsList(comprehension.Macro) => (map.Key, map.Value),
            { IsDyn: true } => (CelType.Dyn, CelType.Dyn),
            _ => (CelType.Dyn, ReportRange(comprehension, range)),
        };
        var hasSecond = comprehension.SecondVariable is not null;
        var first = hasSecond || range is MapType ? key : element;
        var index = Push(comprehension.Variable, first);
        _tree.Bindings[comprehension] = new LocalBinding(index);
        if (comprehension.SecondVariable is { } second)
        {
            Push(second, element);
        }

        if (comprehension.Predicate is { } predicate)
        {
            Require(predicate, CelType.Bool, "the condition");
        }

        var result = comprehension.Result is { } expr ? TypeOf(expr) : first;
        _locals.RemoveRange(_locals.Count - (hasSecond ? 2 : 1), hasSecond ? 2 : 1);
        CheckKey(comprehension, result);
        return comprehension.Macro switch
        {
            Macro.All or Macro.Exists or Macro.ExistsOne => CelType.Bool,
            Macro.TransformMap => CelType.Map(key, result),
            Macro.SortBy => CelType.List(element),
            Macro.GroupBy => CelType.Map(KeyOrDyn(result), CelType.List(element)),
            Macro.Overlapping => CelType.List(CelType.List(element)),
            _ => CelType.List(result),
        };
    }

    private static bool NeedsList(Macro macro) => macro is Macro.SortBy or Macro.GroupBy or Macro.Overlapping;

    private CelType ReportRange(Comprehension comprehension, CelType range)
    {
        var wanted = NeedsList(comprehension.Macro) ? "a list" : "a list or the keys of a map";
        var name = Macros.NameOf(comprehension.Macro);
        return Report(comprehension.Range.Span, $"'{name}' runs over {wanted}, not over {range}");
    }

    /// <summary>What a macro sorts, groups or finds overlaps by.</summary>
    private void CheckKey(Comprehension comprehension, CelType key)
    {
        var wanted = comprehension.Macro switch
        {
            Macro.SortBy when !ListOrder.HasOrder(key) => "has an order",
            Macro.GroupBy when !CelMap.CanBeKey(key.Kind) => "is bool, int, uint or string",
            Macro.Overlapping when !IsCidr(key) && !(key is ListType list && IsCidr(list.Element)) =>
                "is a CIDR, its text, or a list of them",
            _ => null,
        };
        if (wanted is not null && !key.IsDyn)
        {
            var name = Macros.NameOf(comprehension.Macro);
            Report(comprehension.Result!.Span, $"'{name}' needs what {wanted}, not {key}");
        }
    }

    private static bool IsCidr(CelType type) =>
        type.IsDyn || type.Kind == ValueKind.String || TypeMatch.Join(type, Networks.Cidr) is not null;

    private CelType BindType(Bind bind)
    {
        _tree.Bindings[bind] = new LocalBinding(_environment.LocalsStart + _locals.Count);
        Push(bind.Variable, TypeOf(bind.Value));
        var result = TypeOf(bind.Result);
        _locals.RemoveAt(_locals.Count - 1);
        return result;
    }

    private int Push(string variable, CelType type)
    {
        var index = _environment.LocalsStart + _locals.Count;
        _locals.Add((variable, type, index));
        _tree.LocalsEnd = Math.Max(_tree.LocalsEnd, index + 1);
        return index;
    }

    private void Require(Expr expr, CelType wanted, string what)
    {
        var type = TypeOf(expr);
        if (!type.IsDyn && type.Kind != wanted.Kind)
        {
            Report(expr.Span, $"{what} must be {wanted}, not {type}");
        }
    }
}
