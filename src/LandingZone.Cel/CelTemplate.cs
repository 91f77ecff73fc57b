using System.Text;

namespace LandingZone.Cel;

/// <summary>A text with expressions in it, such as <c>Bucket {resource.name} is open</c>.</summary>
public sealed class CelTemplate
{
    private readonly IReadOnlyList<(string Text, CelProgram? Hole)> _parts;

    private CelTemplate(IReadOnlyList<(string Text, CelProgram? Hole)> parts) => _parts = parts;

    /// <summary>The expressions, in the order of the text.</summary>
    public IEnumerable<CelProgram> Holes => _parts.Select(part => part.Hole).OfType<CelProgram>();

    /// <summary>The text with the values in it; a hole without a value says why.</summary>
    public string Render(Activation activation)
    {
        var text = new StringBuilder();
        foreach (var part in _parts)
        {
            text.Append(part.Hole is null ? part.Text : part.Hole.Evaluate(activation).ToString());
        }

        return text.ToString();
    }

    internal static CelTemplate? Compile(CelEnvironment environment, string text, List<CelIssue> issues)
    {
        var parts = new List<(string Text, CelProgram? Hole)>();
        var literal = new StringBuilder();
        for (var position = 0; position < text.Length; position++)
        {
            var letter = text[position];
            var isDouble = position + 1 < text.Length && text[position + 1] == letter;
            if (letter is '{' or '}' && isDouble)
            {
                literal.Append(letter);
                position++;
            }
            else if (letter == '{')
            {
                parts.Add((literal.ToString(), null));
                literal.Clear();
                if (Parser.ParseHole(text, position + 1, issues, out position) is not { } expr)
                {
                    return null;
                }

                parts.Add(("", environment.Compile(text, expr, null, issues)));
            }
            else if (letter == '}')
            {
                issues.Add(new CelIssue(position, 1, "a '}' that closes nothing; write '}}' for a brace"));
            }
            else
            {
                literal.Append(letter);
            }
        }

        parts.Add((literal.ToString(), null));
        return issues.Count == 0 ? new CelTemplate(parts) : null;
    }
}
