using System.CommandLine;
using LandingZone.Core.Rules;

namespace LandingZone.Cli;

/// <summary><c>lz explain</c>: why a rule says of a resource what it says, and what would change it.</summary>
internal static class ExplainCommand
{
    private const string Purpose = """
        Explains why a rule passes or fails a resource, and what would change it.

        Examples:
          lz explain public-bucket tarnfell-www --demo
          lz explain audit-trail-off 111122223333 estate.jsonl.gz
        """;

    public static Command Create()
    {
        var id = RulesArguments.Id();
        var resource = new Argument<string>("RESOURCE") { Description = "The resource's id, or its name if no other of its kind has it" };
        var estate = new EstateArguments();
        var folders = RulesArguments.Beside();
        var command = new Command("explain", Purpose) { id, resource, folders };
        estate.AddTo(command);
        command.SetAction((parsed, _) => Failure.Told(() =>
        {
            var rules = RulesArguments.LoadBeside(parsed.GetValue(folders));
            var rule = RulesArguments.Find(rules, parsed.GetRequiredValue(id));
            var options = estate.Configuration(parsed, rules).ToOptions();
            var explanation = Explainer.Explain(estate.Open(parsed), rule, parsed.GetRequiredValue(resource), options);
            new ExplainPage(new Page(Console.Out)).Write(explanation);
            return Task.FromResult(ExitCode.Good);
        }));
        return command;
    }
}
