using System.CommandLine;
using LandingZone.Core.Model;
using LandingZone.Core.Rules;

namespace LandingZone.Cli;

/// <summary><c>lz eval</c>: asks an expression of a saved estate.</summary>
internal static class EvalCommand
{
    private const string Wrong = "wrong";

    private const string Purpose = """
        Evaluates an expression over a saved estate; prints its type and value.

        The variables are those of rules: estate and now; with --resource or --kind also resource, account and
        organization.

        Examples:
          lz eval 'estate.accounts.map(a, a.name)' --demo
          lz eval 'resource.publicAccessBlocked || account.publicAccessBlocked' --kind Bucket --demo
        """;

    public static Command Create()
    {
        var expression = new Argument<string>("EXPRESSION") { Description = "CEL, as in a rule's condition" };
        var resource = new Option<string?>("--resource")
        {
            Description = "Ask it of this resource, by its id or name",
            HelpName = "ID",
        };
        var kind = new Option<string?>("--kind")
        {
            Description = "Ask it of each resource of this kind",
            HelpName = "KIND",
        };
        kind.CompletionSources.Add(_ => RulesArguments.Words(Kind.All));
        var estate = new EstateArguments();
        var command = new Command("eval", Purpose) { expression, resource, kind };
        estate.AddTo(command);
        command.SetAction((parsed, _) => Failure.Told(() =>
        {
            var text = parsed.GetRequiredValue(expression);

            // Other programs may read it, so that no line is broken.
            var page = new Page(Console.Out, int.MaxValue);
            var said = estate.Configuration(parsed, null);
            var declarations = new Declarations
            {
                Environments = said.Environments,
                Owners = said.Owners,
                ExpectedAccounts = said.ExpectedAccounts,
            };
            var code = (parsed.GetValue(resource), parsed.GetValue(kind)) switch
            {
                ({ } id, null) => AskOne(page, estate.Open(parsed), id, Compile),
                (null, { } name) => AskEach(page, Compile(RulesArguments.FindKind(Kind.All, name)), estate.Open(parsed)),
                (null, null) => Ask(page, Compile(null), estate.Open(parsed)),
                _ => throw new ArgumentException("say --resource or --kind, not both"),
            };
            return Task.FromResult(code);

            EstateQuery Compile(Kind? of) => EstateQuery.Compile(text, of, declarations);
        }));
        return command;
    }

    private static int AskOne(Page page, EstateFile estate, string id, Func<Kind?, EstateQuery> compile)
    {
        var resource = EstateQuery.Find(estate, id);
        return Ask(page, compile(Kind.Of(resource)), estate, resource);
    }

    private static int Ask(Page page, EstateQuery query, EstateFile estate, Resource? resource = null)
    {
        var answer = query.Ask(estate, resource);
        if (answer.Error is { } error)
        {
            throw new ArgumentException(error);
        }

        page.Text($"{query.Type}: {answer.Text}");
        foreach (var detail in answer.Details)
        {
            page.Text(detail, indent: 2);
        }

        return ExitCode.Good;
    }

    private static int AskEach(Page page, EstateQuery query, EstateFile estate)
    {
        SortedDictionary<string, int> counts = new(StringComparer.Ordinal);
        foreach (var answer in query.AskEach(estate))
        {
            var value = answer.Details.Count > 0 ? $"{answer.Text}: {string.Join(", ", answer.Details)}" : answer.Text;
            var counted = answer.Unread is not null ? "unread"
                : answer.Error is not null ? Wrong
                : query.Type == "bool" ? answer.Text
                : "read";
            counts[counted] = counts.GetValueOrDefault(counted) + 1;
            page.Text($"{answer.Resource!.Id}: {value}");
        }

        var sums = counts.Select(count => $"{count.Value} {count.Key}").DefaultIfEmpty("no such resources");
        page.Text($"{query.Type}: {string.Join(", ", sums)}");
        return counts.ContainsKey(Wrong) ? ExitCode.Error : ExitCode.Good;
    }
}
