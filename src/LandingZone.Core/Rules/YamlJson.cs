using System.Globalization;
using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace LandingZone.Core.Rules;

/// <summary>YAML as JSON, by YAML's core schema: a plain <c>true</c> is a boolean, a quoted one a text.</summary>
internal static class YamlJson
{
    /// <param name="node">What to convert.</param>
    /// <param name="path">Its path, as <see cref="Model.ResourceCheck"/> writes paths.</param>
    /// <param name="nodes">Takes each value's node by its path.</param>
    public static JsonNode? Convert(YamlNode node, string path, IDictionary<string, YamlNode> nodes)
    {
        nodes[path] = node;
        switch (node)
        {
            case YamlMappingNode map:
                JsonObject members = [];
                foreach (var (key, value) in map.Children)
                {
                    members[key.ToString()] = Convert(value, path.Length == 0 ? $"{key}" : $"{path}.{key}", nodes);
                }

                return members;

            case YamlSequenceNode list:
                return new JsonArray([.. list.Children.Select((item, i) => Convert(item, $"{path}[{i}]", nodes))]);

            default:
                return Scalar((YamlScalarNode)node);
        }
    }

    private static JsonValue? Scalar(YamlScalarNode scalar)
    {
        var text = scalar.Value ?? "";
        if (scalar.Style != ScalarStyle.Plain)
        {
            return JsonValue.Create(text);
        }

        return text switch
        {
            "true" => JsonValue.Create(true),
            "false" => JsonValue.Create(false),
            "null" or "~" or "" => null,
            _ when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) =>
                JsonValue.Create(whole),
            _ when char.IsDigit(text[^1]) && double.TryParse(
                text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => JsonValue.Create(number),
            _ => JsonValue.Create(text),
        };
    }
}
