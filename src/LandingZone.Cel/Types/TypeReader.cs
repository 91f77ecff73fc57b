using System.Diagnostics.CodeAnalysis;

namespace LandingZone.Cel;

/// <summary>Reads the text of a type: a name, and for list and map their parts between angle brackets.</summary>
internal sealed class TypeReader(string text)
{
    private static readonly Dictionary<string, CelType> Simple = new CelType[]
    {
        CelType.Dyn, CelType.Null, CelType.Bool, CelType.Int, CelType.Uint, CelType.Double, CelType.String,
        CelType.Bytes, CelType.Timestamp, CelType.Duration, CelType.Type,
    }.ToDictionary(type => type.Name);

    private int _position;
    private string? _error;

    public bool TryRead([NotNullWhen(true)] out CelType? type, [NotNullWhen(false)] out string? error)
    {
        type = Read(depth: 0);
        if (_error is null && Peek() != '\0')
        {
            Fail($"unexpected '{text[_position..]}' after the type");
        }

        error = _error;
        type = error is null ? type : null;
        return error is null;
    }

    private CelType Read(int depth)
    {
        var name = Word();
        if (depth > 10)
        {
            return Fail("the type is nested too deep");
        }

        return name switch
        {
            "list" => CelType.List(Part('<', depth, '>')),
            "map" => CelType.Map(Part('<', depth, ','), Part(null, depth, '>')),
            _ => ReadSimple(name),
        };
    }

    private CelType Part(char? before, int depth, char after)
    {
        if (before is { } open)
        {
            Expect(open);
        }

        var type = _error is null ? Read(depth + 1) : CelType.Dyn;
        Expect(after);
        return type;
    }

    private CelType ReadSimple(string name) => Simple.TryGetValue(name, out var type)
        ? type
        : Fail($"no type '{name}'{Spelling.Suggest(name, [.. Simple.Keys, "list", "map"])}");

    private string Word()
    {
        Peek();
        var start = _position;
        while (_position < text.Length && (char.IsAsciiLetterOrDigit(text[_position]) || text[_position] == '_'))
        {
            _position++;
        }

        return text[start.._position];
    }

    private void Expect(char expected)
    {
        if (Peek() != expected)
        {
            Fail($"'{expected}' is missing in the type '{text}': write list<string> or map<string, int>");
        }

        _position++;
    }

    private char Peek()
    {
        while (_position < text.Length && text[_position] == ' ')
        {
            _position++;
        }

        return _position < text.Length ? text[_position] : '\0';
    }

    private CelType Fail(string message)
    {
        _error ??= message;
        return CelType.Dyn;
    }
}
