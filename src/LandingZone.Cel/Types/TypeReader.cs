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

        if (name == "list")
        {
            return Expect('<') && Read(depth + 1) is var element && Expect('>') ? CelType.List(element) : CelType.Dyn;
        }

        if (name == "map")
        {
            return Expect('<') && Read(depth + 1) is var key && Expect(',') && Read(depth + 1) is var value && Expect('>')
                ? CelType.Map(key, value)
                : CelType.Dyn;
        }

        return Simple.TryGetValue(name, out var type)
            ? type
            : Fail($"no type '{name}'{Spelling.Suggest(name, [.. Simple.Keys, "list", "map"])}");
    }

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

    private bool Expect(char expected)
    {
        if (Peek() != expected)
        {
            Fail($"'{expected}' is missing in the type '{text}': write list<string> or map<string, int>");
            return false;
        }

        _position++;
        return _error is null;
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
