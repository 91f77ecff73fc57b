using System.Globalization;
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

    /// <summary>The node of a key itself, or the map's when there is no such key.</summary>
    public YamlNode KeyOf(string key) =>
        node.Children.Keys.FirstOrDefault(name => name is YamlScalarNode scalar && scalar.Value == key) ?? node;

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
        where T : struct, Enum =>
        Scalar(key, required: true) is { } scalar ? Word<T>(scalar) ?? default : default;

    /// <summary>A word of an enum, or what holds when the key is missing.</summary>
    public T Word<T>(string key, T standard)
        where T : struct, Enum =>
        Scalar(key) is { } scalar ? Word<T>(scalar) ?? standard : standard;

    /// <summary>A list of words of an enum.</summary>
    public IEnumerable<T> Words<T>(string key)
        where T : struct, Enum =>
        Scalars(key).Select(Word<T>).OfType<T>();

    /// <summary>One word of an enum, or a list of them.</summary>
    public IEnumerable<T> WordOrWords<T>(YamlNode node)
        where T : struct, Enum
    {
        foreach (var item in node is YamlSequenceNode list ? list.Children : [node])
        {
            if (item is not YamlScalarNode scalar)
            {
                Refuse(item, "expected a word or a list of words");
            }
            else if (Word<T>(scalar) is { } word)
            {
                yield return word;
            }
        }
    }

    /// <summary>The keys of the map, all of which must be words of an enum.</summary>
    public IEnumerable<(YamlScalarNode Key, T Word)> Keys<T>()
        where T : struct, Enum
    {
        foreach (var (key, _) in Entries())
        {
            if (Word<T>(key) is { } word)
            {
                yield return (key, word);
            }
        }
    }

    /// <summary>A day such as 2026-01-31; the key must be there.</summary>
    public DateOnly Date(string key)
    {
        if (Scalar(key, required: true) is not { } scalar)
        {
            return default;
        }

        if (!DateOnly.TryParseExact(scalar.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            Refuse(scalar, $"'{scalar.Value}' is not a day such as 2026-01-31");
        }

        return day;
    }

    public YamlMap? Map(string key, bool required = false) => Filled(key, required) is { } found ? Map(found, key) : null;

    public IEnumerable<YamlMap> Maps(string key, bool required = false) =>
        List(key, required).Select(item => Map(item, key)).OfType<YamlMap>();

    public IEnumerable<string> Texts(string key) => Scalars(key).Select(scalar => scalar.Value!);

    public IEnumerable<YamlScalarNode> Scalars(string key)
    {
        foreach (var item in List(key, required: false))
        {
            if (item is YamlScalarNode { Value.Length: > 0 } scalar)
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
        var found = Filled(key, required);
        if (found is null or YamlSequenceNode)
        {
            return (found as YamlSequenceNode)?.Children ?? [];
        }

        Refuse(found, $"'{key}' must be a list");
        return [];
    }

    // A key whose items are all commented out has nothing; one that must have something is refused as what it is not.
    private YamlNode? Filled(string key, bool required)
    {
        var found = Get(key, required);
        return !required && found is YamlScalarNode { Value: null or "" } ? null : found;
    }

    private T? Word<T>(YamlScalarNode scalar)
        where T : struct, Enum
    {
        var names = Enum.GetNames<T>().ToDictionary(JsonNamingPolicy.CamelCase.ConvertName);
        if (names.TryGetValue(scalar.Value!, out var name))
        {
            return Enum.Parse<T>(name);
        }

        Refuse(scalar, $"'{scalar.Value}' is not one of {string.Join(", ", names.Keys)}.{Spelling.Suggest(scalar.Value!, names.Keys)}");
        return null;
    }
}
