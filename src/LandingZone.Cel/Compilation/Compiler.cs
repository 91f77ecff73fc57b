namespace LandingZone.Cel;

/// <summary>Makes closures of a checked tree. What is constant is worked out here, once.</summary>
internal sealed partial class Compiler(CheckedTree tree, string source)
{
    private const int FoldingLimit = 1_000_000;

    private readonly Activation _folding = new() { CostLimit = FoldingLimit };
    private readonly Dictionary<Expr, Value> _constants = new(ReferenceEqualityComparer.Instance);

    public static Evaluator Compile(CheckedTree tree, string source) => new Compiler(tree, source).Compile(tree.Root);

    private Evaluator Compile(Expr expr) => expr switch
    {
        Literal literal => Constant(literal, literal.Value),
        Name name => CompileGlobal(name),
        Select select => CompileSelect(select),
        Has has => CompileHas(has),
        Call call => CompileCall(call),
        ListLiteral list => CompileList(list),
        MapLiteral map => CompileMap(map),
        Comprehension comprehension => CompileComprehension(comprehension),
        Bind bind => CompileBind(bind),
        _ => throw new InvalidOperationException($"The checker let {expr.GetType().Name} pass"),
    };

    private Evaluator Constant(Expr expr, Value value)
    {
        _constants[expr] = value;
        return _ => value;
    }

    private Evaluator CompileGlobal(Expr expr)
    {
        switch (tree.Bindings[expr])
        {
            case ConstantBinding constant:
                return Constant(expr, constant.Value);
            case LocalBinding { Index: var index }:
                return activation => activation.Locals[index];
            case VariableBinding { Slot: var slot, Let: { } let }:
                return activation => activation.Let(slot, let);
            case VariableBinding { Slot: var slot }:
                var unset = NotSet(expr);
                return activation => activation.Slot(slot) is { Kind: not ValueKind.Unset } value ? value : unset;
            case var other:
                throw new InvalidOperationException($"{other} is no variable");
        }
    }

    private Value NotSet(Expr variable) =>
        Value.OfError($"'{TextOf(variable)}' was not set").At(variable.Span.Offset);

    private string TextOf(Expr expr) => source.Substring(expr.Span.Offset, expr.Span.Length);

    private Evaluator CompileSelect(Select select)
    {
        if (!tree.Bindings.TryGetValue(select, out var binding))
        {
            var (operand, field, offset) = (Compile(select.Operand), Value.Of(select.Field), select.FieldSpan.Offset);
            return activation => Fields.Get(activation, operand(activation), field).At(offset);
        }

        return binding is PropertyBinding property
            ? CompileProperty(select.Operand, property, select.FieldSpan.Offset)
            : CompileGlobal(select);
    }

    private Evaluator CompileProperty(Expr operand, PropertyBinding binding, int offset)
    {
        var (type, property) = (binding.Type, binding.Property);
        switch (tree.Bindings.GetValueOrDefault(operand))
        {
            // Most facts are read of a variable, which need not be copied for that.
            case LocalBinding { Index: var index }:
                return activation => ReadProperty(activation, in activation.Locals[index], type, property, offset);
            case VariableBinding { Slot: var slot, Let: null }:
                var notSet = NotSet(operand);
                return activation =>
                {
                    ref readonly var value = ref activation.Slot(slot);
                    return value.Kind == ValueKind.Unset
                        ? notSet
                        : ReadProperty(activation, in value, type, property, offset);
                };
        }

        var target = Compile(operand);
        return activation => ReadProperty(activation, target(activation), type, property, offset);
    }

    private static Value ReadProperty(
        Activation activation, in Value target, ObjectType type, Property property, int offset) =>
        target.Kind == ValueKind.Object
            ? Fields.Read(activation, target.Reference!, type, property)
            : Faults.Of(target).At(offset);

    private Evaluator CompileHas(Has has)
    {
        var offset = has.FieldSpan.Offset;
        if (tree.Bindings.GetValueOrDefault(has) is PropertyBinding property)
        {
            var read = CompileProperty(has.Operand, property, offset);
            return activation => Fields.IsPresent(read(activation));
        }

        var (operand, field) = (Compile(has.Operand), Value.Of(has.Field));
        return activation => Fields.Has(activation, operand(activation), field).At(offset);
    }

    private Evaluator CompileList(ListLiteral list)
    {
        var (elements, offset) = (list.Elements.Select(Compile).ToArray(), list.Span.Offset);
        Evaluator evaluate = activation =>
        {
            var values = new Value[elements.Length];
            for (var index = 0; index < values.Length; index++)
            {
                values[index] = elements[index](activation);
                if (values[index].IsError)
                {
                    return values[index];
                }
            }

            return activation.Made(Value.Of(CelList.Of(values))).At(offset);
        };
        return Folded(list, evaluate, list.Elements);
    }

    private Evaluator CompileMap(MapLiteral map)
    {
        var entries = map.Entries.Select(entry => (Key: Compile(entry.Key), Value: Compile(entry.Value))).ToArray();
        var offset = map.Span.Offset;
        Evaluator evaluate = activation =>
        {
            var values = new Dictionary<Value, Value>(entries.Length);
            foreach (var entry in entries)
            {
                var (key, value) = (entry.Key(activation), entry.Value(activation));
                if (key.IsError || value.IsError)
                {
                    return key.IsError ? key : value;
                }

                if (!CelMap.CanBeKey(key.Kind))
                {
                    return Value.OfError($"{RuntimeTypes.NameOf(key)} cannot be the key of a map").At(offset);
                }

                if (!values.TryAdd(key, value))
                {
                    return Value.OfError($"the key '{key}' is there twice").At(offset);
                }
            }

            return activation.Made(Value.Of(CelMap.Of(values))).At(offset);
        };
        return Folded(map, evaluate, [.. map.Entries.SelectMany(entry => new[] { entry.Key, entry.Value })]);
    }

    /// <summary>
    /// Evaluates at once what has only constant parts. Its error, if it has one, stays a value; what costs too much is
    /// left for the evaluation.
    /// </summary>
    private Evaluator Folded(Expr expr, Evaluator evaluate, IReadOnlyList<Expr> parts)
    {
        if (_folding.IsExhausted || !parts.All(_constants.ContainsKey))
        {
            return evaluate;
        }

        var value = evaluate(_folding);
        return _folding.IsExhausted ? evaluate : Constant(expr, value);
    }
}
