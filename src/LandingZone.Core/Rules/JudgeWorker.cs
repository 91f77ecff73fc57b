using LandingZone.Core.Model;

namespace LandingZone.Core.Rules;

/// <summary>One thread's part of an estate: what it found there, and its counts.</summary>
internal sealed class JudgeWorker(
    ILookup<Type, Rule> rules, Estate estate, DateTimeOffset asOf, JudgeOptions options, TallyBook tallies)
{
    private readonly RuleRun _run = new(estate, asOf, options);
    private readonly WaiverBook _waivers = new(options.Waivers, estate, asOf);

    public List<Finding> Findings { get; } = [];

    public TallyBook Tallies => tallies;

    public JudgeWorker Judge(IEnumerable<Resource> resources)
    {
        foreach (var resource in resources)
        {
            var judged = estate.Describe(resource);
            if (judged is not Account { LeftOut: not null })
            {
                foreach (var rule in rules[judged.GetType()])
                {
                    Judge(rule, judged, tallies.Of(rule, judged, estate));
                }
            }
        }

        return this;
    }

    private void Judge(Rule rule, Resource resource, Tally tally)
    {
        var opinion = _run.Judge(rule, resource);
        if (opinion.Verdict is Verdict.Pass or Verdict.NotApplicable)
        {
            _ = opinion.Guaranteed ? tally.Guaranteed++
                : opinion.Verdict == Verdict.Pass ? tally.Passed++
                : tally.NotApplicable++;
            return;
        }

        var waiver = _waivers.Find(rule, resource);
        _ = (opinion.Verdict, waiver) switch
        {
            (Verdict.Fail, null) => tally.Failed++,
            (Verdict.Fail, _) => tally.WaivedFailed++,
            (_, null) => tally.Unknown++,
            _ => tally.WaivedUnknown++,
        };
        Findings.Add(new Finding
        {
            Rule = rule,
            Resource = resource,
            Verdict = waiver is null ? opinion.Verdict : Verdict.Waived,
            Message = opinion.Message,
            Evidence = [.. _run.Explain(rule, resource)],
            Waiver = waiver,
        });
    }
}
