using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using LandingZone.Cel;

namespace LandingZone.Benchmarks;

/// <summary>
/// Times the expressions of <c>cel-peers/expressions.json</c> over its data; <c>cel-peers/run.sh</c> sets the result
/// beside that of other engines. Objects of the data are records, those with only strings are maps.
/// </summary>
internal static class CelPeers
{
    private const int Rounds = 7;
    private static readonly TimeSpan Round = TimeSpan.FromMilliseconds(100);

    /// <summary>Prints a line <c>name, tab, nanoseconds</c> for each expression.</summary>
    public static int Run(string path)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(path));
        var environment = CelEnvironment.Standard;
        var activation = new Activation();
        foreach (var variable in json.RootElement.GetProperty("data").EnumerateObject())
        {
            var (type, value) = Read(variable.Name, variable.Value);
            environment = environment.With(variable.Name, type);
            activation.Set(environment.SlotOf(variable.Name), value);
        }

        foreach (var expression in json.RootElement.GetProperty("expressions").EnumerateArray())
        {
            var source = expression.GetProperty("source").GetString()!;
            var program = Compile(environment, source);
            var value = program.Evaluate(activation);
            if (value != Value.Of(expression.GetProperty("expected").GetBoolean()))
            {
                throw new InvalidOperationException($"{source} is {value}");
            }

            var name = expression.GetProperty("name").GetString();
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{name}\t{Measure(program, activation):F2}"));
        }

        return 0;
    }

    private static CelProgram Compile(CelEnvironment environment, string source) =>
        environment.TryCompile(source, CelType.Bool, out var program, out var issues)
            ? program
            : throw new InvalidOperationException(string.Join('\n', issues));

    /// <summary>The count grows until a round is long enough, which also warms up; then the median.</summary>
    private static double Measure(CelProgram program, Activation activation)
    {
        var count = 1;
        while (Time(program, activation, count) < Round)
        {
            count *= 2;
        }

        var rounds = new double[Rounds];
        for (var index = 0; index < Rounds; index++)
        {
            rounds[index] = Time(program, activation, count).TotalNanoseconds / count;
        }

        Array.Sort(rounds);
        return rounds[Rounds / 2];
    }

    private static TimeSpan Time(CelProgram program, Activation activation, int count)
    {
        var start = Stopwatch.GetTimestamp();
        for (var index = 0; index < count; index++)
        {
            program.Evaluate(activation);
        }

        return Stopwatch.GetElapsedTime(start);
    }

    private static (CelType Type, Value Value) Read(string name, JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.True or JsonValueKind.False => (CelType.Bool, Value.Of(json.GetBoolean())),
        JsonValueKind.Number => (CelType.Int, Value.Of(json.GetInt64())),
        JsonValueKind.String => (CelType.String, Value.Of(json.GetString()!)),
        JsonValueKind.Array => ReadList(name, json),
        _ when json.EnumerateObject().All(member => member.Value.ValueKind == JsonValueKind.String) => ReadMap(json),
        _ => ReadRecord(new RecordShape(name, json), json),
    };

    /// <summary>All elements are of the first one's type.</summary>
    private static (CelType Type, Value Value) ReadList(string name, JsonElement json)
    {
        var first = json[0];
        if (first.ValueKind != JsonValueKind.Object)
        {
            var values = json.EnumerateArray().Select(element => Read(name, element).Value).ToArray();
            return (CelType.List(Read(name, first).Type), Value.Of(CelList.Of(values)));
        }

        var shape = new RecordShape(name, first);
        var records = json.EnumerateArray().Select(element => ReadRecord(shape, element).Value).ToArray();
        return (CelType.List(CelType.Object(shape)), Value.Of(CelList.Of(records)));
    }

    private static (CelType Type, Value Value) ReadMap(JsonElement json) => (
        CelType.Map(CelType.String, CelType.String),
        Value.Of(CelMap.Of(json.EnumerateObject().ToDictionary(tag => tag.Name, tag => tag.Value.GetString()!))));

    private static (CelType Type, Value Value) ReadRecord(RecordShape shape, JsonElement json)
    {
        var values = json.EnumerateObject().Select(member => Read(member.Name, member.Value).Value).ToArray();
        return (CelType.Object(shape), Value.OfObject(values, shape));
    }

    /// <summary>Records that are arrays of values, with a property for each member of the first one's JSON.</summary>
    private sealed class RecordShape(string name, JsonElement sample) : ObjectType
    {
        private readonly Dictionary<string, Property> _properties = sample.EnumerateObject()
            .Select((member, index) => new Property(
                member.Name,
                Read(member.Name, member.Value).Type,
                (target, _) => ((Value[])target)[index]))
            .ToDictionary(property => property.Name);

        public override string Name => name;

        public override IEnumerable<string> PropertyNames => _properties.Keys;

        public override Property? Find(string name) => _properties.GetValueOrDefault(name);
    }
}
