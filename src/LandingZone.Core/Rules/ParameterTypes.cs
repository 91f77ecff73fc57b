using System.Text.Json.Nodes;
using LandingZone.Cel;

namespace LandingZone.Core.Rules;

/// <summary>A rule's parameters as a type of CEL: <c>params.maxDays</c>.</summary>
internal sealed class ParameterTypes : ObjectType
{
    private readonly Dictionary<string, Property> _properties = [];
    private readonly Dictionary<string, Value> _defaults = [];

    public override string Name => "params";

    public override IEnumerable<string> PropertyNames => _properties.Keys;

    public override Property? Find(string name) => _properties.GetValueOrDefault(name);

    /// <summary>Adds a parameter; returns what is wrong with its default, or null.</summary>
    public string? Add(string name, CelType type, JsonNode? value)
    {
        if (!TryRead(value, type, out var read))
        {
            return $"the default of '{name}' is not of type {type.Name}";
        }

        _defaults[name] = read;
        _properties[name] = new Property(name, type, (target, _) => ((Dictionary<string, Value>)target)[name]);
        return null;
    }

    /// <summary>The defaults, some of them overridden; what is wrong with an override is told, and the default stays.</summary>
    public Value With(IEnumerable<KeyValuePair<string, string>> overrides, Action<string, string> refuse)
    {
        var values = new Dictionary<string, Value>(_defaults);
        foreach (var (name, json) in overrides)
        {
            if (!_properties.TryGetValue(name, out var property))
            {
                refuse(name, $"there is no parameter '{name}'.{Model.Spelling.Suggest(name, PropertyNames)}");
            }
            else if (!TryRead(JsonNode.Parse(json), property.Type, out var value))
            {
                refuse(name, $"'{name}' must be of type {property.Type.Name}");
            }
            else
            {
                values[name] = value;
            }
        }

        return Value.OfObject(values, this);
    }

    private static bool TryRead(JsonNode? json, CelType type, out Value value)
    {
        value = default;
        if (type is ListType list)
        {
            List<Value> items = [];
            foreach (var item in json as JsonArray ?? [])
            {
                if (!TryRead(item, list.Element, out var read))
                {
                    return false;
                }

                items.Add(read);
            }

            value = Value.Of(CelList.Of(items));
            return json is JsonArray;
        }

        var scalar = json as JsonValue;
        value = type.Kind switch
        {
            ValueKind.Bool when scalar?.TryGetValue(out bool read) == true => Value.Of(read),
            ValueKind.Int when scalar?.TryGetValue(out long read) == true => Value.Of(read),
            ValueKind.Double when scalar?.TryGetValue(out double read) == true => Value.Of(read),
            ValueKind.Double when scalar?.TryGetValue(out long read) == true => Value.Of((double)read),
            ValueKind.String when scalar?.TryGetValue(out string? read) == true => Value.Of(read),
            _ => default,
        };
        return value.Kind != ValueKind.Unset;
    }
}
