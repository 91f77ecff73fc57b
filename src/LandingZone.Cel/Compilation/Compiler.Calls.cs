namespace LandingZone.Cel;

/// <summary>
/// Functions and operators. Errors are looked for before the function is called, so that functions see none.
/// </summary>
internal sealed partial class Compiler
{
    private const int SmallConstant = 16;

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
        var isFree = IsFree(call, binding);
        var evaluate = (isSure ? binding.Overloads[0] : null) switch
        {
            { BindSecond: { } bind } overload when _constants.TryGetValue(binding.Operands[^1], out var constant)
                && operands.Length == 2 && !constant.IsError =>
                CallUnary(
                    overload, bind(constant), operands[0], offset, isFree ? 0 : overload.CostWith(constant)),
            { Unary: { } unary } overload =>
                CallUnary(overload, unary, operands[0], offset, isFree ? 0 : overload.Cost),
            { Binary: { } binary } overload =>
                CallBinary(overload, binary, operands[0], operands[1], offset, isFree ? 0 : overload.Cost),
            _ => CallAny(call, binding.Overloads, operands),
        };
        return Folded(call, evaluate, binding.Operands);
    }

    /// <summary>The call takes one short step: its operands are small, or it compares with a small constant.</summary>
    private bool IsFree(Call call, CallBinding binding)
    {
        var isComparison = call.Function is Operators.Equal or Operators.NotEqual;
        return isComparison && _constants.TryGetValue(binding.Operands[^1], out var constant)
            ? Weight.Of(constant) <= SmallConstant
            : IsSmall(tree.Types[call]) && binding.Operands.All(operand => IsSmall(tree.Types[operand]));
    }

    /// <summary>Values of the type are of one size.</summary>
    private static bool IsSmall(CelType type) => type.Kind is ValueKind.Bool or ValueKind.Int or ValueKind.Uint
        or ValueKind.Double or ValueKind.Timestamp or ValueKind.Duration;

    private static Evaluator CallUnary(
        CelOverload overload, Func<Value, Value> apply, Evaluator operand, int offset, int cost)
    {
        var acceptsIncomplete = overload.AcceptsIncomplete;
        return activation =>
        {
            var value = operand(activation);
            return !Faults.IsUsable(value, acceptsIncomplete) ? Faults.Of(value)
                : cost == 0 ? apply(value).At(offset)
                : activation.TryRead(value, cost) ? activation.Made(apply(value)).At(offset)
                : activation.TooCostly().At(offset);
        };
    }

    private static Evaluator CallBinary(
        CelOverload overload, Func<Value, Value, Value> apply, Evaluator left, Evaluator right, int offset, int cost)
    {
        var acceptsIncomplete = overload.AcceptsIncomplete;
        return activation =>
        {
            var first = left(activation);
            if (!Faults.IsUsable(first, acceptsIncomplete))
            {
                return Faults.Of(first);
            }

            var second = right(activation);
            return !Faults.IsUsable(second, acceptsIncomplete) ? Faults.Of(second)
                : cost == 0 ? apply(first, second).At(offset)
                : activation.TryRead(overload, first, second)
                    ? activation.Made(apply(first, second)).At(offset)
                    : activation.TooCostly().At(offset);
        };
    }

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
                    return Faults.FirstIncomplete(values, overload) ?? Invoke(activation, overload, values).At(offset);
                }
            }

            return Faults.OfNoOverload(call.Function, values).At(offset);
        };
    }

    private static Value Invoke(Activation activation, CelOverload overload, Value[] values)
    {
        if (overload.Cost == 0)
        {
            return overload.Invoke(values);
        }

        var isPaid = values is [var first, var second]
            ? activation.TryRead(overload, first, second)
            : Array.TrueForAll(values, value => activation.TryRead(value, overload.Cost));
        return isPaid ? activation.Made(overload.Invoke(values)) : activation.TooCostly();
    }
}
