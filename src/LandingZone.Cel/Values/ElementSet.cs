namespace LandingZone.Cel;

/// <summary>A list's elements, to look values up without a scan.</summary>
internal sealed class ElementSet
{
    private readonly HashSet<Value> _known = [];
    private readonly List<Value> _faulty = [];
    private readonly CelError? _incomplete;

    public ElementSet(CelList list)
    {
        _incomplete = list.Incomplete;
        foreach (var value in list.Values)
        {
            if (Faults.Within(value) is null)
            {
                _known.Add(value);
            }
            else
            {
                _faulty.Add(value);
            }
        }
    }

    /// <summary>
    /// True once found; otherwise an element that is an error, or what may be missing, leaves it open.
    /// </summary>
    public Value Contains(Value value)
    {
        if (_known.Contains(value))
        {
            return Value.Of(true);
        }

        var error = Faults.Within(value);
        for (var index = 0; index < _faulty.Count && error is null; index++)
        {
            var equal = Equality.Compare(value, _faulty[index]);
            error = equal.IsError ? equal.AsError : null;
        }

        error ??= _incomplete;
        return error is null ? Value.Of(false) : Value.OfError(error);
    }
}
