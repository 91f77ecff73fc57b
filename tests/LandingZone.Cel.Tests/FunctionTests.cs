namespace LandingZone.Cel.Tests;

public sealed class FunctionTests
{
    private static readonly CelType Any = CelType.Parameter("A");

    private static readonly CelEnvironment Environment = Estate.Environment
        .With(new CelFunction(
            "twice",
            CelOverload.Global([CelType.Int], CelType.Int, a => Value.Of(a.AsInt * 2)),
            CelOverload.Member([CelType.String], CelType.String, a => Value.Of(a.AsString + a.AsString))))
        .With(new CelFunction(
            "twice",
            CelOverload.Global([CelType.Double], CelType.Double, a => Value.Of(a.AsDouble * 2))))
        .With(new CelFunction("list.first", CelOverload.Global([CelType.List(Any)], Any, a => a.AsList[0])))
        .With(new CelFunction(
            "isWhole",
            CelOverload.Member([CelType.List(Any)], CelType.Bool, a => Value.Of(a.AsList.Incomplete is null)) with
            {
                AcceptsIncomplete = true,
            }))
        .With(new CelFunction(
            "near",
            CelOverload.Global([CelType.Int, CelType.Int, CelType.Int], CelType.Bool, Near)));

    [Theory]
    [InlineData("twice(2)", "4")]
    [InlineData("twice(1.5)", "3")]
    [InlineData("'ab'.twice()", "abab")]
    [InlineData("twice(dyn(2))", "4")]
    [InlineData("twice(dyn(1.5))", "3")]
    [InlineData("list.first([1, 2]) + 1", "2")]
    [InlineData("list.first(names).startsWith('x')", "true")]
    [InlineData("names.isWhole()", "true")]
    [InlineData("resource.someNames.isWhole()", "false")]
    [InlineData("dyn(resource.someNames).isWhole()", "false")]
    [InlineData("near(1, 2, 1)", "true")]
    [InlineData("near(1, int('3'), 1)", "false")]
    public void A_function_of_the_host_is_called_by_its_signature(string source, string text)
    {
        Assert.Equal(text, Estate.Compile(source, Environment).Evaluate(Estate.Activation()).ToString());
    }

    [Theory]
    [InlineData("list.first(resource.someNames)", "not collected")]
    [InlineData("twice(int(resource.name))", "'logs-1' is no int")]
    [InlineData("resource.logged || twice(1) > 2", "AccessDenied")]
    [InlineData("twice(dyn('a'))", "'twice' does not take (string)")]
    public void A_function_is_not_called_for_what_has_no_value(string source, string message)
    {
        Assert.Equal(message, Estate.Compile(source, Environment).Evaluate(Estate.Activation()).AsError.Message);
    }

    [Theory]
    [InlineData("twice('a')", "'twice' does not take (string); there is twice(int), string.twice(), twice(double)")]
    [InlineData("list.first(1)", "'list.first' does not take (int); there is list.first(list<A>)")]
    [InlineData("twise(1)", "no function 'twise'; did you mean 'twice'?")]
    public void A_call_of_no_signature_lists_those_that_exist(string source, string message)
    {
        Assert.False(Environment.TryCompile(source, out _, out var issues));
        Assert.Equal(message, Assert.Single(issues).Message);
    }

    private static Value Near(Value[] arguments) =>
        Value.Of(Math.Abs(arguments[0].AsInt - arguments[1].AsInt) <= arguments[2].AsInt);
}
