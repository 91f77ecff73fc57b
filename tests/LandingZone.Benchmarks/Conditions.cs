using System.Text.Json;
using BenchmarkDotNet.Attributes;
using LandingZone.Cel;
using LandingZone.Core.Model;
using LandingZone.Core.Rules;

namespace LandingZone.Benchmarks;

/// <summary>One evaluation of typical conditions, as the judge evaluates them: no recorder, memory reused.</summary>
[MemoryDiagnoser]
public class Conditions
{
    private readonly Activation _activation;
    private readonly CelProgram _field;
    private readonly CelProgram _ports;
    private readonly CelProgram _quantifier;

    public Conditions()
    {
        var resources = Lines().Select(line => JsonSerializer.Deserialize(line, ModelJson.Resource)!).ToList();
        var estate = new Estate(resources);
        _activation = new Activation { Context = new EvaluationContext { Host = estate } };
        var environment = CelEnvironment.Standard;
        Bind<Bucket>("bucket");
        Bind<FirewallRule>("rule");
        Bind<Account>("account");
        _field = Compile("bucket.publicAccessBlocked || account.publicAccessBlocked");
        _ports = Compile("rule.exposedPorts.exists(p, p.protocol == 'tcp' && p.from <= 22 && p.to >= 22)");
        _quantifier = Compile("account.buckets.all(b, b.tlsOnly || b.public)");

        void Bind<T>(string name)
            where T : Resource
        {
            var type = ModelType.Of(typeof(T));
            environment = environment.With(name, CelType.Object(type));
            _activation.Set(environment.SlotOf(name), Value.OfObject(resources.OfType<T>().First(), type));
        }

        CelProgram Compile(string condition) =>
            environment.TryCompile(condition, CelType.Bool, out var program, out var issues)
                ? program
                : throw new InvalidOperationException(string.Join('\n', issues));
    }

    [Benchmark(Description = "two facts: publicAccessBlocked || account.publicAccessBlocked")]
    public Value Field() => _field.Evaluate(_activation);

    [Benchmark(Description = "a list of ports: exposedPorts.exists(…)")]
    public Value Ports() => _ports.Evaluate(_activation);

    [Benchmark(Description = "100 buckets of an account: all(b, …)")]
    public Value Quantifier() => _quantifier.Evaluate(_activation);

    private static IEnumerable<string> Lines()
    {
        yield return """{"kind":"Organization","id":"o-1","name":"o","cloud":"aws","inUse":true,"listed":{"Account":["global"]}}""";
        yield return """{"kind":"Account","id":"111","name":"shop-prod","cloud":"aws","accountId":"111","organization":"o-1","publicAccessBlocked":false,"listed":{"Bucket":["global"]}}""";
        yield return """{"kind":"FirewallRule","id":"r","name":"r","cloud":"aws","accountId":"111","firewall":"sg","firewallId":"sg","exposedPorts":[{"protocol":"tcp","from":22,"to":22}]}""";
        for (var i = 0; i < 100; i++)
        {
            yield return $$"""{"kind":"Bucket","id":"b{{i}}","name":"b{{i}}","cloud":"aws","accountId":"111","publicAccessBlocked":true,"public":false,"tlsOnly":true}""";
        }
    }
}
