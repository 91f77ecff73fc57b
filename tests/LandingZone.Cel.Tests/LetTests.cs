namespace LandingZone.Cel.Tests;

public sealed class LetTests
{
    [Fact]
    public void A_named_expression_is_evaluated_once_until_a_variable_is_set()
    {
        var reads = 0;
        var type = new CountingType(() => ++reads);
        var environment = CelEnvironment.Standard.With("it", CelType.Object(type));
        environment = environment.WithLet("once", Estate.Compile("it.count", environment));
        var program = Estate.Compile("once + once", environment);
        var activation = new Activation();

        activation.Set(0, Value.OfObject(type, type));
        Assert.Equal(2, program.Evaluate(activation).AsInt);
        Assert.Equal(2, program.Evaluate(activation).AsInt);

        activation.Set(0, Value.OfObject(type, type));
        Assert.Equal(4, program.Evaluate(activation).AsInt);
    }

    [Fact]
    public void What_another_rule_named_alike_is_not_taken_for_ones_own()
    {
        var activation = Estate.Activation();
        foreach (var (source, value) in new[] { ("1", 1), ("2", 2), ("1", 1) })
        {
            var environment = Estate.Environment.WithLet("it", Estate.Compile(source));
            Assert.Equal(value, Estate.Compile("it", environment).Evaluate(activation).AsInt);
        }
    }

    [Fact]
    public void A_named_expression_leaves_the_variable_that_has_its_slot_elsewhere()
    {
        var activation = new Activation();
        activation.Set(0, Value.Of("kept"));
        var first = CelEnvironment.Standard.WithLet("it", Estate.Compile("1", CelEnvironment.Standard));
        Assert.Equal(1, Estate.Compile("it", first).Evaluate(activation).AsInt);

        var second = CelEnvironment.Standard.With("name", CelType.String);
        Assert.Equal("kept", Estate.Compile("name", second).Evaluate(activation).AsString);
    }

    [Fact]
    public void The_error_of_a_named_expression_is_its_value()
    {
        var environment = Estate.Environment.WithLet("isLogged", Estate.Compile("resource.logged"));

        Assert.True(Estate.Compile("isLogged || true", environment).Evaluate(Estate.Activation()).AsBool);
        Assert.True(Estate.Compile("isLogged || false", environment).Evaluate(Estate.Activation()).AsError.IsUnread);
    }

    [Fact]
    public void Macros_of_a_named_expression_and_of_its_reader_keep_their_own_variables()
    {
        var two = Estate.Compile("[1, 2].filter(x, [x].all(y, y > 0)).size()");
        var environment = Estate.Environment.WithLet("two", two);
        environment = environment.WithLet("four", Estate.Compile("[two, two].map(x, x).size() * two", environment));

        var program = Estate.Compile("[3, 4].map(x, x + four)", environment);
        Assert.Equal("7, 8", program.Evaluate(Estate.Activation()).ToString());
    }

    [Fact]
    public void A_program_names_the_facts_of_its_named_expressions_too()
    {
        var environment = Estate.Environment.WithLet("isLogged", Estate.Compile("resource.logged"));
        var program = Estate.Compile("isLogged && resource.ports.all(p, has(p.open))", environment);

        Assert.Equal(
            ["Bucket.logged", "Bucket.ports", "Port.open"],
            program.Properties.Select(named => $"{named.Type}.{named.Property}").Order());
    }

    [Fact]
    public void A_variable_that_was_not_set_is_an_error()
    {
        var value = Estate.Compile("resource.encrypted").Evaluate(new Activation());

        Assert.Equal("'resource' was not set", value.AsError.Message);
        Assert.False(value.AsError.IsUnread);
    }

    [Fact]
    public void Reset_unsets_all_variables()
    {
        var activation = Estate.Activation();
        activation.Reset();

        Assert.True(Estate.Compile("names").Evaluate(activation).IsError);
    }

    private sealed class CountingType(Func<int> count) : ObjectType
    {
        public override string Name => "Counting";

        public override IEnumerable<string> PropertyNames => ["count"];

        public override Property? Find(string name) => new(name, CelType.Int, (_, _) => Value.Of(count()));
    }
}
