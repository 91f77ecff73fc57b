using System.CommandLine;
using LandingZone.Core.Model;

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

    public void AddTo(Command command)
    {
        command.Arguments.Add(_estate);
        command.Options.Add(_demo);
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
}
