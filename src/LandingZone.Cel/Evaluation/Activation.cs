namespace LandingZone.Cel;

/// <summary>
/// The variables of an evaluation, by slot, and its working memory. One thread uses it at a time and reuses it for the
/// next: what a named expression (<c>let</c>) was worth is kept until a variable is set.
/// </summary>
public sealed class Activation
{
    private Value[] _slots = new Value[8];
    private Value[] _locals = [];
    private (CelProgram? Program, Value Value)[] _lets = [];
    private int _letsEnd;

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
        ForgetLets();
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

    private void ForgetLets()
    {
        Array.Clear(_lets, 0, _letsEnd);
        _letsEnd = 0;
    }
}
