namespace LandingZone.Cel;

/// <summary>
/// The loops of the macros over a list's elements, each of which is set as a local before a part is evaluated.
/// </summary>
/// <param name="map">What the list holds the keys of, if it does.</param>
/// <param name="cost">Of each element.</param>
/// <param name="hasSecond">The element or value is a local of its own, after that of the index or key.</param>
internal readonly partial struct ElementLoop(
    Activation activation, CelList list, int local, CelMap? map, bool hasSecond, int cost)
{
    /// <summary>The elements of a list or the keys of a map; null, and why, for anything else.</summary>
    public static CelList? Elements(Value range, out Value fault)
    {
        fault = default;
        switch (range.Kind)
        {
            case ValueKind.List:
                return range.AsList;
            case ValueKind.Map:
                return CelList.Of([.. range.AsMap.Keys]);
            case ValueKind.Error or ValueKind.Unset:
                fault = Faults.Of(range);
                return null;
            default:
                fault = Value.OfError($"a macro runs over a list or a map, not over {RuntimeTypes.NameOf(range)}");
                return null;
        }
    }

    /// <summary>
    /// <c>all</c>, which a false element decides, and <c>exists</c>, which a true one does, whatever errs beside it.
    /// </summary>
    public Value Quantify(Evaluator predicate, bool decisive)
    {
        var evidence = new ElementEvidence(activation.Recorder);
        var error = (CelError?)null;
        for (var index = 0; index < list.Count; index++)
        {
            if (!TryStart(index, ref evidence, out var stop))
            {
                return stop;
            }

            var holds = predicate(activation);
            if (holds.IsBool(decisive))
            {
                evidence.Decide();
                return holds;
            }

            error = holds.Kind == ValueKind.Bool ? error : CelError.First(error, Faults.OfCondition(holds).AsError);
            evidence.EndElement(isNotable: holds.Kind != ValueKind.Bool);
        }

        error ??= list.Incomplete;
        return error is null ? Value.Of(!decisive) : Value.OfError(error);
    }

    /// <summary>Needs to know all elements, as one more would change the answer.</summary>
    public Value ExistsOne(Evaluator predicate)
    {
        var evidence = new ElementEvidence(activation.Recorder);
        var error = list.Incomplete;
        var found = 0;
        for (var index = 0; index < list.Count; index++)
        {
            if (!TryStart(index, ref evidence, out var stop))
            {
                return stop;
            }

            var holds = predicate(activation);
            found += holds.IsTrue ? 1 : 0;
            error = holds.Kind == ValueKind.Bool ? error : CelError.First(error, Faults.OfCondition(holds).AsError);
            evidence.EndElement(isNotable: !holds.IsBool(false));
        }

        return error is null ? Value.Of(found == 1) : Value.OfError(error);
    }

    /// <summary>
    /// <c>filter</c> and <c>map</c>. An element whose predicate was not read is left out, and the result is incomplete
    /// for that reason; any other error is the result.
    /// </summary>
    public Value Collect(Evaluator predicate, Evaluator result)
    {
        var evidence = new ElementEvidence(activation.Recorder);
        var incomplete = list.Incomplete;
        var values = new List<Value>();
        for (var index = 0; index < list.Count; index++)
        {
            if (!TryStart(index, ref evidence, out var stop))
            {
                return stop;
            }

            var holds = predicate(activation);
            if (holds.IsTrue)
            {
                var value = result(activation);
                if (value.IsError)
                {
                    evidence.Decide();
                    return value;
                }

                values.Add(value);
            }
            else if (holds.IsError && holds.AsError.IsUnread)
            {
                incomplete ??= holds.AsError;
            }
            else if (holds.Kind != ValueKind.Bool)
            {
                evidence.Decide();
                return Faults.OfCondition(holds);
            }

            evidence.EndElement(isNotable: !holds.IsBool(false));
        }

        return Value.Of(CelList.Of(values, incomplete));
    }

    private bool TryStart(int index, ref ElementEvidence evidence, out Value stop)
    {
        if (hasSecond)
        {
            SetPair(index);
        }
        else
        {
            activation.Locals[local] = list[index];
        }

        evidence.StartElement();
        var isWithin = activation.TryStep(cost);
        stop = isWithin ? default : activation.TooCostly();
        return isWithin;
    }

    /// <summary>In an incomplete list no element's index is known.</summary>
    private void SetPair(int index)
    {
        var element = list[index];
        if (map is not null)
        {
            activation.Locals[local] = element;
            activation.Locals[local + 1] = map.TryGet(element, out var value) ? value : default;
        }
        else
        {
            activation.Locals[local] = list.Incomplete is { } why ? Value.OfError(why) : Value.Of(index);
            activation.Locals[local + 1] = element;
        }
    }
}
