namespace LandingZone.Cel;

/// <summary>
/// Reads a property of the host's record; a fact that was not read is an error value that carries the reason.
/// </summary>
public delegate Value Getter(object target, EvaluationContext context);

/// <summary>A property of an <see cref="ObjectType"/>.</summary>
public sealed class Property(string name, CelType type, Getter get)
{
    public string Name { get; } = name;

    public CelType Type { get; } = type;

    public Getter Get { get; } = get;

    public override string ToString() => Name;
}
