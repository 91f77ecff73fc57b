namespace LandingZone.Cel;

/// <summary>
/// The macros. What an incomplete list does not show can still be false for <c>all</c> and true for <c>exists</c>.
/// </summary>
internal sealed partial class Compiler
{
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
            _ => loop => loop.Collect(predicate, result),
        };
        return activation =>
        {
            var list = ElementLoop.Elements(range(activation), out var fault);
            if (list is null)
            {
                return fault.At(offset);
            }

            activation.Recorder?.Observe(new ObservedRange(text, list.Count, list.Incomplete));
            return run(new ElementLoop(activation, list, local)).At(offset);
        };
    }
}
