namespace LandingZone.Cel;

/// <summary>
/// A compiled expression. It may be evaluated by many threads, each with its own <see cref="Activation"/>.
/// </summary>
public sealed class CelProgram
{
    private readonly Evaluator _evaluator;
    private readonly int _slots;

    internal CelProgram(string source, CheckedTree tree, int slots)
    {
        Source = source;
        Expression = tree.Root;
        Type = tree.Types[tree.Root] is { IsDyn: false } type ? type : CelType.Dyn;
        Properties = tree.Properties;
        LocalsEnd = tree.LocalsEnd;
        _slots = slots;
        _evaluator = Compiler.Compile(tree, source);
    }

    public string Source { get; }

    public Expr Expression { get; }

    public CelType Type { get; }

    /// <summary>All facts that the expression names, also through named expressions.</summary>
    public IReadOnlyCollection<(ObjectType Type, Property Property)> Properties { get; }

    internal int LocalsEnd { get; }

    /// <summary>The value, or an error as a value. Never throws unless a getter does.</summary>
    public Value Evaluate(Activation activation)
    {
        activation.Reserve(_slots, LocalsEnd);
        activation.Restart();
        var value = _evaluator(activation);
        return value.Kind == ValueKind.Unset ? Faults.Of(value) : value;
    }

    /// <summary>As a named expression within an evaluation that has begun.</summary>
    internal Value EvaluateNested(Activation activation) => _evaluator(activation);
}
