namespace LandingZone.Cel.Tests;

public sealed class RecorderTests
{
    private static readonly FakeType NodeType = new("Node", ("id", CelType.Int), ("good", CelType.Bool));

    [Theory]
    [InlineData("resource.public || resource.encrypted", "encrypted")]
    [InlineData("resource.encrypted || resource.public", "encrypted")]
    [InlineData("resource.logged || resource.encrypted", "encrypted")]
    [InlineData("resource.public || !resource.encrypted", "public encrypted")]
    [InlineData("resource.encrypted && resource.public", "public")]
    [InlineData("resource.logged && resource.public", "public")]
    [InlineData("resource.encrypted && !resource.public", "encrypted public")]
    [InlineData("resource.public || resource.logged", "public logged")]
    [InlineData("resource.encrypted ? resource.versions > 1 : resource.public", "encrypted versions")]
    [InlineData("(resource.public || resource.versions == 3) && resource.name == 'x'", "name")]
    [InlineData("resource.versions > 5 || resource.versions < 4", "versions")]
    [InlineData("resource.versions > 1 && resource.versions < 4", "versions")]
    [InlineData("has(resource.tags.owner)", "tags")]
    [InlineData("dyn(resource).versions == 3", "versions")]
    public void Only_the_facts_that_decided_remain(string source, string properties)
    {
        var recorder = new Recorder();
        Estate.Evaluate(source, recorder);

        Assert.Equal(properties, Names(recorder));
    }

    [Fact]
    public void An_observation_tells_the_record_and_what_was_read()
    {
        var recorder = new Recorder();
        Estate.Evaluate("resource.logged || resource.public", recorder);

        var (target, type, property, value) = recorder.Observations[0];
        Assert.Same(Estate.Bucket, target);
        Assert.Same(Estate.BucketType, type);
        Assert.Equal("logged", property.Name);
        Assert.Equal("AccessDenied", value.AsError.Message);
    }

    [Fact]
    public void A_fact_can_be_supposed_to_be_another_and_the_evaluation_goes_on_with_it()
    {
        var recorder = new Recorder { Suppose = seen => seen.Property.Name == "logged" ? Value.Of(true) : seen.Value };

        Assert.True(Estate.Evaluate("resource.logged && resource.encrypted", recorder).AsBool);
        Assert.True(recorder.Observations[0].Value.AsBool);
    }

    [Theory]
    [InlineData("nodes.all(n, n.good)", 20, new[] { 3, 7 }, "3")]
    [InlineData("nodes.exists(n, !n.good)", 20, new[] { 3, 7 }, "3")]
    [InlineData("nodes.all(n, n.good)", 20, new int[0], "0 1 2 3 4 5 6 7 8 9")]
    [InlineData("nodes.exists(n, !n.good)", 20, new int[0], "0 1 2 3 4 5 6 7 8 9")]
    [InlineData("nodes.exists(n, !n.good)", 2, new int[0], "0 1")]
    [InlineData("nodes.exists_one(n, !n.good)", 20, new[] { 15 }, "15")]
    [InlineData("nodes.filter(n, !n.good).size() == 0", 20, new[] { 3, 17 }, "3 17")]
    [InlineData("nodes.filter(n, !n.good).size() == 0", 20, new int[0], "0 1 2 3 4 5 6 7 8 9")]
    [InlineData("nodes.all(n, nodes.exists(m, !m.good))", 12, new[] { 5 }, "5")]
    public void A_list_shows_what_decided_or_its_first_elements(string source, int count, int[] bad, string ids)
    {
        var recorder = Evaluate(source, count, index => Value.Of(!bad.Contains(index)));

        Assert.Equal(ids, Ids(recorder));
        Assert.Equal(new ObservedRange("nodes", count, null), recorder.Ranges[0]);
    }

    [Fact]
    public void Elements_that_were_not_read_push_out_those_that_were()
    {
        var recorder = Evaluate(
            "nodes.all(n, n.good)", 20, index => index == 12 ? Estate.Unread("refused") : Value.Of(true));

        Assert.Equal("12", Ids(recorder));
    }

    [Fact]
    public void A_false_element_pushes_out_those_that_were_not_read()
    {
        var recorder = Evaluate(
            "nodes.all(n, n.good)", 5, index => index == 4 ? Value.Of(false) : Estate.Unread("refused"));

        Assert.Equal("4", Ids(recorder));
    }

    [Fact]
    public void A_named_expression_is_observed_at_each_read()
    {
        var isOpen = Estate.Compile("resource.public || !resource.encrypted");
        var environment = Estate.Environment.WithLet("isOpen", isOpen);
        var recorder = new Recorder();
        var program = Estate.Compile("(isOpen && resource.logged) || !isOpen", environment);

        Assert.True(program.Evaluate(Estate.Activation(recorder)).AsBool);
        Assert.Equal("public encrypted", Names(recorder));
    }

    [Fact]
    public void A_cleared_recorder_holds_nothing()
    {
        var recorder = Evaluate("nodes.all(n, n.good)", 5, _ => Value.Of(true));
        recorder.Clear();

        Assert.Empty(recorder.Observations);
        Assert.Empty(recorder.Ranges);
    }

    /// <summary>Also that a recorder changes no answer.</summary>
    private static Recorder Evaluate(string source, int count, Func<int, Value> good)
    {
        var nodes = Enumerable.Range(0, count)
            .Select(index => new FakeRecord(NodeType) { ["id"] = Value.Of(index), ["good"] = good(index) }.ToValue())
            .ToArray();
        var environment = CelEnvironment.Standard.With("nodes", CelType.List(CelType.Object(NodeType)));
        var program = Estate.Compile(source, environment);
        var activation = new Activation();
        activation.Set(0, Value.Of(CelList.Of(nodes)));
        var plain = program.Evaluate(activation);

        var recorder = new Recorder();
        activation.Context = new EvaluationContext { Recorder = recorder };
        Assert.Equal(plain.ToString(), program.Evaluate(activation).ToString());
        return recorder;
    }

    private static string Names(Recorder recorder) =>
        string.Join(' ', recorder.Observations.Select(observation => observation.Property.Name));

    private static string Ids(Recorder recorder) =>
        string.Join(' ', recorder.Observations.Select(observation => ((FakeRecord)observation.Target)["id"].AsInt));
}
