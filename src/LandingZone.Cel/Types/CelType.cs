using System.Diagnostics.CodeAnalysis;

namespace LandingZone.Cel;

/// <summary>
/// The static type of an expression. The checker works with these; at run time the language knows only
/// <see cref="RuntimeName"/>: every list is a <c>list</c>.
/// </summary>
public abstract class CelType
{
    public static readonly CelType Dyn = new SimpleType("dyn", null);
    public static readonly CelType Null = new SimpleType("null_type", ValueKind.Null);
    public static readonly CelType Bool = new SimpleType("bool", ValueKind.Bool);
    public static readonly CelType Int = new SimpleType("int", ValueKind.Int);
    public static readonly CelType Uint = new SimpleType("uint", ValueKind.Uint);
    public static readonly CelType Double = new SimpleType("double", ValueKind.Double);
    public static readonly CelType String = new SimpleType("string", ValueKind.String);
    public static readonly CelType Bytes = new SimpleType("bytes", ValueKind.Bytes);
    public static readonly CelType Timestamp = new SimpleType("timestamp", ValueKind.Timestamp);
    public static readonly CelType Duration = new SimpleType("duration", ValueKind.Duration);

    /// <summary>The type of types.</summary>
    public static readonly CelType Type = new SimpleType("type", ValueKind.Type);

    /// <summary>The type of the elements of <c>[]</c>: it gives way to any other.</summary>
    internal static readonly CelType Free = new SimpleType("dyn", null);

    /// <summary>In signatures: int, uint or double.</summary>
    internal static readonly CelType Number = new SimpleType("number", null);

    public abstract string Name { get; }

    /// <summary>The kind of this type's values; null where any may come.</summary>
    public abstract ValueKind? Kind { get; }

    /// <summary>What <c>type(x)</c> is called in the language.</summary>
    public virtual string RuntimeName => Kind switch
    {
        ValueKind.Timestamp => "google.protobuf.Timestamp",
        ValueKind.Duration => "google.protobuf.Duration",
        ValueKind.List => "list",
        ValueKind.Map => "map",
        ValueKind.String => "string",
        _ => Name,
    };

    /// <summary>Levels of lists and maps.</summary>
    internal virtual int Depth => 0;

    /// <summary>The type is dyn, or a part of it is.</summary>
    internal bool HasDyn => this switch
    {
        ListType list => list.Element.HasDyn,
        MapType map => map.Key.HasDyn || map.Value.HasDyn,
        _ => IsDyn,
    };

    internal bool IsDyn => ReferenceEquals(this, Dyn) || ReferenceEquals(this, Free);

    public static CelType List(CelType element) => new ListType(element);

    public static CelType Map(CelType key, CelType value) => new MapType(key, value);

    public static CelType Object(ObjectType type) => new RecordType(type);

    /// <summary>
    /// A string whose values are known, so that a comparison with another is found when a rule is loaded.
    /// </summary>
    public static CelType Enum(string name, IReadOnlyList<string> values) => new EnumType(name, values);

    /// <summary>A type parameter of a function's signature: the same type wherever the name occurs.</summary>
    public static CelType Parameter(string name) => new TypeParameter(name);

    /// <summary>Reads a type as rule files write it, such as <c>map&lt;string, list&lt;int&gt;&gt;</c>.</summary>
    public static bool TryParse(
        string text, [NotNullWhen(true)] out CelType? type, [NotNullWhen(false)] out string? error) =>
        new TypeReader(text).TryRead(out type, out error);

    /// <exception cref="FormatException">The text is not a type; the message says what is.</exception>
    public static CelType Parse(string text) =>
        TryParse(text, out var type, out var error) ? type : throw new FormatException(error);

    public override string ToString() => Name;
}

/// <summary>A type without parts.</summary>
internal sealed class SimpleType(string name, ValueKind? kind) : CelType
{
    public override string Name => name;

    public override ValueKind? Kind => kind;
}

/// <summary>A list of one type of elements.</summary>
public sealed class ListType(CelType element) : CelType
{
    public CelType Element { get; } = element;

    public override string Name => $"list<{Element.Name}>";

    internal override int Depth { get; } = element.Depth + 1;

    public override ValueKind? Kind => ValueKind.List;
}

/// <summary>A map from keys (bool, int, uint, string) to one type of values.</summary>
public sealed class MapType(CelType key, CelType value) : CelType
{
    public CelType Key { get; } = key;

    public CelType Value { get; } = value;

    public override string Name => $"map<{Key.Name}, {Value.Name}>";

    internal override int Depth { get; } = value.Depth + 1;

    public override ValueKind? Kind => ValueKind.Map;
}

/// <summary>A record of the host.</summary>
public sealed class RecordType(ObjectType type) : CelType
{
    public ObjectType ObjectType { get; } = type;

    public override string Name => ObjectType.Name;

    public override ValueKind? Kind => ValueKind.Object;
}

/// <summary>A string that has one of few values.</summary>
public sealed class EnumType(string name, IReadOnlyList<string> values) : CelType
{
    public IReadOnlyList<string> Values { get; } = values;

    public override string Name => name;

    public override ValueKind? Kind => ValueKind.String;
}

/// <summary>A type parameter of a signature.</summary>
internal sealed class TypeParameter(string name) : CelType
{
    public override string Name => name;

    public override ValueKind? Kind => null;
}
