namespace LandingZone.Cel.Tests;

/// <summary>
/// Never green by blindness: what is true or false while facts are unread and lists incomplete must not become the
/// opposite, whatever those facts turn out to be and whatever else those lists hold.
/// </summary>
public sealed class SoundnessTests
{
    private const int Expressions = 3_000;
    private const int Completions = 10;

    private static readonly FakeType ItemType = new("Item", ("good", CelType.Bool), ("n", CelType.Int));

    private static readonly FakeType WorldType = new(
        "World",
        ("p", CelType.Bool),
        ("q", CelType.Bool),
        ("r", CelType.Bool),
        ("n", CelType.Int),
        ("list", CelType.List(CelType.Int)),
        ("items", CelType.List(CelType.Object(ItemType))));

    private static readonly CelEnvironment Environment = CelEnvironment.Standard.With("w", CelType.Object(WorldType));

    private readonly Random _random = new(42);

    [Fact]
    public void No_answer_turns_into_its_opposite_when_the_rest_is_read()
    {
        var (decided, open) = (0, 0);
        for (var round = 0; round < Expressions; round++)
        {
            var program = Estate.Compile(new RandomExpression(_random).Bool(4), Environment);
            var partial = World();
            var answer = Evaluate(program, partial);
            decided += answer.IsError ? 0 : 1;
            open += answer.IsError && answer.AsError.IsUnread ? 1 : 0;
            for (var completion = 0; completion < Completions && !answer.IsError; completion++)
            {
                var complete = Complete(partial);
                var whole = Evaluate(program, complete);
                Assert.True(
                    whole.IsError || whole == answer,
                    $"{program.Source} is {answer} for {Text(partial)} and {whole} for {Text(complete)}");
            }
        }

        Assert.True(decided > Expressions / 4 && open > Expressions / 20, $"decided {decided}, open {open}");
    }

    [Fact]
    public void What_is_read_in_full_is_never_unread()
    {
        for (var round = 0; round < Expressions; round++)
        {
            var program = Estate.Compile(new RandomExpression(_random).Bool(4), Environment);
            var answer = Evaluate(program, Complete(World()));
            Assert.False(answer.IsError && answer.AsError.IsUnread, program.Source);
        }
    }

    [Fact]
    public void The_facts_that_a_recorder_keeps_suffice_for_the_answer()
    {
        var forgotten = 0;
        for (var round = 0; round < Expressions; round++)
        {
            var program = Estate.Compile(new RandomExpression(_random, isPlain: true).Bool(4), Environment);
            var world = World();
            var recorder = new Recorder();
            var answer = Evaluate(program, world, recorder);
            Assert.Equal(Evaluate(program, world).ToString(), answer.ToString());
            var observed = OnlyObserved(world, recorder);
            forgotten += observed.Values.Count(value => value.IsError);
            Assert.True(
                answer.IsError || Evaluate(program, observed) == answer,
                $"{program.Source} is {answer} for {Text(world)}, not for {Text(observed)}");
        }

        Assert.True(forgotten > Expressions, $"forgotten {forgotten}");
    }

    private static FakeRecord OnlyObserved(FakeRecord record, Recorder recorder)
    {
        var observed = new FakeRecord(record.Type);
        foreach (var (name, value) in record)
        {
            var isObserved = recorder.Observations
                .Any(fact => ReferenceEquals(fact.Target, record) && fact.Property.Name == name);
            observed[name] = !isObserved ? Estate.Unread("not observed")
                : name == "items" && !value.IsError ? OnlyObserved(value.AsList, recorder)
                : value;
        }

        return observed;
    }

    private static Value OnlyObserved(CelList items, Recorder recorder) => Value.Of(CelList.Of(
        [.. Elements(items).Select(item => OnlyObserved((FakeRecord)item.AsObject, recorder).ToValue())],
        items.Incomplete));

    private static Value Evaluate(CelProgram program, FakeRecord world, Recorder? recorder = null)
    {
        var activation = new Activation { Context = new EvaluationContext { Recorder = recorder } };
        activation.Set(0, world.ToValue());
        return program.Evaluate(activation);
    }

    private FakeRecord World() => new(WorldType)
    {
        ["p"] = Perhaps(Bool()),
        ["q"] = Perhaps(Bool()),
        ["r"] = Perhaps(Bool()),
        ["n"] = Perhaps(Int()),
        ["list"] = Perhaps(PerhapsIncomplete(Int)),
        ["items"] = Perhaps(PerhapsIncomplete(() => Item(Perhaps(Bool()), Perhaps(Int())))),
    };

    private FakeRecord Complete(FakeRecord world)
    {
        var complete = new FakeRecord(WorldType);
        foreach (var (name, value) in world)
        {
            complete[name] = name switch
            {
                "list" => CompleteList(value, number => number, Int),
                "items" => CompleteList(value, CompleteItem, () => Item(Bool(), Int())),
                "n" => value.IsError ? Int() : value,
                _ => value.IsError ? Bool() : value,
            };
        }

        return complete;
    }

    private Value CompleteList(Value list, Func<Value, Value> element, Func<Value> more)
    {
        var values = list.IsError ? [] : Elements(list.AsList).Select(element).ToList();
        for (var added = list.IsError || list.AsList.Incomplete is not null ? _random.Next(3) : 0; added > 0; added--)
        {
            values.Insert(_random.Next(values.Count + 1), more());
        }

        return Value.Of(CelList.Of(values));
    }

    private Value CompleteItem(Value item)
    {
        var record = (FakeRecord)item.AsObject;
        return Item(record["good"].IsError ? Bool() : record["good"], record["n"].IsError ? Int() : record["n"]);
    }

    private static Value Item(Value good, Value n) => new FakeRecord(ItemType) { ["good"] = good, ["n"] = n }.ToValue();

    private Value PerhapsIncomplete(Func<Value> element)
    {
        var values = Enumerable.Range(0, _random.Next(4)).Select(_ => element()).ToArray();
        return Value.Of(CelList.Of(values, _random.Next(2) == 0 ? CelError.Unread("not collected") : null));
    }

    private Value Perhaps(Value value) => _random.Next(3) == 0 ? Estate.Unread("refused") : value;

    private Value Bool() => Value.Of(_random.Next(2) == 0);

    private Value Int() => Value.Of(_random.Next(3));

    private static IEnumerable<Value> Elements(CelList list) =>
        Enumerable.Range(0, list.Count).Select(index => list[index]);

    private static string Text(FakeRecord world) =>
        string.Join("; ", world.Select(fact => $"{fact.Key} = {Text(fact.Value)}"));

    private static string Text(Value value) => value.Kind switch
    {
        ValueKind.List =>
            $"[{string.Join(", ", Elements(value.AsList).Select(Text))}]{(value.AsList.Incomplete is null ? "" : "…")}",
        ValueKind.Object => $"{{{Text((FakeRecord)value.AsObject)}}}",
        _ => value.ToString(),
    };
}
