using LandingZone.Cel;
using LandingZone.Core.Model;

namespace LandingZone.Core.Rules;

/// <summary>What a rule says of a resource: the verdict, and for a failure or an unknown why.</summary>
internal readonly record struct Opinion(Verdict Verdict, string Message = "", bool Guaranteed = false);

/// <summary>One rule and one resource at a time; reuses its memory, so one thread at a time.</summary>
internal sealed class RuleRun
{
    private readonly Estate _estate;
    private readonly Value _wholeEstate;
    private readonly Value _now;
    private readonly Activation _plain;
    private readonly ParameterBook _parameters;
    private readonly AnswerBook _answers;

    public RuleRun(Estate estate, DateTimeOffset asOf, JudgeOptions? options = null)
    {
        options ??= JudgeOptions.Default;
        _parameters = new ParameterBook(estate, options.Parameters);
        _answers = new AnswerBook(options.Answers, asOf);
        _estate = estate;
        _wholeEstate = Value.OfObject(new WholeEstate(estate), ModelType.Of(typeof(WholeEstate)));
        _now = Value.Of(asOf);
        _plain = new Activation { Context = new EvaluationContext { Host = estate } };
    }

    /// <summary>Overrides a rule's parameters, each as JSON; what is wrong with them was told when they were read.</summary>
    public void Set(Rule rule, IEnumerable<KeyValuePair<string, string>> parameters) =>
        _parameters.Set(rule, parameters);

    public Opinion Judge(Rule rule, Resource resource)
    {
        if (!rule.Clouds.TryGetValue(resource.Cloud, out var advice) || advice.Skip is not null)
        {
            return new Opinion(Verdict.NotApplicable);
        }

        return advice.Always is not null ? new Opinion(Verdict.Pass, Guaranteed: true)
            : AnswerTo(rule, resource) is { Value: AnswerValue.NotApplicable } ? new Opinion(Verdict.NotApplicable)
            : Evaluate(rule, Bind(_plain, rule, resource));
    }

    /// <summary>The same again, slower, for the facts that decided.</summary>
    public IReadOnlyList<Evidence> Explain(Rule rule, Resource resource)
    {
        var evidence = EvidenceText.Of(Observe(rule, resource), resource);
        return AnswerTo(rule, resource) is { } answer
            ? [.. evidence, new Evidence(resource.Id, "answer", answer.ToString())]
            : evidence;
    }

    /// <summary>What the verdict was made of.</summary>
    public Recorder Observe(Rule rule, Resource resource)
    {
        var recorder = new Recorder();
        var recorded = Bind(Recorded(recorder), rule, resource);
        var when = rule.Programs.When?.Evaluate(recorded) ?? Value.Of(true);
        if (when.IsError || when.AsBool)
        {
            rule.Programs.Condition.Evaluate(recorded);
        }

        return recorder;
    }

    /// <summary>What the verdict would be if facts were others than those that were read.</summary>
    public Opinion Suppose(Rule rule, Resource resource, Func<Observation, Value> facts) =>
        Evaluate(rule, Bind(Recorded(new Recorder { Suppose = facts }), rule, resource));

    private Activation Recorded(Recorder recorder) =>
        new() { Context = new EvaluationContext { Host = _estate, Recorder = recorder } };

    private static Opinion Evaluate(Rule rule, Activation bound)
    {
        var when = rule.Programs.When?.Evaluate(bound) ?? Value.Of(true);
        if (!when.IsError && !when.AsBool)
        {
            return new Opinion(Verdict.NotApplicable);
        }

        var condition = rule.Programs.Condition.Evaluate(bound);
        if (condition.IsError)
        {
            return new Opinion(Verdict.Unknown, condition.AsError.Message);
        }

        // Whether the rule applies does not matter to what is well anyway.
        return condition.AsBool ? new Opinion(Verdict.Pass)
            : when.IsError ? new Opinion(Verdict.Unknown, when.AsError.Message)
            : new Opinion(Verdict.Fail, rule.Programs.Message.Render(bound));
    }

    private Activation Bind(Activation activation, Rule rule, Resource resource)
    {
        activation.Set(RuleVariables.Resource, Value.OfObject(resource, ModelType.Of(rule.Kind.Type)));
        activation.Set(RuleVariables.Organization, Of(_estate.Organization(resource), "the organization is not in the estate"));
        activation.Set(RuleVariables.Estate, _wholeEstate);
        activation.Set(RuleVariables.Params, _parameters.Of(rule, resource));
        activation.Set(RuleVariables.Now, _now);
        if (rule.Question is not null)
        {
            activation.Set(RuleVariables.Answer, _answers.Of(rule, resource));
        }

        if (RuleVariables.HaveAccount(rule.Kind))
        {
            activation.Set(RuleVariables.Account, Of(_estate.Account(resource), "the account is not in the estate"));
        }

        return activation;
    }

    /// <summary>What was answered to a question; null when nobody has, and for every other rule.</summary>
    public Answer? AnswerTo(Rule rule, Resource resource) => rule.Question is null ? null : _answers.Find(rule, resource);

    private static Value Of<T>(T? resource, string why)
        where T : Resource =>
        resource is null ? Value.OfError(CelError.Unread(why)) : Value.OfObject(resource, ModelType.Of(typeof(T)));
}
