using LandingZone.Core.Model;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace LandingZone.Core.Rules;

/// <summary>The text of a YAML file, its tree, and where the characters of a scalar stand in it.</summary>
internal sealed class YamlSource
{
    private const int MostCharacters = 1 << 20;
    private const int DeepestNesting = 64;
    private const string TooLarge = "the file is larger than 1 MiB";

    private readonly string[] _lines;

    private YamlSource(string path, string text, YamlMappingNode root)
    {
        Path = path;
        Root = root;
        _lines = text.Split('\n');
    }

    public string Path { get; }

    public YamlMappingNode Root { get; }

    /// <summary>The text of a file, or null with a problem when it is too large or cannot be read.</summary>
    public static string? ReadText(string path, ICollection<Problem> problems)
    {
        try
        {
            // Asked before it is read: nobody waits for a disk image that was named by mistake.
            if (new FileInfo(path) is { Exists: true, Length: > MostCharacters * (long)sizeof(int) })
            {
                problems.Add(new Problem(path, 1, 1, TooLarge));
                return null;
            }

            return File.ReadAllText(path);
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            problems.Add(new Problem(path, 1, 1, "no such file"));
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            problems.Add(new Problem(path, 1, 1, refused.Message));
        }

        return null;
    }

    /// <summary>Reads one document that is a map, without anchors and aliases; null with a problem when it is not.</summary>
    public static YamlSource? Read(string path, string text, ICollection<Problem> problems)
    {
        if (text.Length > MostCharacters)
        {
            problems.Add(new Problem(path, 1, 1, TooLarge));
            return null;
        }

        try
        {
            if (Hostile(text) is var (place, why))
            {
                problems.Add(At(path, place, why));
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

    // What would exhaust memory or stack is found in the stream of events, before there is a tree.
    private static (Mark Place, string Why)? Hostile(string text)
    {
        var parser = new Parser(new StringReader(text));
        var depth = 0;
        while (parser.MoveNext())
        {
            depth += parser.Current!.NestingIncrease;
            if (parser.Current is AnchorAlias)
            {
                // An alias can make a small file enormous, and nobody needs one here.
                return (parser.Current.Start, "aliases are not allowed: write the value again");
            }

            if (depth > DeepestNesting)
            {
                return (parser.Current.Start, $"nested more than {DeepestNesting} deep");
            }
        }

        return null;
    }

    private static Problem At(string path, Mark mark, string message) => new(path, (int)mark.Line, (int)mark.Column, message);
}
