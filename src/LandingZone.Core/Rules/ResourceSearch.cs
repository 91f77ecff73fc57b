using LandingZone.Core.Model;

namespace LandingZone.Core.Rules;

/// <summary>Looks for a resource by its id, or by its name where that is enough.</summary>
/// <param name="text">The id or name.</param>
/// <param name="kind">The kind that it must be of; null for any.</param>
internal sealed class ResourceSearch(string text, Kind? kind)
{
    private const int Listed = 5;

    private readonly List<Resource> _named = [];
    private Resource? _exact;

    /// <summary>Takes note of a resource; true when it may be the one.</summary>
    public bool Sees(Resource resource)
    {
        if (resource.Id == text)
        {
            _exact = resource;
            return true;
        }

        if (resource.Name != text || !IsOfKind(resource))
        {
            return false;
        }

        _named.Add(resource);
        return true;
    }

    /// <summary>The one that was meant.</summary>
    /// <exception cref="ArgumentException">There is none, several have the name, or it is of another kind.</exception>
    public Resource Only(EstateFile estate) => (_exact, _named) switch
    {
        ({ } exact, _) when IsOfKind(exact) => exact,
        ({ } exact, _) => throw new ArgumentException($"{text} is of kind {exact.GetType().Name}, and the rule judges {kind!.Type.Name}"),
        (_, [var only]) => only,
        (_, []) => throw new ArgumentException(
            $"no {kind?.Type.Name ?? "resource"} in {estate.Path} has the id or name '{text}'.{Spelling.Suggest(text, Names(estate))}"),
        _ => throw new ArgumentException(
            $"{_named.Count} have the name '{text}'; say the id: {string.Join(", ", _named.Take(Listed).Select(one => one.Id))}"
            + (_named.Count > Listed ? ", …" : "")),
    };

    private IEnumerable<string> Names(EstateFile estate) =>
        estate.Read().Where(IsOfKind).SelectMany(resource => new[] { resource.Id, resource.Name }).Distinct();

    private bool IsOfKind(Resource resource) => kind is null ? resource is not Gap : resource.GetType() == kind.Type;
}
