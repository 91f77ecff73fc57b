using System.Collections.Immutable;
using System.Runtime.ExceptionServices;
using LandingZone.Core.Model;

namespace LandingZone.Core.Rules;

/// <summary>
/// Judges an estate by rules. The estate is read twice: first to keep what rules can reach from elsewhere, then to judge
/// line by line, so that memory grows with what is reached and with what is wrong, not with the estate.
/// </summary>
public sealed class Judge
{
    private const int ResourcesAtATime = 256;

    private readonly RuleSet _rules;
    private readonly JudgeOptions _options;
    private readonly ILookup<Type, Rule> _byKind;
    private readonly HashSet<Type> _reached;
    private readonly HashSet<Type> _tagged;

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
        _tagged = [.. rules.Rules.SelectMany(rule => rule.Programs.Named).SelectMany(Reach.TaggedKinds).Select(kind => kind.Type)];
    }

    /// <exception cref="ProblemsException">The estate's file is broken.</exception>
    public static Audit Run(EstateFile estate, RuleSet rules, JudgeOptions? options = null) =>
        new Judge(rules, options ?? JudgeOptions.Default).Run(estate.Header, estate.Read, estate.Read);

    /// <param name="header">When the estate was read, and by whom.</param>
    /// <param name="read">Reads all resources, in the same order each time.</param>
    /// <param name="rules">What to judge by.</param>
    /// <param name="options">Null: the defaults.</param>
    public static Audit Run(
        EstateHeader header, Func<IEnumerable<Resource>> read, RuleSet rules, JudgeOptions? options = null) =>
        new Judge(rules, options ?? JudgeOptions.Default).Run(header, _ => read(), read);

    private Audit Run(
        EstateHeader header, Func<Func<string, bool>, IEnumerable<Resource>> readKinds, Func<IEnumerable<Resource>> read)
    {
        var estate = new Estate(readKinds(Needs), _options.Declarations, Keep);
        var counts = ImmutableSortedDictionary.CreateBuilder<string, long>(StringComparer.Ordinal);
        var tallies = new TallyBook(_rules.Rules);
        List<Finding> findings = [];
        try
        {
            // The reading is one thread's at a time, and the judging of what was read any number's.
            Parallel.ForEach(
                Counted(read(), counts).Chunk(ResourcesAtATime),
                () => new JudgeWorker(_byKind, estate, header.AsOf, _options, new TallyBook(_rules.Rules)),
                (resources, _, worker) => worker.Judge(resources),
                worker =>
                {
                    lock (findings)
                    {
                        findings.AddRange(worker.Findings);
                        tallies.Add(worker.Tallies);
                    }
                });
        }
        catch (AggregateException several)
        {
            ExceptionDispatchInfo.Throw(several.InnerExceptions[0]);
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

    // What makes exposure is needed, though not at hand.
    private bool Needs(string kind) =>
        Exposure.Needs(kind) || _reached.Any(type => type.Name == kind) || _tagged.Any(type => type.Name == kind);

    private Resource? Keep(Resource resource) =>
        _reached.Contains(resource.GetType()) ? resource
        : resource is TaggableResource taggable && _tagged.Contains(resource.GetType()) && Reach.IsTagged(taggable)
            ? TagsOnly.From(taggable)
        : null;

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
}
