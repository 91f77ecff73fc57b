namespace LandingZone.Cel;

/// <summary>
/// One signature of a function, and what it does. It never sees an error among its arguments, nor an incomplete list
/// unless it <see cref="AcceptsIncomplete"/>: their errors are the result. It must be pure and must not throw.
/// </summary>
public sealed record CelOverload
{
    private CelOverload(bool isMember, IReadOnlyList<CelType> parameters, CelType result)
    {
        IsMember = isMember;
        Parameters = parameters;
        Result = result;
    }

    /// <summary>Called as <c>a.f(b)</c>; the first parameter is then the target.</summary>
    public bool IsMember { get; }

    public IReadOnlyList<CelType> Parameters { get; }

    public CelType Result { get; }

    /// <summary>Incomplete lists reach the function, which then answers for what is not in them.</summary>
    public bool AcceptsIncomplete { get; init; }

    /// <summary>
    /// What is wrong with a constant last argument, such as a pattern: an issue when the expression is compiled.
    /// </summary>
    public Func<Value, CelError?>? CheckLast { get; init; }

    /// <summary>Prepares the function for a second argument that is constant, such as a pattern.</summary>
    public Func<Value, Func<Value, Value>>? BindSecond { get; init; }

    /// <summary>
    /// What the call costs for each element, or for eight characters, of its operands; 0 when it takes one short step
    /// and makes nothing.
    /// </summary>
    internal int Cost { get; init; } = 1;

    /// <summary>The cost where the second argument is this constant; null when it is the same.</summary>
    internal Func<Value, int>? CostOfSecond { get; init; }

    /// <summary>The last parameter may be given any number of times, but at least once.</summary>
    internal bool IsVariadic { get; init; }

    internal Func<Value, Value>? Unary { get; private init; }

    internal Func<Value, Value, Value>? Binary { get; private init; }

    internal Func<Value[], Value>? Many { get; private init; }

    public static CelOverload Global(
        IReadOnlyList<CelType> parameters, CelType result, Func<Value, Value> apply) =>
        new(false, parameters, result) { Unary = apply };

    public static CelOverload Global(
        IReadOnlyList<CelType> parameters, CelType result, Func<Value, Value, Value> apply) =>
        new(false, parameters, result) { Binary = apply };

    public static CelOverload Global(
        IReadOnlyList<CelType> parameters, CelType result, Func<Value[], Value> apply) =>
        new(false, parameters, result) { Many = apply };

    public static CelOverload Member(
        IReadOnlyList<CelType> parameters, CelType result, Func<Value, Value> apply) =>
        new(true, parameters, result) { Unary = apply };

    public static CelOverload Member(
        IReadOnlyList<CelType> parameters, CelType result, Func<Value, Value, Value> apply) =>
        new(true, parameters, result) { Binary = apply };

    public static CelOverload Member(
        IReadOnlyList<CelType> parameters, CelType result, Func<Value[], Value> apply) =>
        new(true, parameters, result) { Many = apply };

    /// <summary>The signature as it is called, such as <c>string.startsWith(string)</c>.</summary>
    public string Describe(string name)
    {
        var parameters = Parameters.Select(parameter => parameter.Name + (IsVariadic ? ", …" : "")).ToArray();
        return IsMember
            ? $"{parameters[0]}.{name}({string.Join(", ", parameters[1..])})"
            : $"{name}({string.Join(", ", parameters)})";
    }

    internal int CostWith(Value second) => CostOfSecond?.Invoke(second) ?? Cost;

    internal bool Accepts(int arguments) =>
        arguments == Parameters.Count || (IsVariadic && arguments > Parameters.Count);

    /// <summary>The type of the parameter that takes the argument of this index.</summary>
    internal CelType ParameterAt(int index) => Parameters[Math.Min(index, Parameters.Count - 1)];

    internal Value Invoke(Value[] arguments) => arguments switch
    {
        [var one] when Unary is not null => Unary(one),
        [var one, var two] when Binary is not null => Binary(one, two),
        _ => Many!(arguments),
    };

    /// <summary>Whether these arguments are of this signature's kinds, where the checker could not know.</summary>
    internal bool Takes(ReadOnlySpan<Value> arguments)
    {
        for (var index = 0; index < arguments.Length; index++)
        {
            if (!Takes(ParameterAt(index), arguments[index]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Takes(CelType parameter, Value argument) =>
        (parameter.Kind is not { } kind || kind == argument.Kind)
        && (parameter is not RecordType { ObjectType: var type } || type == argument.ObjectType)
        && (!ReferenceEquals(parameter, CelType.Number) || argument.IsNumber);
}
