using System.Collections.Immutable;
using System.CommandLine;
using LandingZone.Core.Model;
using LandingZone.Core.Rules;

namespace LandingZone.Cli;

/// <summary>By which rules an estate is judged, and what makes the command fail.</summary>
internal sealed class JudgeArguments
{
    private readonly Option<string[]> _rules = RulesArguments.Beside();

    private readonly Option<string?> _config = new("--config")
    {
        Description = "Decisions of your own (default: landingzone.yaml here, if there is one); options go before them",
        HelpName = "FILE",
    };

    private readonly Option<Tier?> _tier = new("--tier")
    {
        Description = "How much is judged, each with those before it (default: foundation)",
        HelpName = "foundation|standard|advanced",
        CustomParser = result => Parsing.Word<Tier>(result),
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
        command.Options.Add(_config);
        command.Options.Add(_tier);
        command.Options.Add(_only);
        command.Options.Add(_skip);
        command.Options.Add(_failOn);
        command.Options.Add(_minScore);
        command.Options.Add(_minCoverage);
    }

    /// <summary>The selected rules and what the company has decided.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="standard">Reads the decisions where the command line names no file.</param>
    /// <exception cref="ProblemsException">All that is wrong with rules and configuration.</exception>
    /// <exception cref="ArgumentException">A pattern names no rule.</exception>
    public (RuleSet Rules, Configuration Configuration) Load(ParseResult parsed, Func<RuleSet?, Configuration> standard)
    {
        List<Problem> problems = [];
        var all = LoadRules(parsed, problems);
        var known = problems.Count == 0 ? all : null;
        var configuration = Told(problems, () => parsed.GetValue(_config) is { } path
            ? Configuration.Load(path, known)
            : standard(known));
        if (configuration is null || problems.Count > 0)
        {
            throw new ProblemsException(problems);
        }

        var stated = configuration.Rules;
        var rules = all.Select(stated with
        {
            Tier = parsed.GetValue(_tier) ?? stated.Tier,
            Only = Given(parsed, _only) ?? stated.Only,
            Skip = Given(parsed, _skip) ?? stated.Skip,
        });
        return (rules, configuration);
    }

    /// <summary>The decisions in <c>landingzone.yaml</c> where the command runs; the defaults where there is none.</summary>
    public static Configuration Here(RuleSet? rules) =>
        File.Exists(Configuration.FileName) ? Configuration.Load(Configuration.FileName, rules) : Configuration.Default;

    private RuleSet LoadRules(ParseResult parsed, List<Problem> problems) =>
        (parsed.GetValue(_rules) ?? []).Aggregate(
            RuleSet.BuiltIn(), (all, folder) => Told(problems, () => all.With(RuleSet.Load(folder))) ?? all);

    // What is wrong is kept until all files were read.
    private static T? Told<T>(List<Problem> problems, Func<T> load)
        where T : class
    {
        try
        {
            return load();
        }
        catch (ProblemsException wrong)
        {
            problems.AddRange(wrong.Problems);
            return null;
        }
    }

    private static ImmutableArray<string>? Given(ParseResult parsed, Option<string[]> option) =>
        parsed.GetValue(option) is { Length: > 0 } values ? [.. values] : null;

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
