using LandingZone.Cel;
using LandingZone.Core.Model;

namespace LandingZone.Core.Rules;

/// <summary>Finds out why one rule says of one resource what it says.</summary>
public sealed class Explainer
{
    private readonly Rule _rule;
    private readonly Estate _estate;
    private readonly RuleRun _run;
    private readonly WaiverBook _waivers;
    private readonly DateTimeOffset _asOf;

    private Explainer(Rule rule, Estate estate, DateTimeOffset asOf, JudgeOptions options)
    {
        _rule = rule;
        _estate = estate;
        _run = new RuleRun(estate, asOf, options);
        _waivers = new WaiverBook(options.Waivers, estate, asOf);
        _asOf = asOf;
    }

    /// <param name="file">The estate; read once, and only what the rule can reach is kept.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="resource">The resource's id, or its name if no other of the rule's kind has it.</param>
    /// <param name="options">Null: the defaults.</param>
    /// <exception cref="ArgumentException">No such resource, several, or one that the rule does not judge.</exception>
    /// <exception cref="ProblemsException">The estate's file is broken.</exception>
    public static Explanation Explain(EstateFile file, Rule rule, string resource, JudgeOptions? options = null)
    {
        options ??= JudgeOptions.Default;
        var search = new ResourceSearch(resource, rule.Kind);
        var estate = ReachedEstate.Load(file, rule.Programs.Named, search, options.Declarations);
        var found = search.Only(file);

        // Accounts and organizations have their derived facts only in the estate.
        return new Explainer(rule, estate, file.Header.AsOf, options).Explain(estate.Find(found.Id)!);
    }

    private Explanation Explain(Resource resource)
    {
        var opinion = _run.Judge(_rule, resource);
        var explanation = new Explanation
        {
            Rule = _rule,
            Resource = resource,
            Account = _estate.Account(resource),
            Verdict = opinion.Verdict,
            Message = opinion.Message,
            Waiver = opinion.Verdict is Verdict.Fail or Verdict.Unknown ? _waivers.Find(_rule, resource) : null,
        };
        if (_rule.Clouds.GetValueOrDefault(resource.Cloud)?.Fix is null)
        {
            return explanation;
        }

        var observations = _run.Observe(_rule, resource).Observations;
        var facts = new ObservedFacts(observations);
        return explanation with
        {
            Facts = [.. observations.Where(facts.Matters).Select(facts.Of), .. Answers(resource)],
            Changes = [.. observations.SelectMany(seen => Changes(resource, opinion.Verdict, seen, facts))],
        };
    }

    private IEnumerable<DecidingFact> Answers(Resource resource) =>
        _run.AnswerTo(_rule, resource) is { } answer
            ? [new DecidingFact(resource, "answer", answer.ToString(), null)]
            : [];

    private IEnumerable<TurningFact> Changes(Resource resource, Verdict verdict, Observation seen, ObservedFacts facts)
    {
        // A parameter is the rule's own, not something that anybody could find or mend in a cloud.
        if (seen.Target is Dictionary<string, Value>)
        {
            return [];
        }

        return Supposition.Of(seen, facts.Limits(_rule), _asOf)
            .Select(instead => (instead.Text, With(resource, seen, instead.Value).Verdict))
            .Where(other => other.Verdict != verdict)
            .DistinctBy(other => other.Verdict)
            .Select(other => new TurningFact(facts.Of(seen), other.Text, other.Verdict));
    }

    private Opinion With(Resource resource, Observation changed, Value value) =>
        _run.Suppose(_rule, resource, seen =>
            ReferenceEquals(seen.Target, changed.Target) && seen.Property == changed.Property ? value : seen.Value);
}
