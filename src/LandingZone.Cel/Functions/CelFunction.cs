namespace LandingZone.Cel;

/// <summary>A function by name, with an overload for each signature; operators are functions too.</summary>
/// <param name="name">The name, perhaps with dots, such as <c>sets.contains</c>.</param>
public sealed class CelFunction(string name, params IReadOnlyList<CelOverload> overloads)
{
    public string Name { get; } = name;

    public IReadOnlyList<CelOverload> Overloads { get; } = overloads;

    internal CelFunction With(CelFunction more) => new(Name, [.. Overloads, .. more.Overloads]);
}
