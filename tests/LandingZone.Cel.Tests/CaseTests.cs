namespace LandingZone.Cel.Tests;

/// <summary>
/// The lines of <c>cases/*.txt</c>: an expression, <c>=></c>, and what it is worth as an expression, or
/// <c>error: text</c> when it is evaluated, or <c>issue: text</c> when it is compiled.
/// </summary>
public sealed class CaseTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "cases");

    public static TheoryData<string> Files() =>
        [.. Directory.GetFiles(Folder, "*.txt").Select(Path.GetFileName).OfType<string>()];

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_case_has_the_value_it_states(string file)
    {
        var lines = File.ReadAllLines(Path.Combine(Folder, file));
        var cases = lines.Where(line => line.Length > 0 && !line.StartsWith('#')).ToList();

        Assert.NotEmpty(cases);
        var problems = cases.Select(Problem).OfType<string>().ToList();
        Assert.True(problems.Count == 0, string.Join("\n", problems));
    }

    private static string? Problem(string line)
    {
        var cut = line.LastIndexOf(" => ", StringComparison.Ordinal);
        Assert.True(cut > 0, $"' => ' is missing in: {line}");
        var (source, expected) = (line[..cut].Trim(), line[(cut + 4)..].Trim());
        if (!Estate.Environment.TryCompile(source, out var program, out var issues))
        {
            var messages = string.Join("; ", issues.Select(issue => issue.Message));
            return Matches(expected, "issue: ", messages) ? null : $"{line}\n    has the issue: {messages}";
        }

        var value = program.Evaluate(Estate.Activation());
        if (value.IsError)
        {
            var message = value.AsError.Message;
            return Matches(expected, "error: ", message) ? null : $"{line}\n    is the error: {message}";
        }

        return IsExpected(value, expected) ? null : $"{line}\n    is {value.Kind} {value}";
    }

    private static bool Matches(string expected, string prefix, string message) =>
        expected.StartsWith(prefix, StringComparison.Ordinal)
        && message.Contains(expected[prefix.Length..], StringComparison.Ordinal);

    private static bool IsExpected(Value value, string expected)
    {
        if (!Estate.Environment.TryCompile(expected, out var program, out _))
        {
            return false;
        }

        var wanted = program.Evaluate(Estate.Activation());
        return wanted.Kind == value.Kind && (wanted == value || wanted.ToString() == value.ToString());
    }
}
