namespace LandingZone.Cel.Tests;

/// <summary>A small world of records that the tests' expressions read.</summary>
internal static class Estate
{
    public static readonly CelType Direction = CelType.Enum("Direction", ["ingress", "egress"]);

    public static readonly FakeType PortType = new(
        "Port", ("number", CelType.Int), ("open", CelType.Bool), ("direction", Direction));

    public static readonly FakeType BucketType = new(
        "Bucket",
        ("name", CelType.String),
        ("encrypted", CelType.Bool),
        ("public", CelType.Bool),
        ("logged", CelType.Bool),
        ("versions", CelType.Int),
        ("share", CelType.Double),
        ("created", CelType.Timestamp),
        ("tags", CelType.Map(CelType.String, CelType.String)),
        ("direction", Direction),
        ("ports", CelType.List(CelType.Object(PortType))),
        ("somePorts", CelType.List(CelType.Object(PortType))),
        ("someNames", CelType.List(CelType.String)),
        ("noNames", CelType.List(CelType.String)),
        ("lostPorts", CelType.List(CelType.Object(PortType))));

    public static readonly CelEnvironment Environment = CelEnvironment.Standard
        .With("resource", CelType.Object(BucketType))
        .With("any", CelType.Dyn)
        .With("names", CelType.List(CelType.String))
        .With("shape", CelType.Enum("Shape", ["round", "square"]));

    /// <summary>Two ports, 22 which is open and 80 of which that was not read.</summary>
    public static readonly CelList Ports = CelList.Of([Port(22, Value.Of(true)), Port(80, Unread("open was refused"))]);

    /// <summary>Encrypted, not public, and whether it is logged could not be read.</summary>
    public static readonly FakeRecord Bucket = new(BucketType)
    {
        ["name"] = Value.Of("logs-1"),
        ["encrypted"] = Value.Of(true),
        ["public"] = Value.Of(false),
        ["logged"] = Unread("AccessDenied"),
        ["versions"] = Value.Of(3),
        ["share"] = Value.Of(0.5),
        ["created"] = Value.Of(new DateTimeOffset(2024, 2, 29, 12, 0, 0, TimeSpan.Zero)),
        ["tags"] = Value.Of(CelMap.Of(new Dictionary<string, string> { ["owner"] = "ops" })),
        ["direction"] = Value.Of("ingress"),
        ["ports"] = Value.Of(Ports),
        ["somePorts"] = Value.Of(CelList.Of([Ports[0]], CelError.Unread("not collected"))),
        ["someNames"] = Value.Of(CelList.Of([Value.Of("a"), Value.Of("b")], CelError.Unread("not collected"))),
        ["noNames"] = Value.Of(CelList.Of([], CelError.Unread("not collected"))),
        ["lostPorts"] = Value.Of(CelList.Of([Ports[0], Unread("port-9 is not in the estate")])),
    };

    public static Value Unread(string reason) => Value.OfError(CelError.Unread(reason));

    public static Value Port(long number, Value open) => new FakeRecord(PortType)
    {
        ["number"] = Value.Of(number),
        ["open"] = open,
        ["direction"] = Value.Of("egress"),
    }.ToValue();

    public static Activation Activation(Recorder? recorder = null)
    {
        var activation = new Activation { Context = new EvaluationContext { Recorder = recorder } };
        activation.Set(Environment.SlotOf("resource"), Bucket.ToValue());
        activation.Set(Environment.SlotOf("any"), Value.Of(7));
        activation.Set(Environment.SlotOf("names"), Value.Of(CelList.Of([Value.Of("x"), Value.Of("y")])));
        return activation;
    }

    public static CelProgram Compile(string source, CelEnvironment? environment = null)
    {
        var compiled = (environment ?? Environment).TryCompile(source, out var program, out var issues);
        Assert.True(compiled, $"{source}: {string.Join("; ", issues)}");
        return program!;
    }

    public static Value Evaluate(string source, Recorder? recorder = null) =>
        Compile(source).Evaluate(Activation(recorder));

    public static IReadOnlyList<CelIssue> Issues(string source)
    {
        Environment.TryCompile(source, out _, out var issues);
        return issues;
    }
}
