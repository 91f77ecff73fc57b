namespace LandingZone.Cel;

/// <summary>Matches arguments with one signature, whose type parameters take the types found.</summary>
internal sealed class TypeMatch
{
    private readonly Dictionary<string, CelType> _found = [];

    public bool Accepts(CelType parameter, CelType argument) => (parameter, argument) switch
    {
        (TypeParameter { Name: var name }, _) => Bind(name, argument),
        _ when parameter.IsDyn || argument.IsDyn => true,
        _ when ReferenceEquals(parameter, CelType.Number) => IsNumber(argument),
        (ListType wanted, ListType given) => Accepts(wanted.Element, given.Element),
        (MapType wanted, MapType given) => Accepts(wanted.Key, given.Key) && Accepts(wanted.Value, given.Value),
        _ => Join(parameter, argument) is not null,
    };

    /// <summary>The type with its parameters replaced by what they were found to be.</summary>
    public CelType Substitute(CelType type) => type switch
    {
        TypeParameter { Name: var name } => _found.GetValueOrDefault(name, CelType.Dyn),
        ListType list => CelType.List(Substitute(list.Element)),
        MapType map => CelType.Map(Substitute(map.Key), Substitute(map.Value)),
        _ => type,
    };

    /// <summary>The type that holds the values of both; null where only dyn would.</summary>
    public static CelType? Join(CelType one, CelType other) => (one, other) switch
    {
        _ when ReferenceEquals(one, other) || ReferenceEquals(other, CelType.Free) => one,
        _ when ReferenceEquals(one, CelType.Free) => other,
        _ when one.IsDyn || other.IsDyn => CelType.Dyn,
        (ListType a, ListType b) => Join(a.Element, b.Element) is { } element ? CelType.List(element) : null,
        (MapType a, MapType b) => Join(a.Key, b.Key) is { } key && Join(a.Value, b.Value) is { } value
            ? CelType.Map(key, value)
            : null,
        (RecordType a, RecordType b) => ReferenceEquals(a.ObjectType, b.ObjectType) ? one : null,
        (EnumType a, EnumType b) when a.Values.SequenceEqual(b.Values) => one,
        _ => one.Kind == ValueKind.String && other.Kind == ValueKind.String ? CelType.String : null,
    };

    /// <summary>Whether values of the two types can ever be equal; numbers can across their types.</summary>
    public static bool Comparable(CelType one, CelType other) => (one, other) switch
    {
        (ListType a, ListType b) => Comparable(a.Element, b.Element),
        (MapType a, MapType b) => Comparable(a.Key, b.Key) && Comparable(a.Value, b.Value),
        (EnumType a, EnumType b) => a.Values.Intersect(b.Values).Any(),
        _ => (IsNumber(one) && IsNumber(other)) || Join(one, other) is not null,
    };

    public static bool IsNumber(CelType type) => type.Kind is ValueKind.Int or ValueKind.Uint or ValueKind.Double;

    private bool Bind(string name, CelType argument)
    {
        if (!_found.TryGetValue(name, out var before))
        {
            _found[name] = argument;
            return true;
        }

        if (Join(before, argument) is not { } joined)
        {
            return false;
        }

        _found[name] = joined;
        return true;
    }
}
