namespace LandingZone.Cel.Tests;

/// <summary>A record type whose values are in a dictionary.</summary>
internal sealed class FakeType(string name, params (string Name, CelType Type)[] properties) : ObjectType
{
    private readonly Dictionary<string, Property> _properties = properties.ToDictionary(
        property => property.Name,
        property => new Property(property.Name, property.Type, (target, _) => ((FakeRecord)target)[property.Name]));

    public override string Name => name;

    public override IEnumerable<string> PropertyNames => _properties.Keys;

    public override Property? Find(string name) => _properties.GetValueOrDefault(name);
}

internal sealed class FakeRecord(FakeType type) : Dictionary<string, Value>
{
    public FakeType Type { get; } = type;

    public Value ToValue() => Value.OfObject(this, Type);

    public override string ToString() => Type.Name;
}
