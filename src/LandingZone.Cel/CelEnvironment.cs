using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace LandingZone.Cel;

/// <summary>What expressions may name: variables, named expressions and functions. Immutable.</summary>
public sealed class CelEnvironment
{
    private CelEnvironment(ImmutableArray<Variable> variables, ImmutableDictionary<string, CelFunction> functions)
    {
        Variables = variables;
        Functions = functions;
    }

    /// <summary>The functions of the language definition and the extensions of this library; no variables.</summary>
    public static CelEnvironment Standard { get; } = new([], StandardLibrary.Functions);

    internal ImmutableArray<Variable> Variables { get; }

    internal ImmutableDictionary<string, CelFunction> Functions { get; }

    /// <summary>
    /// Macros' variables begin here, after those of the named expressions that may run within the macro.
    /// </summary>
    internal int LocalsStart => Variables.Select(variable => variable.Let?.LocalsEnd ?? 0).DefaultIfEmpty().Max();

    /// <summary>A variable; it gets the next slot.</summary>
    public CelEnvironment With(string name, CelType type) => With(new Variable(name, type, Variables.Length, null));

    /// <summary>
    /// An expression over the variables so far, under a name. Its error is its value, so that <c>||</c> may absorb
    /// it.
    /// </summary>
    public CelEnvironment WithLet(string name, CelProgram program) =>
        With(new Variable(name, program.Type, Variables.Length, program));

    /// <summary>A function of the host; overloads are added to a function of the same name.</summary>
    public CelEnvironment With(CelFunction function) => new(
        Variables,
        Functions.SetItem(function.Name, FindFunction(function.Name)?.With(function) ?? function));

    /// <summary>Where <see cref="Activation"/> holds the variable; -1 when there is none of this name.</summary>
    public int SlotOf(string name) => FindVariable(name)?.Slot ?? -1;

    public bool TryCompile(
        string source, [NotNullWhen(true)] out CelProgram? program, out IReadOnlyList<CelIssue> issues) =>
        TryCompile(source, null, out program, out issues);

    /// <summary>Parses, checks and compiles.</summary>
    /// <param name="result">The type that the expression must have.</param>
    /// <param name="issues">All that is wrong, in the order of the text.</param>
    public bool TryCompile(
        string source, CelType? result, [NotNullWhen(true)] out CelProgram? program, out IReadOnlyList<CelIssue> issues)
    {
        var found = new List<CelIssue>();
        program = Parser.Parse(source, found) is { } expr ? Compile(source, expr, result, found) : null;
        issues = [.. found.OrderBy(issue => issue.Offset)];
        return program is not null;
    }

    /// <summary>Parses a text whose <c>{holes}</c> are expressions; <c>{{</c> and <c>}}</c> are braces.</summary>
    /// <param name="issues">All that is wrong; offsets are within the text.</param>
    public bool TryCompileTemplate(
        string text, [NotNullWhen(true)] out CelTemplate? template, out IReadOnlyList<CelIssue> issues)
    {
        var found = new List<CelIssue>();
        template = CelTemplate.Compile(this, text, found);
        issues = found;
        return template is not null;
    }

    internal CelProgram? Compile(string source, Expr expr, CelType? result, List<CelIssue> issues)
    {
        var before = issues.Count;
        var tree = Checker.Check(this, expr, issues);
        var type = tree.Types[expr];
        if (result is not null && issues.Count == before && !new TypeMatch().Accepts(result, type))
        {
            var message = $"the expression must be {result}, not {type}";
            issues.Add(new CelIssue(expr.Span.Offset, expr.Span.Length, message));
        }

        return issues.Count == before ? new CelProgram(source, tree, Variables.Length) : null;
    }

    internal Variable? FindVariable(string name) => Variables.LastOrDefault(variable => variable.Name == name);

    internal CelFunction? FindFunction(string name) => Functions.GetValueOrDefault(name);

    private CelEnvironment With(Variable variable) => new(Variables.Add(variable), Functions);

    internal sealed record Variable(string Name, CelType Type, int Slot, CelProgram? Let);
}
