namespace LandingZone.Cel.Tests;

/// <summary>Short expressions that would take gigabytes or hours without limits.</summary>
public sealed class HostileTests
{
    private const long MaxBytes = 1_000_000_000;

    public static TheoryData<string> Bombs() =>
    [
        "lists.range(9223372036854775807)",
        "lists.range(999999).map(x, lists.range(1000))",
        "lists.range(999999).map(x, 'aaaaaaaaaaaaaaaa'.replace('a', 'aaaaaaaaaaaaaaaa'))",
        "lists.range(1000).all(a, lists.range(1000).all(b, lists.range(1000).all(c, true)))",
        "lists.range(999999).all(i, !('x' + string(i)).matches('(a{9}){9}' + string(i)))",
        "lists.range(2000).all(i, lists.range(2000).map(j, string(j)).sort().join(',') != '')",
        "lists.range(100000).all(i, lists.range(100000 + i).sum() >= i)",
        "lists.range(999999).groupBy(x, string(x)).map(k, k + k + k + k).join('-').split('').distinct().size() > 0",
        "cel.bind(l, lists.range(100000), l.all(x, sets.contains(l, [x])))",
        "cel.bind(l, lists.range(100000), l.all(x, l.indexOf(x) == x))",
        "cel.bind(s, lists.range(100000).map(x, 'x').join(), s.split('').all(x, !s.contains('y' + x)))",
        "cel.bind(s, lists.range(999999).map(x, 'ab').join(), s.replace('a', s))",
        "cel.bind(s, lists.range(999999).map(x, 'ab').join(), s.replace('', s))",
        "cel.bind(s, lists.range(999999).map(x, 'ab').join(), s.split('').join(s))",
        "cel.bind(s, lists.range(999999).map(x, 'ab').join(), !s.matches('(a|b)*a(a|b){400}$') && s.matches(s))",
        "cel.bind(l, lists.range(999999), l.map(x, '%.100f').join().format(l))",
        "cel.bind(l, lists.range(1000), l.map(x, l.map(y, '10.0.0.0/8')).overlapping(c, c).size() > 0)",
        "lists.range(1000).transformMap(i, x, lists.range(1000).transformMap(j, y, 'aaaaaaaaaaaaaaaaaaaa'))",
        Chain("'aaaaaaaaaa'", ".replace('a', 'aaaaaaaaaa')", 10),
        Chain("[0]", ".map(a, [a, a])", 30) + " == []",
        Chain("{1: 0}", ".map(a, {1: a, 2: a})", 30) + " == []",
        Chain("lists.range(10)", ".map(a, lists.range(10)).flatten()", 9),
        Doubling("'aaaaaaaa'", 40),
        Doubling("[1, 2]", 40),
        Doubling("b'aaaaaaaa'", 40),
        "cel.bind(a, [1], cel.bind(b, [a, a], cel.bind(c, [b, b], cel.bind(d, [c, c, c, c, c, c, c, c], "
            + Chain("[d, d]", ".map(x, [d, x, x])", 12) + ".distinct().size() > 0))))",
    ];

    [Theory]
    [MemberData(nameof(Bombs))]
    public void A_short_expression_cannot_take_the_machine(string source)
    {
        var program = Estate.Compile(source);
        var before = GC.GetAllocatedBytesForCurrentThread();

        var message = program.Evaluate(Estate.Activation()).AsError.Message;

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, MaxBytes);
        Assert.Matches("costs more than|would be larger than|elements were visited|must not be larger", message);
    }

    [Fact]
    public void Constant_parts_are_not_worked_out_at_any_cost()
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        Estate.Compile(string.Join(" && ", Enumerable.Repeat("lists.range(999999).sum() > 0", 100)));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, MaxBytes / 4);
    }

    [Fact]
    public void A_type_cannot_grow_with_each_name()
    {
        var source = "{1: 1}";
        for (var level = 0; level < 60; level++)
        {
            source = $"cel.bind(m, {source}, {{m: m}})";
        }

        Assert.NotEmpty(Estate.Issues(source));
    }

    [Fact]
    public void Named_expressions_cannot_nest_lists_without_end()
    {
        var environment = Estate.Environment;
        var issues = (IReadOnlyList<CelIssue>)[];
        var nested = new string('[', 200) + "{0}" + new string(']', 200);
        for (var level = 0; level < 1_000 && issues.Count == 0; level++)
        {
            var inner = level == 0 ? "1" : FormattableString.Invariant($"let{level - 1}");
            var source = nested.Replace("{0}", inner, StringComparison.Ordinal);
            environment = environment.TryCompile(source, out var program, out issues)
                ? environment.WithLet(FormattableString.Invariant($"let{level}"), program)
                : environment;
        }

        Assert.Contains("nested deeper than 250 levels", issues[0].Message, StringComparison.Ordinal);
    }

    private static string Chain(string start, string step, int times) =>
        start + string.Concat(Enumerable.Repeat(step, times));

    private static string Doubling(string start, int times)
    {
        var source = FormattableString.Invariant($"size(x{times})");
        for (var level = times; level > 0; level--)
        {
            source = FormattableString.Invariant($"cel.bind(x{level}, x{level - 1} + x{level - 1}, {source})");
        }

        return $"cel.bind(x0, {start}, {source})";
    }
}
