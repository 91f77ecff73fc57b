using System.CommandLine;
using LandingZone.Core.Rules;

namespace LandingZone.Cli;

/// <summary>By which rules an estate is judged, and what makes the command fail.</summary>
internal sealed class JudgeArguments
{
    private readonly Option<string[]> _rules = AwsArguments.List("--rules", "Folders with rules of your own, beside the built-in ones");

    private readonly Option<Tier> _tier = new("--tier")
    {
        Description = "How much is judged, each with those before it",
        DefaultValueFactory = _ => Tier.Foundation,
        HelpName = "foundation|standard|advanced",
        CustomParser = Parsing.Word<Tier>,
    };

    private readonly Option<string[]> _only = AwsArguments.List("--only", "Judge only these rules, sections or controls; * for any text");

    private readonly Option<string[]> _skip = AwsArguments.List("--skip", "Leave out these rules, sections or controls");

    private readonly Option<Severity?> _failOn = new("--fail-on")
    {
        Description = "Exit with 1 if anything of this severity or worse failed",
        HelpName = "low|medium|high|critical",
        CustomParser = result => Parsing.Word<Severity>(result),
    };

    private readonly Option<double?> _minScore = Percent("--min-score", "Exit with 1 if the score's low end is below this");

    private readonly Option<double?> _minCoverage = Percent("--min-coverage", "Exit with 1 if less than this was read");

    public void AddTo(Command command)
    {
        command.Options.Add(_rules);
        command.Options.Add(_tier);
        command.Options.Add(_only);
        command.Options.Add(_skip);
        command.Options.Add(_failOn);
        command.Options.Add(_minScore);
        command.Options.Add(_minCoverage);
    }

    /// <exception cref="Core.Model.ProblemsException">A rule is wrong.</exception>
    /// <exception cref="ArgumentException">A pattern names no rule.</exception>
    public RuleSet Load(ParseResult parsed)
    {
        var rules = (parsed.GetValue(_rules) ?? []).Aggregate(RuleSet.BuiltIn(), (all, folder) => all.With(RuleSet.Load(folder)));
        return rules.Select(parsed.GetValue(_tier), parsed.GetValue(_only) ?? [], parsed.GetValue(_skip) ?? []);
    }

    /// <summary>The gates that were not met, in words; empty when all were.</summary>
    public IReadOnlyList<string> Unmet(ParseResult parsed, Audit audit)
    {
        List<string> unmet = [];
        if (parsed.GetValue(_failOn) is { } severity)
        {
            var failed = audit.Findings.Count(finding => finding.Verdict == Verdict.Fail && finding.Rule.Severity >= severity);
            Add(failed > 0, $"{failed} failed of severity {severity.ToString().ToLowerInvariant()} or worse (--fail-on)");
        }

        var score = audit.Score.Overall;
        if (parsed.GetValue(_minScore) is { } low)
        {
            Add(!(score?.Low * 100 >= low), $"the score is at least {score?.Low * 100:0.#} %, not {low:0.#} % (--min-score)");
        }

        if (parsed.GetValue(_minCoverage) is { } least)
        {
            Add(!(score?.Coverage * 100 >= least), $"coverage is {score?.Coverage * 100:0.#} %, not {least:0.#} % (--min-coverage)");
        }

        return unmet;

        void Add(bool isUnmet, string why)
        {
            if (isUnmet)
            {
                unmet.Add(why);
            }
        }
    }

    private static Option<double?> Percent(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "PERCENT",
        CustomParser = result => Parsing.Percent(result),
    };
}
