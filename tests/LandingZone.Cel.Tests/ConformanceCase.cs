using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace LandingZone.Cel.Tests;

/// <summary>One test of the specification: an expression, its variables, and its value, type or error.</summary>
internal sealed partial class ConformanceCase(JsonElement test)
{
    private static readonly Dictionary<string, string> ExtensionFiles = new()
    {
        ["proto2"] = "protobuf messages",
        ["proto3"] = "protobuf messages",
        ["proto2_ext"] = "protobuf messages",
        ["enums"] = "protobuf messages",
        ["wrappers"] = "protobuf messages",
        ["optionals"] = "extension: optional types",
        ["block_ext"] = "extension: cel.block",
    };

    public string Path => string.Join("/", Text("file"), Text("section"), Text("name"));

    public string Source => Text("expr");

    private bool ExpectsError => test.TryGetProperty("evalError", out _);

    /// <summary>Why the test is not for this library; null when it is.</summary>
    public string? LeftOut()
    {
        if (ExtensionFiles.TryGetValue(Text("file"), out var reason))
        {
            return reason;
        }

        var text = test.GetRawText();
        return UsesMessages().IsMatch(text) ? "protobuf messages"
            : Text("container") == "x" ? "containers"
            : text.Contains("optional_type", StringComparison.Ordinal) ? "extension: optional types"
            : text.Contains("\"function\":", StringComparison.Ordinal) ? "functions without an implementation"
            : IsUnchecked() ? "evaluates what the checker refuses"
            : null;
    }

    /// <summary>What is wrong with our answer; null when nothing is.</summary>
    public string? Problem()
    {
        if (!Compile(out var environment, out var program, out var issues))
        {
            return ExpectsError ? null : $"issue: {string.Join("; ", issues.Select(issue => issue.Message))}";
        }

        if (test.TryGetProperty("typedResult", out var typed)
            && ConformanceJson.Type(typed.GetProperty("deducedType")).Name is var type && program.Type.Name != type)
        {
            return $"type {program.Type}, not {type}";
        }

        return test.TryGetProperty("checkOnly", out _) ? null : ValueProblem(program.Evaluate(Activation(environment)));
    }

    [GeneratedRegex(
        @"TestAllTypes|google\.protobuf\.(?!Timestamp|Duration)|(Timestamp|Duration|Value) ?\{" +
        @"|GlobalEnum|NestedEnum|cel\.expr\.")]
    private static partial Regex UsesMessages();

    private string? ValueProblem(Value value)
    {
        if (value.IsError || ExpectsError)
        {
            return value.IsError && ExpectsError ? null : $"{value.Kind} {value}";
        }

        var expected = test.TryGetProperty("value", out var json) ? ConformanceJson.Value(json)
            : test.TryGetProperty("typedResult", out var typed) ? ConformanceJson.Value(typed.GetProperty("result"))
            : Value.Of(true);
        return ConformanceJson.Same(value, expected) ? null : $"{value.Kind} {value}, not {expected.Kind} {expected}";
    }

    private bool IsUnchecked() =>
        test.TryGetProperty("disableCheck", out _) && !ExpectsError && !Compile(out _, out _, out _);

    private bool Compile(
        out CelEnvironment environment,
        [NotNullWhen(true)] out CelProgram? program,
        out IReadOnlyList<CelIssue> issues)
    {
        environment = CelEnvironment.Standard;
        foreach (var variable in Items("typeEnv").Where(variable => variable.TryGetProperty("ident", out _)))
        {
            environment = environment.With(
                variable.GetProperty("name").GetString()!,
                ConformanceJson.Type(variable.GetProperty("ident").GetProperty("type")));
        }

        var known = environment;
        foreach (var binding in Bindings().Select(binding => binding.Name).Where(name => known.SlotOf(name) < 0))
        {
            environment = environment.With(binding, CelType.Dyn);
        }

        return environment.TryCompile(Source, out program, out issues);
    }

    private Activation Activation(CelEnvironment environment)
    {
        var activation = new Activation();
        foreach (var binding in Bindings())
        {
            activation.Set(environment.SlotOf(binding.Name), ConformanceJson.Value(binding.Value.GetProperty("value")));
        }

        return activation;
    }

    private string Text(string name) => test.TryGetProperty(name, out var text) ? text.GetString()! : "";

    private JsonElement.ObjectEnumerator Bindings() =>
        test.TryGetProperty("bindings", out var bindings) ? bindings.EnumerateObject() : default;

    private JsonElement.ArrayEnumerator Items(string name) =>
        test.TryGetProperty(name, out var items) ? items.EnumerateArray() : default;
}
