namespace LandingZone.Cel;

/// <summary>What a node of the tree means.</summary>
internal abstract record Binding;

internal sealed record ConstantBinding(Value Value) : Binding;

internal sealed record VariableBinding(int Slot, CelProgram? Let) : Binding;

/// <summary>The variable of a macro.</summary>
internal sealed record LocalBinding(int Index) : Binding;

internal sealed record PropertyBinding(ObjectType Type, Property Property) : Binding;

/// <param name="Overloads">All that may apply; what the operands are at run time decides between several.</param>
/// <param name="Operands">The target, if the function has one, and the arguments.</param>
internal sealed record CallBinding(IReadOnlyList<CelOverload> Overloads, IReadOnlyList<Expr> Operands) : Binding;

/// <summary>The syntax tree with the types and meanings that the checker found.</summary>
internal sealed class CheckedTree(Expr root)
{
    public Expr Root { get; } = root;

    public Dictionary<Expr, CelType> Types { get; } = new(ReferenceEqualityComparer.Instance);

    public Dictionary<Expr, Binding> Bindings { get; } = new(ReferenceEqualityComparer.Instance);

    public HashSet<(ObjectType, Property)> Properties { get; } = [];

    /// <summary>The macros' variables, those of the named expressions included, are below this index.</summary>
    public int LocalsEnd { get; set; }
}
