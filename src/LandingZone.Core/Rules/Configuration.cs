using System.Collections.Immutable;
using LandingZone.Core.Model;

namespace LandingZone.Core.Rules;

/// <summary>What <c>landingzone.yaml</c> says: the decisions of a company about its own estate.</summary>
public sealed record Configuration
{
    /// <summary>The file that commands look for where they are run.</summary>
    public const string FileName = "landingzone.yaml";

    public static Configuration Default { get; } = new();

    /// <summary>What the company is called, for titles.</summary>
    public string? Name { get; init; }

    /// <summary>Which rules judge.</summary>
    public RuleSelection Rules { get; init; } = RuleSelection.Default;

    /// <summary>Rule to its parameters; below a rule's <c>on</c>, other values for some accounts.</summary>
    public ImmutableArray<ParameterOverride> Parameters { get; init; } = [];

    /// <summary>How an account's environment is known.</summary>
    public EnvironmentPatterns Environments { get; init; } = EnvironmentPatterns.Default;

    /// <summary>Who answers for what.</summary>
    public OwnerPatterns Owners { get; init; } = OwnerPatterns.Default;

    /// <summary>Findings that somebody has accepted until a day.</summary>
    public ImmutableArray<Waiver> Waivers { get; init; } = [];

    /// <summary>What people say to the questions that no cloud can answer.</summary>
    public ImmutableArray<Answer> Answers { get; init; } = [];

    /// <summary>Cloud to the accounts that must be there: their ids, or how many.</summary>
    public ImmutableSortedDictionary<Cloud, ExpectedAccounts> ExpectedAccounts { get; init; } =
        ImmutableSortedDictionary<Cloud, ExpectedAccounts>.Empty;

    public JudgeOptions ToOptions() => new()
    {
        Name = Name,
        Environments = Environments,
        Owners = Owners,
        ExpectedAccounts = ExpectedAccounts,
        Waivers = Waivers,
        Parameters = Parameters,
        Answers = Answers,
    };

    /// <param name="path">The file.</param>
    /// <param name="rules">All rules that it may speak of; null where those are wrong themselves, and then they are not checked.</param>
    /// <exception cref="ProblemsException">All that is wrong with the file, by its lines.</exception>
    public static Configuration Load(string path, RuleSet? rules)
    {
        List<Problem> problems = [];
        return Read(path, YamlSource.ReadText(path, problems), rules, problems);
    }

    /// <summary>The same of a text that stands in no file of its own.</summary>
    /// <exception cref="ProblemsException">All that is wrong with the text.</exception>
    public static Configuration Parse(string path, string text, RuleSet? rules)
    {
        List<Problem> problems = [];
        return Read(path, text, rules, problems);
    }

    private static Configuration Read(string path, string? text, RuleSet? rules, List<Problem> problems) =>
        ConfigurationReader.Read(path, text, rules, problems)
        ?? throw new ProblemsException([.. problems.OrderBy(problem => problem.Line).ThenBy(problem => problem.Column)]);
}
