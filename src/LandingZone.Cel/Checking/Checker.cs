namespace LandingZone.Cel;

/// <summary>
/// Finds the type and meaning of every node, and all that is wrong. What has an issue is dyn, so as not to echo.
/// </summary>
internal sealed partial class Checker
{
    private readonly CelEnvironment _environment;
    private readonly List<CelIssue> _issues;
    private readonly CheckedTree _tree;
    private readonly List<(string Name, CelType Type, int Index)> _locals = [];

    private Checker(CelEnvironment environment, Expr root, List<CelIssue> issues)
    {
        _environment = environment;
        _issues = issues;
        _tree = new CheckedTree(root) { LocalsEnd = environment.LocalsStart };
    }

    public static CheckedTree Check(CelEnvironment environment, Expr root, List<CelIssue> issues)
    {
        var checker = new Checker(environment, root, issues);
        checker.TypeOf(root);
        return checker._tree;
    }

    private CelType TypeOf(Expr expr)
    {
        var type = expr switch
        {
            Literal literal => RuntimeTypes.Of(literal.Value),
            Name name => NameType(name),
            Select select => SelectType(select),
            Has has => HasType(has),
            Call call => CallType(call),
            ListLiteral list => ListLiteralType(list),
            MapLiteral map => MapLiteralType(map),
            MessageLiteral message => MessageType(message),
            Comprehension comprehension => ComprehensionType(comprehension),
            Bind bind => BindType(bind),
            _ => throw new InvalidOperationException($"No type for {expr.GetType().Name}"),
        };
        if (type.Depth > Parser.MaxHeight)
        {
            type = Report(expr.Span, $"lists and maps nested deeper than {Parser.MaxHeight} levels");
        }

        _tree.Types[expr] = type;
        return type;
    }

    private CelType Report(TextSpan span, string message)
    {
        _issues.Add(new CelIssue(span.Offset, span.Length, message));
        return CelType.Dyn;
    }

    private CelType NameType(Name name)
    {
        if (!name.IsAbsolute && FindLocal(name.Id) is var (_, type, index))
        {
            _tree.Bindings[name] = new LocalBinding(index);
            return type;
        }

        return BindGlobal(name, name.Id)
            ?? Report(name.Span, $"no variable '{name.Id}'{Spelling.Suggest(name.Id, KnownNames())}");
    }

    private IEnumerable<string> KnownNames() =>
        _environment.Variables.Select(variable => variable.Name).Concat(_locals.Select(local => local.Name));

    private (string Name, CelType Type, int Index)? FindLocal(string name)
    {
        var index = _locals.FindLastIndex(local => local.Name == name);
        return index < 0 ? null : _locals[index];
    }

    /// <summary>The variable or type of this name, which may have dots; null when there is none.</summary>
    private CelType? BindGlobal(Expr expr, string name)
    {
        if (_environment.FindVariable(name) is { } variable)
        {
            _tree.Bindings[expr] = new VariableBinding(variable.Slot, variable.Let);
            _tree.Properties.UnionWith(variable.Let?.Properties ?? []);
            return variable.Type;
        }

        if (RuntimeTypes.Names.TryGetValue(name, out var type))
        {
            _tree.Bindings[expr] = new ConstantBinding(Value.Of(type));
            return CelType.Type;
        }

        return null;
    }

    private CelType SelectType(Select select)
    {
        if (QualifiedName(select) is { } name && BindGlobal(select, name) is { } type)
        {
            return type;
        }

        return FieldType(select, select.Operand, select.Field, select.FieldSpan);
    }

    private CelType HasType(Has has)
    {
        FieldType(has, has.Operand, has.Field, has.FieldSpan);
        return CelType.Bool;
    }

    private CelType FieldType(Expr expr, Expr operand, string field, TextSpan span)
    {
        switch (TypeOf(operand))
        {
            case RecordType { ObjectType: var record }:
                return PropertyType(expr, record, field, span);
            case MapType map when map.Key.IsDyn || map.Key.Kind == ValueKind.String:
                return map.Value;
            case { IsDyn: true }:
                return CelType.Dyn;
            case var other:
                return Report(span, $"{other} has no fields{Hints.ForField(other, field)}");
        }
    }

    private CelType PropertyType(Expr expr, ObjectType record, string field, TextSpan span)
    {
        if (record.Find(field) is not { } property)
        {
            return Report(span, $"{record} has no '{field}'{Spelling.Suggest(field, record.PropertyNames)}");
        }

        _tree.Bindings[expr] = new PropertyBinding(record, property);
        _tree.Properties.Add((record, property));
        return property.Type;
    }

    /// <summary>The dotted name that the expression may be; null when it starts with the variable of a macro.</summary>
    private string? QualifiedName(Expr expr) => expr switch
    {
        Name name => name.IsAbsolute || FindLocal(name.Id) is null ? name.Id : null,
        Select select when QualifiedName(select.Operand) is { } prefix => $"{prefix}.{select.Field}",
        _ => null,
    };

    private CelType ListLiteralType(ListLiteral list) => CelType.List(JoinAll(list.Elements));

    private CelType MapLiteralType(MapLiteral map)
    {
        var key = JoinAll(map.Entries.Select(entry => entry.Key));
        var value = JoinAll(map.Entries.Select(entry => entry.Value));
        CheckKeys(map.Entries.Select(entry => entry.Key));
        return CelType.Map(KeyOrDyn(key), value);
    }

    /// <summary>What cannot be a key is an issue already; a key that is a map would double the type's size.</summary>
    private static CelType KeyOrDyn(CelType key) => CelMap.CanBeKey(key.Kind) ? key : CelType.Dyn;

    private void CheckKeys(IEnumerable<Expr> keys)
    {
        var seen = new HashSet<Value>();
        foreach (var key in keys)
        {
            if (_tree.Types[key] is { IsDyn: false } type && !CelMap.CanBeKey(type.Kind))
            {
                Report(key.Span, $"{type} cannot be the key of a map: bool, int, uint and string can");
            }
            else if (key is Literal literal && !seen.Add(literal.Value))
            {
                Report(key.Span, $"the key '{literal.Value}' is there twice");
            }
        }
    }

    private CelType JoinAll(IEnumerable<Expr> parts) =>
        parts.Select(TypeOf).ToList().Aggregate(CelType.Free, (all, type) => TypeMatch.Join(all, type) ?? CelType.Dyn);

    private CelType MessageType(MessageLiteral message)
    {
        foreach (var (_, value) in message.Fields)
        {
            TypeOf(value);
        }

        return Report(
            message.Span,
            $"no message type '{message.Type}': expressions read records, they do not make them");
    }
}
