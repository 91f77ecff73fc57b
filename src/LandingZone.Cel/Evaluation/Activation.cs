namespace LandingZone.Cel;

/// <summary>
/// The variables of an evaluation, by slot, and its working memory. One thread uses it at a time and reuses it for the
/// next: what a named expression (<c>let</c>) was worth is kept until a variable is set.
/// </summary>
public sealed class Activation
{
    private const long MakingCost = 8;

    private Value[] _slots = new Value[8];
    private Value[] _locals = [];
    private (CelProgram? Program, Value Value)[] _lets = [];
    private int _letsEnd;
    private Value _prepared;

    public EvaluationContext Context
    {
        get;
        set
        {
            ForgetLets();
            field = value;
        }
    } = EvaluationContext.Empty;

    /// <summary>Elements that the macros of one evaluation may visit; beyond it the result is an error.</summary>
    public int StepLimit { get; init; } = 1_000_000;

    /// <summary>
    /// What one evaluation may cost; beyond it the result is an error. A call costs the elements that it reads and
    /// eight times those that it makes, where eight characters are an element; a macro costs its parts for each
    /// element.
    /// </summary>
    public long CostLimit { get; init; } = 50_000_000;

    internal int Steps { get; private set; }

    internal long Cost { get; private set; }

    internal bool IsExhausted => Cost > CostLimit;

    internal Value[] Locals => _locals;

    internal Recorder? Recorder => Context.Recorder;

    public Value this[int slot]
    {
        get => slot < _slots.Length ? _slots[slot] : default;
        set => Set(slot, value);
    }

    public void Set(int slot, Value value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(slot);
        Reserve(slot + 1, 0);
        ForgetLets();
        _slots[slot] = value;
    }

    /// <summary>Unsets every variable.</summary>
    public void Reset()
    {
        Array.Clear(_slots);
        Array.Clear(_locals);
        ForgetLets();
    }

    /// <summary>A new evaluation begins.</summary>
    internal void Restart()
    {
        Steps = 0;
        Cost = 0;
        _prepared = default;
    }

    /// <summary>Counts an element that a macro visits; false when there were too many.</summary>
    internal bool TryStep(int cost)
    {
        Steps++;
        Cost += cost;
        return Steps <= StepLimit && Cost <= CostLimit;
    }

    private bool TrySpend(long cost)
    {
        Cost += cost;
        return Cost <= CostLimit;
    }

    /// <summary>Pays for a value that a function looks at.</summary>
    internal bool TryRead(in Value value, int factor) =>
        HasWeight(value) ? TrySpend((long)factor * Weight.Of(value)) : !IsExhausted;

    /// <summary>
    /// Pays for both operands; the second may be one that is worth preparing for, such as a pattern, which is paid for
    /// when it is another than the last time.
    /// </summary>
    internal bool TryRead(CelOverload overload, in Value first, in Value second)
    {
        if (overload.CostOfSecond is null)
        {
            return TryRead(first, overload.Cost) && TryRead(second, overload.Cost);
        }

        var isKnown = _prepared == second;
        _prepared = second;
        return TryRead(second, isKnown ? 1 : overload.Cost) && TryRead(first, overload.CostWith(second));
    }

    /// <summary>Pays for a value that was made, which must not be too large.</summary>
    internal Value Made(Value value)
    {
        if (!HasWeight(value))
        {
            return value;
        }

        var weight = Weight.Of(value);
        return !TrySpend(MakingCost * Math.Min(weight, Weight.Max)) ? TooCostly()
            : weight > Weight.Max ? Weight.TooLarge
            : Weight.DepthOf(value) > Weight.MaxDepth ? Weight.TooDeep
            : value;
    }

    internal Value TooCostly() => Value.OfError(Steps > StepLimit
        ? $"more than {StepLimit} elements were visited"
        : $"the evaluation costs more than {CostLimit}: it reads or makes too many elements or characters");

    internal void Reserve(int slots, int locals)
    {
        if (slots > _slots.Length)
        {
            Array.Resize(ref _slots, Math.Max(slots, _slots.Length * 2));
        }

        if (locals > _locals.Length)
        {
            Array.Resize(ref _locals, locals);
        }
    }

    internal ref readonly Value Slot(int slot) => ref _slots[slot];

    /// <summary>
    /// A named expression's value: evaluated at the first read, and anew at each read for a recorder to see. Another
    /// environment may have a variable or another expression in this slot, so it is kept apart and by program.
    /// </summary>
    internal Value Let(int slot, CelProgram program)
    {
        if (Recorder is not null)
        {
            return program.EvaluateNested(this);
        }

        if (slot >= _lets.Length)
        {
            Array.Resize(ref _lets, Math.Max(slot + 1, _slots.Length));
        }

        if (!ReferenceEquals(_lets[slot].Program, program))
        {
            var value = program.EvaluateNested(this);
            _lets[slot] = (program, value);
            _letsEnd = Math.Max(_letsEnd, slot + 1);
        }

        return _lets[slot].Value;
    }

    private static bool HasWeight(in Value value) =>
        value.Kind is ValueKind.String or ValueKind.Bytes or ValueKind.List or ValueKind.Map;

    private void ForgetLets()
    {
        Array.Clear(_lets, 0, _letsEnd);
        _letsEnd = 0;
    }
}
