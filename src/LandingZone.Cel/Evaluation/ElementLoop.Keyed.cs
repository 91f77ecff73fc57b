namespace LandingZone.Cel;

/// <summary>
/// The macros that need a key of every element. A key that was not read leaves open where its element belongs.
/// </summary>
internal readonly partial struct ElementLoop
{
    public Value SortBy(Evaluator key)
    {
        var keys = Keys(key, out var fault);
        return keys is null ? fault : ListOrder.SortBy(list, keys);
    }

    /// <summary>The elements by key; the keys are in the order in which they first occur.</summary>
    public Value GroupBy(Evaluator key)
    {
        if (Keys(key, out var fault) is not { } keys)
        {
            return fault;
        }

        var groups = new Dictionary<Value, List<Value>>();
        for (var index = 0; index < keys.Count; index++)
        {
            if (!CelMap.CanBeKey(keys[index].Kind))
            {
                return Value.OfError($"{RuntimeTypes.NameOf(keys[index])} cannot be the key of a map");
            }

            if (!groups.TryGetValue(keys[index], out var group))
            {
                groups[keys[index]] = group = [];
            }

            group.Add(list[index]);
        }

        return Value.Of(CelMap.Of(groups.ToDictionary(
            group => group.Key,
            group => Value.Of(CelList.Of(group.Value)))));
    }

    /// <summary>What an element's key or an entry's result was not read for is missing in the map, so there is none.</summary>
    public Value ToMap(Evaluator predicate, Evaluator result)
    {
        if (list.Incomplete is { } why)
        {
            return Value.OfError(why);
        }

        var evidence = new ElementEvidence(activation.Recorder);
        var entries = new Dictionary<Value, Value>();
        for (var index = 0; index < list.Count; index++)
        {
            if (!TryStart(index, ref evidence, out var stop))
            {
                return stop;
            }

            var key = activation.Locals[local];
            var holds = predicate(activation);
            var value = holds.IsTrue ? result(activation) : Value.Null;
            if (holds.Kind != ValueKind.Bool || value.Kind <= ValueKind.Error)
            {
                evidence.Decide();
                return holds.Kind != ValueKind.Bool ? Faults.OfCondition(holds) : Faults.Of(value);
            }

            if (holds.IsTrue)
            {
                entries[key] = value;
            }

            evidence.EndElement(isNotable: holds.IsTrue);
        }

        return Value.Of(CelMap.Of(entries));
    }

    /// <summary>
    /// The groups of elements whose address blocks overlap. An element whose blocks were not read is left out, and the
    /// result is incomplete for that reason; so are the groups, as one more element may belong to any of them.
    /// </summary>
    public Value Overlapping(Evaluator blocks)
    {
        var evidence = new ElementEvidence(activation.Recorder);
        var sweep = new CidrSweep(list.Incomplete);
        for (var index = 0; index < list.Count; index++)
        {
            if (!TryStart(index, ref evidence, out var stop))
            {
                return stop;
            }

            if (sweep.Add(index, blocks(activation)) is { } fault)
            {
                evidence.Decide();
                return fault;
            }

            evidence.EndElement(isNotable: true);
        }

        return sweep.Groups(list);
    }

    private List<Value>? Keys(Evaluator key, out Value fault)
    {
        fault = list.Incomplete is { } why ? Value.OfError(why) : default;
        if (fault.IsError)
        {
            return null;
        }

        var evidence = new ElementEvidence(activation.Recorder);
        var keys = new List<Value>(list.Count);
        for (var index = 0; index < list.Count; index++)
        {
            if (!TryStart(index, ref evidence, out fault))
            {
                return null;
            }

            var value = key(activation);
            if (value.Kind <= ValueKind.Error)
            {
                evidence.Decide();
                fault = Faults.Of(value);
                return null;
            }

            keys.Add(value);
            evidence.EndElement(isNotable: true);
        }

        return keys;
    }
}
