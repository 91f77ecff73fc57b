namespace LandingZone.Cel;

/// <summary>Fields of records and maps.</summary>
internal static class Fields
{
    /// <summary>Reads a property of a record, and tells the recorder.</summary>
    public static Value Read(Activation activation, object target, ObjectType type, Property property)
    {
        var value = property.Get(target, activation.Context);
        if (value.Kind == ValueKind.Unset)
        {
            value = Faults.Of(value);
        }

        return activation.Recorder?.Observe(target, type, property, value) ?? value;
    }

    /// <summary>A field where the checker could not tell what the operand is, or an entry of a map.</summary>
    public static Value Get(Activation activation, Value operand, Value field) => operand.Kind switch
    {
        ValueKind.Map => Collections.Lookup(operand.AsMap, field),
        ValueKind.Object when operand.ObjectType.Find(field.AsString) is { } property =>
            Read(activation, operand.AsObject, operand.ObjectType, property),
        ValueKind.Unset or ValueKind.Error => Faults.Of(operand),
        _ => Value.OfError($"{RuntimeTypes.NameOf(operand)} has no '{field}'"),
    };

    /// <summary>
    /// Whether a map has the key, or a record's fact has a value; that a fact was not read says neither.
    /// </summary>
    public static Value Has(Activation activation, Value operand, Value field)
    {
        if (operand.Kind == ValueKind.Map)
        {
            return Value.Of(operand.AsMap.TryGet(field, out _));
        }

        return IsPresent(Get(activation, operand, field));
    }

    public static Value IsPresent(Value value) =>
        !value.IsError ? Value.Of(value.Kind != ValueKind.Null) : value.AsError.IsAbsent ? Value.Of(false) : value;
}
