namespace LandingZone.Cel;

/// <summary>
/// Functions and operators. Errors are looked for before the function is called, so that functions see none.
/// </summary>
internal sealed partial class Compiler
{
    private Evaluator CompileCall(Call call) => call.Function switch
    {
        Operators.And => CompileJunction(call, decisive: false),
        Operators.Or => CompileJunction(call, decisive: true),
        Operators.Not => CompileNot(call),
        Operators.Conditional => CompileConditional(call),
        _ => CompileFunction(call, (CallBinding)tree.Bindings[call]),
    };

    private Evaluator CompileJunction(Call call, bool decisive)
    {
        var (left, right) = (Compile(call.Arguments[0]), Compile(call.Arguments[1]));
        var offset = call.FunctionSpan.Offset;
        return activation =>
        {
            var recorder = activation.Recorder;
            var start = recorder?.Now() ?? default;
            var first = left(activation);
            if (first.IsBool(decisive))
            {
                return first;
            }

            var middle = recorder?.Now() ?? default;
            var second = right(activation);
            if (second.IsBool(decisive))
            {
                recorder?.Forget(start, middle);
                return second;
            }

            return first.Kind == ValueKind.Bool && second.Kind == ValueKind.Bool
                ? second
                : Faults.OfCondition(first, second).At(offset);
        };
    }

    private Evaluator CompileNot(Call call)
    {
        var (operand, offset) = (Compile(call.Arguments[0]), call.FunctionSpan.Offset);
        return activation =>
        {
            var value = operand(activation);
            return value.Kind == ValueKind.Bool ? Value.Of(!value.IsTrue) : Faults.OfCondition(value).At(offset);
        };
    }

    private Evaluator CompileConditional(Call call)
    {
        var (condition, yes, no) = (Compile(call.Arguments[0]), Compile(call.Arguments[1]), Compile(call.Arguments[2]));
        var offset = call.FunctionSpan.Offset;
        return activation =>
        {
            var decision = condition(activation);
            return decision.Kind != ValueKind.Bool
                ? Faults.OfCondition(decision).At(offset)
                : decision.IsTrue ? yes(activation) : no(activation);
        };
    }

    private Evaluator CompileFunction(Call call, CallBinding binding)
    {
        var operands = binding.Operands.Select(Compile).ToArray();
        var offset = call.FunctionSpan.Offset;
        var isSure = binding.Overloads.Count == 1 && !binding.Operands.Any(operand => tree.Types[operand].IsDyn);
        var evaluate = (isSure ? binding.Overloads[0] : null) switch
        {
            { BindSecond: { } bind } overload when _constants.TryGetValue(binding.Operands[^1], out var constant)
                && operands.Length == 2 && !constant.IsError =>
                CallUnary(bind(constant), operands[0], overload.AcceptsIncomplete, offset),
            { Unary: { } unary } overload => CallUnary(unary, operands[0], overload.AcceptsIncomplete, offset),
            { Binary: { } binary } overload =>
                CallBinary(binary, operands[0], operands[1], overload.AcceptsIncomplete, offset),
            _ => CallAny(call, binding.Overloads, operands),
        };
        return Folded(call, evaluate, binding.Operands);
    }

    private static Evaluator CallUnary(
        Func<Value, Value> apply, Evaluator operand, bool acceptsIncomplete, int offset) =>
        activation =>
        {
            var value = operand(activation);
            return Faults.IsUsable(value, acceptsIncomplete) ? apply(value).At(offset) : Faults.Of(value);
        };

    private static Evaluator CallBinary(
        Func<Value, Value, Value> apply, Evaluator left, Evaluator right, bool acceptsIncomplete, int offset) =>
        activation =>
        {
            var first = left(activation);
            if (!Faults.IsUsable(first, acceptsIncomplete))
            {
                return Faults.Of(first);
            }

            var second = right(activation);
            return Faults.IsUsable(second, acceptsIncomplete) ? apply(first, second).At(offset) : Faults.Of(second);
        };

    /// <summary>Chooses the overload by what the operands are.</summary>
    private static Evaluator CallAny(Call call, IReadOnlyList<CelOverload> overloads, Evaluator[] operands)
    {
        var offset = call.FunctionSpan.Offset;
        return activation =>
        {
            var values = new Value[operands.Length];
            for (var index = 0; index < values.Length; index++)
            {
                values[index] = operands[index](activation);
                if (!Faults.IsUsable(values[index], acceptsIncomplete: true))
                {
                    return Faults.Of(values[index]);
                }
            }

            foreach (var overload in overloads)
            {
                if (overload.Takes(values))
                {
                    return Faults.FirstIncomplete(values, overload) ?? overload.Invoke(values).At(offset);
                }
            }

            return Faults.OfNoOverload(call.Function, values).At(offset);
        };
    }
}
