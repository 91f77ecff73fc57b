using System.CommandLine;
using LandingZone.Core.Model;
using LandingZone.Core.Rules;

namespace LandingZone.Cli;

/// <summary>Which saved estate a command looks into.</summary>
internal sealed class EstateArguments
{
    private static readonly string Default = Path.Combine("lz-out", "estate.jsonl.gz");

    private readonly Argument<string?> _estate = new("ESTATE")
    {
        Description = $"A saved estate (default: {Default}, which lz audit leaves)",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<bool> _demo = new("--demo") { Description = "The demo estate" };

    private readonly Option<string?> _config = new("--config")
    {
        Description = "Decisions of your own (default: landingzone.yaml here, if there is one)",
        HelpName = "FILE",
    };

    public void AddTo(Command command)
    {
        command.Arguments.Add(_estate);
        command.Options.Add(_demo);
        command.Options.Add(_config);
    }

    /// <exception cref="ProblemsException">There is no such file, or it is broken.</exception>
    /// <exception cref="ArgumentException">None was named and there is none to begin with.</exception>
    public EstateFile Open(ParseResult parsed)
    {
        if (parsed.GetValue(_demo))
        {
            return Demo.Open();
        }

        var path = parsed.GetValue(_estate);
        return path is not null || File.Exists(Default)
            ? new EstateFile(path ?? Default)
            : throw new ArgumentException($"there is no {Default}: name a saved estate, run lz audit first, or try --demo");
    }

    /// <summary>What the company whose estate it is has decided.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="rules">All rules that it may speak of; null: they are not looked at.</param>
    /// <exception cref="ProblemsException">The file is wrong.</exception>
    public Configuration Configuration(ParseResult parsed, RuleSet? rules) =>
        parsed.GetValue(_config) is { } path ? Core.Rules.Configuration.Load(path, rules)
        : parsed.GetValue(_demo) ? Demo.Configuration(rules)
        : JudgeArguments.Here(rules);
}
