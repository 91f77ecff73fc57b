using System.Text.Json;
using LandingZone.Core.Model;
using YamlDotNet.RepresentationModel;

namespace LandingZone.Core.Rules;

/// <summary>
/// A map of a YAML file that is read key by key. What is missing, of the wrong shape or never asked for becomes a problem
/// at its place; reading goes on, so that all problems are found at once.
/// </summary>
internal sealed class YamlMap(YamlSource source, YamlMappingNode node, ICollection<Problem> problems)
{
    private readonly HashSet<string> _known = [];

    public YamlMappingNode Node => node;

    public void Refuse(YamlNode at, string message) => problems.Add(source.At(at, message));

    public void Refuse(YamlScalarNode at, int offset, string message) => problems.Add(source.At(at, offset, message));

    /// <summary>The node of a key, or null; a required key that is missing is a problem.</summary>
    public YamlNode? Get(string key, bool required = false)
    {
        _known.Add(key);
        var found = node.Children.FirstOrDefault(pair => pair.Key is YamlScalarNode name && name.Value == key).Value;
        if (found is null && required)
        {
            Refuse(node, $"'{key}' is missing");
        }

        return found;
    }

    public YamlScalarNode? Scalar(string key, bool required = false)
    {
        var found = Get(key, required);
        if (found is null or YamlScalarNode { Value.Length: > 0 })
        {
            return found as YamlScalarNode;
        }

        Refuse(found, $"'{key}' must be a text");
        return null;
    }

    public string Text(string key) => Scalar(key, required: true)?.Value ?? "";

    public string? OptionalText(string key) => Scalar(key)?.Value;

    /// <summary>A word of an enum, in camel case.</summary>
    public T Word<T>(string key)
        where T : struct, Enum
    {
        if (Scalar(key, required: true) is not { } scalar)
        {
            return default;
        }

        var names = Enum.GetNames<T>().ToDictionary(JsonNamingPolicy.CamelCase.ConvertName);
        if (names.TryGetValue(scalar.Value!, out var name))
        {
            return Enum.Parse<T>(name);
        }

        Refuse(scalar, $"'{scalar.Value}' is not one of {string.Join(", ", names.Keys)}.{Spelling.Suggest(scalar.Value!, names.Keys)}");
        return default;
    }

    public YamlMap? Map(string key, bool required = false) => Get(key, required) is { } found ? Map(found, key) : null;

    public IEnumerable<YamlMap> Maps(string key, bool required = false) =>
        List(key, required).Select(item => Map(item, key)).OfType<YamlMap>();

    public IEnumerable<YamlScalarNode> Scalars(string key)
    {
        foreach (var item in List(key, required: false))
        {
            if (item is YamlScalarNode scalar)
            {
                yield return scalar;
            }
            else
            {
                Refuse(item, $"each of '{key}' must be a text");
            }
        }
    }

    /// <summary>All keys with their values, where any key may stand.</summary>
    public IEnumerable<(YamlScalarNode Key, YamlNode Value)> Entries()
    {
        foreach (var (key, value) in node.Children)
        {
            if (key is YamlScalarNode name)
            {
                _known.Add(name.Value!);
                yield return (name, value);
            }
        }
    }

    public YamlMap? Map(YamlNode found, string what)
    {
        if (found is YamlMappingNode map)
        {
            return new YamlMap(source, map, problems);
        }

        Refuse(found, $"'{what}' must be a map");
        return null;
    }

    /// <summary>Refuses the keys that nobody asked for.</summary>
    public void End()
    {
        foreach (var key in node.Children.Keys)
        {
            if (key is not YamlScalarNode name || !_known.Contains(name.Value!))
            {
                Refuse(key, $"unknown key '{key}'.{Spelling.Suggest(key.ToString(), _known)}");
            }
        }
    }

    private IEnumerable<YamlNode> List(string key, bool required)
    {
        var found = Get(key, required);
        if (found is null or YamlSequenceNode)
        {
            return (found as YamlSequenceNode)?.Children ?? [];
        }

        Refuse(found, $"'{key}' must be a list");
        return [];
    }
}
