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
    public void An_evaluation_that_costs_too_much_is_an_error()
    {
        var activation = Estate.Activation();
        var small = new Activation { CostLimit = 1_000 };
        var program = Estate.Compile("lists.range(300).all(x, x + 1 > x)");

        Assert.True(program.Evaluate(activation).AsBool);
        Assert.Equal(
            "the evaluation costs more than 1000: it reads or makes too many elements or characters",
            program.Evaluate(small).AsError.Message);
        Assert.True(Estate.Compile("1 + 1 == 2").Evaluate(small).AsBool);
    }

    [Fact]
    public void What_another_operand_decides_need_not_be_paid()
    {
        Assert.True(Estate.Evaluate("lists.range(999999).map(x, lists.range(1000)) == [] || true").AsBool);
    }

    private static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));
}
