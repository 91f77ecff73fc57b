using LandingZone.Cel;
using LandingZone.Core.Model;
using YamlDotNet.RepresentationModel;

namespace LandingZone.Core.Rules;

/// <summary>
/// Puts every small mistake into a rule's expressions, one at a time, and runs its examples. A rule whose examples let
/// a mistake pass can be wrong without anybody noticing.
/// </summary>
public sealed class RuleMutation
{
    private const string When = "when";
    private const string Condition = "condition";
    private const string LetPrefix = "let.";

    private readonly Rule _rule;
    private readonly CelEnvironment _environment;
    private readonly List<(RuleTest Test, Estate Estate)> _examples;
    private readonly YamlSource _source;

    private RuleMutation(Rule rule)
    {
        _rule = rule;
        _source = YamlSource.Read(rule.Path, rule.Text, new List<Problem>())!;
        _environment = WithLets(null, "")!;
        _examples = [.. rule.Tests.Select(test => (test, RuleExamples.EstateOf(test)))];
    }

    /// <summary>All mutants of the rule, whose examples must pass, in the order of its expressions.</summary>
    public static IEnumerable<RuleMutant> Run(Rule rule)
    {
        var mutation = new RuleMutation(rule);
        return mutation.Expressions().SelectMany(expression => mutation.Mutants(expression.Key, expression.Program));
    }

    private IEnumerable<(string Key, CelProgram Program)> Expressions()
    {
        if (_rule.Programs.When is { } when)
        {
            yield return (When, when);
        }

        // A question's is its answer, which stands in no file.
        if (_rule.Question is null)
        {
            yield return (Condition, _rule.Programs.Condition);
        }

        var environment = RuleVariables.Of(_rule.Kind, _rule.Programs.Parameters);
        foreach (var (name, text) in _rule.Let)
        {
            var program = Compile(environment, text, null)!;
            yield return (LetPrefix + name, program);
            environment = environment.WithLet(name, program);
        }
    }

    private IEnumerable<RuleMutant> Mutants(string key, CelProgram program)
    {
        var scalar = Scalar(key);
        foreach (var mutation in Mutation.Of(program))
        {
            var place = _source.At(scalar, mutation.Span.Offset, "");
            var original = program.Source.Substring(mutation.Span.Offset, mutation.Span.Length);
            var fate = With(key, mutation.In(program.Source)) is not { } mutant ? MutantFate.Refused
                : IsKilled(mutant) ? MutantFate.Killed
                : MutantFate.Survived;
            yield return new RuleMutant(_rule, key, place.Line, place.Column, original, mutation.Replacement, fate);
        }
    }

    private bool IsKilled(Rule mutant) =>
        _examples.Exists(example => !RuleExamples.Run(mutant, example.Test, example.Estate).Passed);

    /// <summary>The rule with another text for one expression; null when that does not compile.</summary>
    private Rule? With(string key, string text)
    {
        var programs = key switch
        {
            When => Compile(_environment, text, CelType.Bool) is { } when ? _rule.Programs with { When = when } : null,
            Condition => Compile(_environment, text, CelType.Bool) is { } condition
                ? _rule.Programs with { Condition = condition }
                : null,
            _ => WithLet(key[LetPrefix.Length..], text),
        };
        return programs is null ? null : _rule with { Programs = programs };
    }

    private RulePrograms? WithLet(string name, string text)
    {
        // All that may name it must be compiled anew.
        if (WithLets(name, text) is not { } environment
            || Compile(environment, _rule.Condition, CelType.Bool) is not { } condition
            || !environment.TryCompileTemplate(_rule.Message, out var message, out _))
        {
            return null;
        }

        var when = _rule.When is null ? null : Compile(environment, _rule.When, CelType.Bool);
        return _rule.When is null || when is not null
            ? _rule.Programs with { When = when, Condition = condition, Message = message }
            : null;
    }

    private CelEnvironment? WithLets(string? changed, string text)
    {
        var environment = RuleVariables.Of(_rule.Kind, _rule.Programs.Parameters);
        foreach (var (name, original) in _rule.Let)
        {
            if (Compile(environment, name == changed ? text : original, null) is not { } program)
            {
                return null;
            }

            environment = environment.WithLet(name, program);
        }

        return environment;
    }

    private static CelProgram? Compile(CelEnvironment environment, string text, CelType? type) =>
        environment.TryCompile(text, type, out var program, out _) ? program : null;

    private YamlScalarNode Scalar(string key) =>
        key.StartsWith(LetPrefix, StringComparison.Ordinal)
            ? (YamlScalarNode)_source.Root.Children["let"][key[LetPrefix.Length..]]
            : (YamlScalarNode)_source.Root.Children[key];
}
