using LandingZone.Core.Model;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace LandingZone.Core.Rules;

/// <summary>The text of a YAML file, its tree, and where the characters of a scalar stand in it.</summary>
internal sealed class YamlSource
{
    private const int MostCharacters = 1 << 20;

    private readonly string[] _lines;

    private YamlSource(string path, string text, YamlMappingNode root)
    {
        Path = path;
        Root = root;
        _lines = text.Split('\n');
    }

    public string Path { get; }

    public YamlMappingNode Root { get; }

    /// <summary>Reads one document that is a map, without anchors and aliases; null with a problem when it is not.</summary>
    public static YamlSource? Read(string path, string text, ICollection<Problem> problems)
    {
        if (text.Length > MostCharacters)
        {
            problems.Add(new Problem(path, 1, 1, "the file is larger than 1 MiB"));
            return null;
        }

        try
        {
            // An alias can make a small file enormous, and no rule needs one.
            if (Events(text).FirstOrDefault(one => one is AnchorAlias) is { } alias)
            {
                problems.Add(At(path, alias.Start, "aliases are not allowed: write the value again"));
                return null;
            }

            var yaml = new YamlStream();
            yaml.Load(new StringReader(text));
            if (yaml.Documents is [{ RootNode: YamlMappingNode root }])
            {
                return new YamlSource(path, text, root);
            }

            problems.Add(new Problem(path, 1, 1, "expected one document that is a map of keys"));
        }
        catch (YamlException broken)
        {
            problems.Add(At(path, broken.Start, broken.Message));
        }

        return null;
    }

    public Problem At(YamlNode node, string message) => At(Path, node.Start, message);

    /// <summary>A problem at a character of a scalar's value, wherever folding and indentation put it in the file.</summary>
    public Problem At(YamlScalarNode scalar, int offset, string message)
    {
        var (line, column) = ((int)scalar.Start.Line - 1, (int)scalar.Start.Column - 1);
        if (scalar.Style is ScalarStyle.Folded or ScalarStyle.Literal)
        {
            (line, column) = (line + 1, 0);
        }
        else if (scalar.Style is ScalarStyle.SingleQuoted or ScalarStyle.DoubleQuoted)
        {
            column++;
        }

        // The value's characters stand in the file in the same order; only white space and escapes come between them.
        var value = scalar.Value ?? "";
        var found = (line, column);
        for (var i = 0; i <= Math.Min(offset, value.Length - 1) && line < _lines.Length; i++)
        {
            if (char.IsWhiteSpace(value[i]))
            {
                continue;
            }

            while (line < _lines.Length && (column >= _lines[line].Length || _lines[line][column] != value[i]))
            {
                (line, column) = column >= _lines[line].Length ? (line + 1, 0) : (line, column + 1);
            }

            found = (line, column);
            column++;
        }

        return new Problem(Path, found.line + 1, found.column + 1 + (offset >= value.Length ? 1 : 0), message);
    }

    private static IEnumerable<ParsingEvent> Events(string text)
    {
        var parser = new Parser(new StringReader(text));
        while (parser.MoveNext())
        {
            yield return parser.Current!;
        }
    }

    private static Problem At(string path, Mark mark, string message) => new(path, (int)mark.Line, (int)mark.Column, message);
}
