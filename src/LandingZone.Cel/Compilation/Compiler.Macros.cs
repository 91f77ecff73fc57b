namespace LandingZone.Cel;

/// <summary>
/// The macros. What an incomplete list does not show can still be false for <c>all</c> and true for <c>exists</c>.
/// </summary>
internal sealed partial class Compiler
{
    private const int CostOfKey = 100;

    private static readonly Evaluator AlwaysTrue = _ => Value.Of(true);

    private Evaluator CompileComprehension(Comprehension comprehension)
    {
        var range = Compile(comprehension.Range);
        var local = ((LocalBinding)tree.Bindings[comprehension]).Index;
        var predicate = comprehension.Predicate is { } condition ? Compile(condition) : AlwaysTrue;
        var result = comprehension.Result is { } expr ? Compile(expr) : activation => activation.Locals[local];
        var text = TextOf(comprehension.Range);
        var offset = comprehension.FunctionSpan.Offset;
        Func<ElementLoop, Value> run = comprehension.Macro switch
        {
            Macro.All => loop => loop.Quantify(predicate, decisive: false),
            Macro.Exists => loop => loop.Quantify(predicate, decisive: true),
            Macro.ExistsOne => loop => loop.ExistsOne(predicate),
            Macro.TransformMap => loop => loop.ToMap(predicate, result),
            Macro.SortBy => loop => loop.SortBy(result),
            Macro.GroupBy => loop => loop.GroupBy(result),
            Macro.Overlapping => loop => loop.Overlapping(result),
            _ => loop => loop.Collect(predicate, result),
        };
        var hasSecond = comprehension.SecondVariable is not null;
        var cost = CostOf(comprehension);
        return activation =>
        {
            var elements = range(activation);
            var list = ElementLoop.Elements(elements, out var fault);
            if (list is null)
            {
                return fault.At(offset);
            }

            activation.Recorder?.Observe(new ObservedRange(text, list.Count, list.Incomplete));
            var map = elements.Kind == ValueKind.Map ? elements.AsMap : null;
            var loop = new ElementLoop(activation, list, local, map, hasSecond, cost);
            return activation.Made(run(loop)).At(offset);
        };
    }

    /// <summary>Of each element: the parts that are evaluated, and its place among the keys if there are any.</summary>
    private static int CostOf(Comprehension comprehension)
    {
        var isKeyed = comprehension.Macro is Macro.SortBy or Macro.GroupBy or Macro.TransformMap or Macro.Overlapping;
        return (comprehension.Predicate?.Size ?? 0) + (comprehension.Result?.Size ?? 0) + (isKeyed ? CostOfKey : 0);
    }

    /// <summary>An error is the name's value, which the result may not need.</summary>
    private Evaluator CompileBind(Bind bind)
    {
        var (value, result, local) = (Compile(bind.Value), Compile(bind.Result), (LocalBinding)tree.Bindings[bind]);
        return activation =>
        {
            activation.Locals[local.Index] = value(activation);
            return result(activation);
        };
    }
}
