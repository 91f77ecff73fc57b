namespace LandingZone.Cel;

/// <summary>
/// The variables of an evaluation, by slot, and its working memory. One thread uses it at a time and reuses it for the
/// next: what a named expression (<c>let</c>) was worth is kept until a variable is set.
/// </summary>
public sealed class Activation
{
    private Value[] _slots = new Value[8];
    private Value[] _locals = [];
    private int[] _letSlots = [];
    private int _letCount;

    public EvaluationContext Context { get; set; } = EvaluationContext.Empty;

    /// <summary>Elements that the macros of one evaluation may visit; beyond it the result is an error.</summary>
    public int StepLimit { get; init; } = 1_000_000;

    internal int Steps { get; set; }

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
        _letCount = 0;
    }

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
    /// A named expression's value: evaluated at the first read, and anew at each read for a recorder to see.
    /// </summary>
    internal Value Let(int slot, CelProgram program)
    {
        if (Recorder is not null)
        {
            return program.EvaluateNested(this);
        }

        var value = _slots[slot];
        if (value.Kind == ValueKind.Unset)
        {
            value = program.EvaluateNested(this);
            Remember(slot, value);
        }

        return value;
    }

    private void Remember(int slot, Value value)
    {
        if (_letCount == _letSlots.Length)
        {
            Array.Resize(ref _letSlots, Math.Max(4, _letCount * 2));
        }

        _letSlots[_letCount++] = slot;
        _slots[slot] = value;
    }

    private void ForgetLets()
    {
        for (; _letCount > 0; _letCount--)
        {
            _slots[_letSlots[_letCount - 1]] = default;
        }
    }
}
