using System.Collections.Immutable;
using LandingZone.Core.Model;

namespace LandingZone.Core.Rules;

/// <summary>
/// Judges an estate by rules. The estate is read twice: first to keep what rules can reach from elsewhere, then to judge
/// line by line, so that memory grows with what is reached and with what is wrong, not with the estate.
/// </summary>
public sealed class Judge
{
    private readonly RuleSet _rules;
    private readonly JudgeOptions _options;
    private readonly ILookup<Type, Rule> _byKind;
    private readonly HashSet<Type> _reached;

    private Judge(RuleSet rules, JudgeOptions options)
    {
        _rules = rules;
        _options = options;
        _byKind = rules.Rules.ToLookup(rule => rule.Kind.Type);
        _reached =
        [
            typeof(Organization), typeof(Folder), typeof(Account), typeof(Gap),
            .. rules.Rules.SelectMany(rule => rule.Programs.Named).SelectMany(Reach.Kinds).Select(kind => kind.Type),
        ];
    }

    /// <exception cref="ProblemsException">The estate's file is broken.</exception>
    public static Audit Run(EstateFile estate, RuleSet rules, JudgeOptions? options = null) =>
        Run(estate.Header, estate.Read, rules, options);

    /// <param name="header">When the estate was read, and by whom.</param>
    /// <param name="read">Reads all resources, in the same order each time.</param>
    /// <param name="rules">What to judge by.</param>
    /// <param name="options">Null: the defaults.</param>
    public static Audit Run(
        EstateHeader header, Func<IEnumerable<Resource>> read, RuleSet rules, JudgeOptions? options = null) =>
        new Judge(rules, options ?? JudgeOptions.Default).Run(header, read);

    private Audit Run(EstateHeader header, Func<IEnumerable<Resource>> read)
    {
        var counts = ImmutableSortedDictionary.CreateBuilder<string, long>(StringComparer.Ordinal);
        var estate = new Estate(Counted(read(), counts), _options.Declarations, Keeps);
        var tallies = new TallyBook(_rules.Rules);
        var run = new RuleRun(estate, header.AsOf, _options);
        var waivers = new WaiverBook(_options.Waivers, estate, header.AsOf);
        List<Finding> findings = [];
        foreach (var resource in read())
        {
            var judged = estate.Describe(resource);
            if (judged is Account { LeftOut: not null })
            {
                continue;
            }

            foreach (var rule in _byKind[judged.GetType()])
            {
                if (Find(rule, judged, run, waivers, tallies.Of(rule, judged, estate)) is { } finding)
                {
                    findings.Add(finding);
                }
            }
        }

        tallies.AddGaps(estate);
        return new Audit
        {
            Header = _options.Name is { } name ? header with { Name = name } : header,
            Rules = _rules.Rules,
            RulesDigest = _rules.DigestWith(_options.Parameters),
            Owners = _options.Owners,
            Findings = [.. findings.OrderByDescending(finding => finding.Rule.Severity).ThenBy(finding => finding.Verdict)
                .ThenBy(finding => finding.Rule.Section.Order).ThenBy(finding => finding.Rule.Id, StringComparer.Ordinal)
                .ThenBy(finding => finding.Resource, EstateWriter.Order)],
            Tallies = tallies.All(),
            Organizations = [.. estate.Organizations],
            Folders = [.. estate.Of(typeof(Folder)).Cast<Folder>()],
            Accounts = [.. estate.Accounts],
            Gaps = [.. estate.Gaps.Order(EstateWriter.Order).Cast<Gap>()],
            ResourceCounts = counts.ToImmutable(),
        };
    }

    private bool Keeps(Resource resource) => _reached.Contains(resource.GetType());

    private static IEnumerable<Resource> Counted(
        IEnumerable<Resource> resources, ImmutableSortedDictionary<string, long>.Builder counts)
    {
        foreach (var resource in resources)
        {
            var kind = resource.GetType().Name;
            counts[kind] = counts.GetValueOrDefault(kind) + 1;
            yield return resource;
        }
    }

    private static Finding? Find(Rule rule, Resource resource, RuleRun run, WaiverBook waivers, Tally tally)
    {
        var opinion = run.Judge(rule, resource);
        if (opinion.Verdict is Verdict.Pass or Verdict.NotApplicable)
        {
            _ = opinion.Guaranteed ? tally.Guaranteed++
                : opinion.Verdict == Verdict.Pass ? tally.Passed++
                : tally.NotApplicable++;
            return null;
        }

        var waiver = waivers.Find(rule, resource);
        _ = (opinion.Verdict, waiver) switch
        {
            (Verdict.Fail, null) => tally.Failed++,
            (Verdict.Fail, _) => tally.WaivedFailed++,
            (_, null) => tally.Unknown++,
            _ => tally.WaivedUnknown++,
        };
        return new Finding
        {
            Rule = rule,
            Resource = resource,
            Verdict = waiver is null ? opinion.Verdict : Verdict.Waived,
            Message = opinion.Message,
            Evidence = [.. run.Explain(rule, resource)],
            Waiver = waiver,
        };
    }
}
