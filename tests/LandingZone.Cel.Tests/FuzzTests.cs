using System.Text.Json;

namespace LandingZone.Cel.Tests;

/// <summary>
/// 100,000 expressions, half of them grown at random and half mutated from the cases (where LZ_CEL_SPEC is set, also
/// from the language's conformance tests). Seeded, so that a failure is the same again.
/// </summary>
public sealed class FuzzTests
{
    private const int Rounds = 50_000;

    private static readonly string[] Pieces =
    [
        "(", ")", "[", "]", "{", "}", ",", ".", "?", ":", "!", "-", "+", "*", "/", "%", "&&", "||", "==", "!=", "<",
        ">=", " in ", "'", "\"", "\\", "`", "r'", "b'", "'''", "0", "1", "-1", "9223372036854775807", "1u", "1e308",
        "0x", "é", "🐱", "\ud800", "\0", "\n", "//", "true", "null", "dyn(", "resource", ".name", ".ports", ".someNames",
        "x", "any", ".all(x, ", ".map(x, ", ".filter(x, ", ".exists(i, x, ", ".sortBy(x, ", ".groupBy(x, ",
        ".overlapping(x, ", ".transformMap(i, x, ", "cel.bind(x, ", "has(", "lists.range(", "sets.contains(",
        ".replace('', ", ".split('')", ".join()", ".format(", ".flatten()", ".distinct()", ".sum()", ".matches(",
        "cidr('10.0.0.0/8')", "ip('::1')", "math.greatest(", "timestamp('2024-01-01T00:00:00Z')", "duration('1h')",
        "type(", "string(", "size(",
    ];

    private readonly Random _random = new(7);
    private readonly Activation _activation = Activation();

    [Fact]
    public void Random_expressions_neither_crash_nor_hang_nor_point_elsewhere()
    {
        var compiled = 0;
        for (var round = 0; round < Rounds; round++)
        {
            compiled += Try(Grown(_random.Next(1, 12))) ? 1 : 0;
        }

        Assert.True(compiled > Rounds / 100, $"only {compiled} of {Rounds} compiled");
    }

    [Fact]
    public void Mutated_expressions_neither_crash_nor_hang_nor_point_elsewhere()
    {
        var sources = Sources();
        var compiled = 0;
        for (var round = 0; round < Rounds; round++)
        {
            compiled += Try(Mutated(sources)) ? 1 : 0;
        }

        Assert.True(compiled > Rounds / 20, $"only {compiled} of {Rounds} compiled");
    }

    private static Activation Activation()
    {
        var activation = new Activation { StepLimit = 10_000, CostLimit = 200_000 };
        var full = Estate.Activation();
        foreach (var name in new[] { "resource", "any", "names" })
        {
            var slot = Estate.Environment.SlotOf(name);
            activation.Set(slot, full[slot]);
        }

        return activation;
    }

    private static List<string> Sources()
    {
        var folder = Environment.GetEnvironmentVariable("LZ_CEL_SPEC");
        var spec = Path.Combine(folder ?? "", "conformance.jsonl");
        return
        [
            .. (File.Exists(spec) ? File.ReadLines(spec) : []).Select(Expression),
            .. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "cases"), "*.txt")
                .SelectMany(File.ReadAllLines)
                .Where(line => line.Contains(" => ", StringComparison.Ordinal))
                .Select(line => line[..line.LastIndexOf(" => ", StringComparison.Ordinal)]),
        ];

        static string Expression(string line) =>
            JsonDocument.Parse(line).RootElement.GetProperty("expr").GetString()!;
    }

    private bool Try(string source)
    {
        if (_random.Next(5) == 0 && Estate.Environment.TryCompileTemplate(source, out var template, out _))
        {
            template.Render(_activation);
        }

        if (!Estate.Environment.TryCompile(source, out var program, out var issues))
        {
            Assert.NotEmpty(issues);
            Assert.All(issues, issue =>
            {
                Assert.True(issue.Offset >= 0 && issue.Length >= 0, source);
                Assert.True(issue.Offset + issue.Length <= source.Length, source);
                Assert.NotEmpty(issue.Message);
            });
            return false;
        }

        _activation.Context = new EvaluationContext { Recorder = _random.Next(4) == 0 ? new Recorder() : null };
        var value = program.Evaluate(_activation);
        Assert.NotEqual(ValueKind.Unset, value.Kind);
        Assert.True(!value.IsError || value.AsError.Offset < source.Length, source);
        _ = value.ToString();
        return true;
    }

    private string Grown(int pieces)
    {
        var source = "";
        var open = new Stack<char>();
        for (var count = 0; count < pieces; count++)
        {
            var piece = Pieces[_random.Next(Pieces.Length)];
            source += piece;
            if (piece[^1] is '(' or ' ' && piece.Contains('(', StringComparison.Ordinal))
            {
                open.Push(')');
                source += _random.Next(2) == 0 ? "names" : "1";
            }
        }

        return _random.Next(8) == 0 ? source : source + new string([.. open]);
    }

    private string Mutated(List<string> sources)
    {
        var text = sources[_random.Next(sources.Count)];
        for (var times = _random.Next(1, 3); times > 0; times--)
        {
            var at = _random.Next(text.Length + 1);
            var end = Math.Min(text.Length, at + _random.Next(6));
            text = _random.Next(6) switch
            {
                0 => text[..at] + text[end..],
                1 => text[..at] + Pieces[_random.Next(Pieces.Length)] + text[end..],
                2 => text[..end] + text[at..],
                3 => text[..at] + sources[_random.Next(sources.Count)] + text[end..],
                4 => $"[{text}].map(x, {sources[_random.Next(sources.Count)]})",
                _ => $"({text}) {Pieces[_random.Next(Pieces.Length)]} ({sources[_random.Next(sources.Count)]})",
            };
        }

        return text;
    }
}
