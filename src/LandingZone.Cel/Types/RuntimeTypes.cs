namespace LandingZone.Cel;

/// <summary>The type of a value at run time, which for lists and maps says nothing of their elements.</summary>
internal static class RuntimeTypes
{
    private static readonly CelType AnyList = CelType.List(CelType.Dyn);
    private static readonly CelType AnyMap = CelType.Map(CelType.Dyn, CelType.Dyn);

    /// <summary>The names of types that may stand in an expression, such as <c>type(x) == int</c>.</summary>
    public static readonly IReadOnlyDictionary<string, CelType> Names = new CelType[]
    {
        CelType.Bool, CelType.Int, CelType.Uint, CelType.Double, CelType.String, CelType.Bytes, CelType.Null,
        CelType.Type, CelType.Timestamp, CelType.Duration, AnyList, AnyMap, Networks.Ip, Networks.Cidr,
    }.ToDictionary(type => type.RuntimeName);

    public static CelType Of(Value value) => value.Kind switch
    {
        ValueKind.Null => CelType.Null,
        ValueKind.Bool => CelType.Bool,
        ValueKind.Int => CelType.Int,
        ValueKind.Uint => CelType.Uint,
        ValueKind.Double => CelType.Double,
        ValueKind.String => CelType.String,
        ValueKind.Bytes => CelType.Bytes,
        ValueKind.Timestamp => CelType.Timestamp,
        ValueKind.Duration => CelType.Duration,
        ValueKind.List => AnyList,
        ValueKind.Map => AnyMap,
        ValueKind.Object => CelType.Object(value.ObjectType),
        ValueKind.Type => CelType.Type,
        _ => CelType.Dyn,
    };

    public static string NameOf(Value value) => Of(value) switch
    {
        ListType => "list",
        MapType => "map",
        var type => type.Name,
    };
}
