namespace LandingZone.Cel;

/// <summary>A record of the host, with typed properties found by name.</summary>
public abstract class ObjectType
{
    public abstract string Name { get; }

    public abstract IEnumerable<string> PropertyNames { get; }

    public abstract Property? Find(string name);

    public override string ToString() => Name;
}
