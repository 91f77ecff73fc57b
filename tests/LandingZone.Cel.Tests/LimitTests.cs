namespace LandingZone.Cel.Tests;

public sealed class LimitTests
{
    [Theory]
    [InlineData("(", "1", ")")]
    [InlineData("[", "1", "]")]
    [InlineData("-", "x", "")]
    [InlineData("!", "true", "")]
    [InlineData("{1: ", "1", "}")]
    [InlineData("size(", "''", ")")]
    [InlineData("true ? 1 : ", "1", "")]
    [InlineData("", "1", " + 1")]
    [InlineData("", "true", " || true")]
    [InlineData("", "any", ".a")]
    [InlineData("", "any", "[0]")]
    [InlineData("names.all(n, ", "true", ")")]
    public void Deep_nesting_is_an_issue(string before, string middle, string after)
    {
        var issue = Assert.Single(Estate.Issues(Repeat(before, 10_000) + middle + Repeat(after, 10_000)));
        Assert.True(
            issue.Message.Contains("nested deeper than 250 levels", StringComparison.Ordinal)
            || issue.Message.Contains("longer than 100000 characters", StringComparison.Ordinal));
    }

    [Fact]
    public void Nesting_just_below_the_limit_compiles_and_evaluates()
    {
        Assert.True(Estate.Evaluate(Repeat("false || ", 249) + "true").AsBool);
        Assert.Equal(1, Estate.Evaluate(Repeat("(", 249) + "1" + Repeat(")", 249)).AsInt);
        Assert.Equal(ValueKind.List, Estate.Evaluate(Repeat("[", 249) + "1" + Repeat("]", 249)).Kind);
    }

    [Fact]
    public void A_long_text_is_an_issue()
    {
        var issue = Assert.Single(Estate.Issues($"'{Repeat("x", 100_000)}'"));
        Assert.Contains("longer than", issue.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_evaluation_that_visits_too_many_elements_is_an_error()
    {
        var list = Value.Of(CelList.Of([.. Enumerable.Repeat(Value.Of("x"), 1_000)]));
        var activation = new Activation { StepLimit = 10_000 };
        activation.Set(Estate.Environment.SlotOf("names"), list);

        var nested = Estate.Compile("names.all(a, names.all(b, a == b))").Evaluate(activation);
        Assert.Equal("more than 10000 elements were visited", nested.AsError.Message);
        Assert.True(Estate.Compile("names.all(a, a == 'x')").Evaluate(activation).AsBool);
    }

    [Fact]
    public void Broken_text_never_throws()
    {
        var random = new Random(1);
        var folder = Path.Combine(AppContext.BaseDirectory, "cases");
        var cases = Directory.GetFiles(folder).SelectMany(File.ReadAllLines).ToList();
        for (var round = 0; round < 20_000; round++)
        {
            var text = cases[random.Next(cases.Count)];
            var other = cases[random.Next(cases.Count)];
            var source = text[..random.Next(text.Length + 1)] + other[random.Next(other.Length + 1)..];
            if (Estate.Environment.TryCompile(source, out var program, out var issues))
            {
                program.Evaluate(Estate.Activation(new Recorder()));
            }
            else
            {
                Assert.All(issues, issue => Assert.InRange(issue.Offset + issue.Length, 0, source.Length));
            }

            Estate.Environment.TryCompileTemplate(source, out _, out _);
        }
    }

    private static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));
}
