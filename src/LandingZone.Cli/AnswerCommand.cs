using System.CommandLine;
using System.CommandLine.Completions;
using System.Globalization;
using LandingZone.Core.Model;
using LandingZone.Core.Rules;

namespace LandingZone.Cli;

/// <summary><c>lz answer</c>: answers a question that no cloud can, in <c>landingzone.yaml</c>.</summary>
internal static class AnswerCommand
{
    private const string Examples = """


        Examples:
          lz answer break-glass-not-rehearsed yes --evidence "CHG-4711, protocol" --by anna
          lz answer root-mailbox-unowned no --evidence CHG-4712 --by anna --on o-a1b2c3d4e5 --until 2027-05-31
        """;

    private static readonly Argument<string> Question = new("id")
    {
        Description = "The question: a rule of kind Question",
        HelpName = "QUESTION",
        CompletionSources = { _ => Questions(RuleSet.BuiltIn()).Select(rule => new CompletionItem(rule.Id)) },
    };

    private static readonly Argument<AnswerValue> Value = new("answer")
    {
        Description = "Whether it is so",
        HelpName = "yes|no|notApplicable",
        CustomParser = Parsing.Word<AnswerValue>,
    };

    private static readonly Option<string> Evidence = Text("--evidence", "Where it can be looked up", "TEXT");

    private static readonly Option<string> By = Text("--by", "Who says so", "NAME");

    private static readonly Option<string?> On = new("--on")
    {
        Description = "The organization it is said of, by id or name (default: every organization)",
        HelpName = "ORG",
    };

    private static readonly Option<string?> Until = new("--until")
    {
        Description = "The last day on which it holds (default: a year from today)",
        HelpName = "DATE",
    };

    private static readonly Option<string> Config = new("--config")
    {
        Description = "The file to write the answer to",
        DefaultValueFactory = _ => Configuration.FileName,
        HelpName = "FILE",
    };

    private static readonly Option<string[]> Rules = RulesArguments.Beside();

    public static Command Create()
    {
        var command = new Command("answer", "Answers a question that no cloud can, in landingzone.yaml." + Examples)
        {
            Question, Value, Evidence, By, On, Until, Config, Rules,
        };
        command.SetAction((parsed, _) => Failure.Told(() => AnswerAsync(parsed, TimeProvider.System)));
        return command;
    }

    private static async Task<int> AnswerAsync(ParseResult parsed, TimeProvider time)
    {
        var rules = RulesArguments.LoadBeside(parsed.GetValue(Rules));
        var rule = Find(rules, parsed.GetValue(Question)!);
        var path = parsed.GetValue(Config)!;
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var answer = new Answer
        {
            Question = rule.Id,
            On = parsed.GetValue(On),
            Value = parsed.GetValue(Value),
            Evidence = parsed.GetValue(Evidence)!,
            By = parsed.GetValue(By)!,
            Date = today,
            Until = parsed.GetValue(Until) is { } until ? Day(until) : today.AddYears(1),
        };

        // A file that is wrong is told before it is changed, and the changed one must say what was meant.
        var text = "";
        if (File.Exists(path))
        {
            _ = Configuration.Load(path, rules);
            text = await File.ReadAllTextAsync(path);
        }

        var edited = AnswerEdit.Apply(path, text, answer);
        if (!Configuration.Parse(path, edited, rules).Answers.Contains(answer))
        {
            throw new ArgumentException($"{path} cannot be added to as it is written: put the answer in by hand");
        }

        await File.WriteAllTextAsync(path, edited);
        await Console.Error.WriteLineAsync(rule.Question);
        await Console.Error.WriteLineAsync($"{answer}\nHolds until {answer.Until:yyyy-MM-dd}, in {path}");
        return ExitCode.Good;
    }

    private static Rule Find(RuleSet rules, string id)
    {
        var questions = Questions(rules).ToList();
        return questions.Find(rule => rule.Id == id || rule.Aliases.Contains(id))
            ?? throw new ArgumentException(
                $"there is no question '{id}'.{Spelling.Suggest(id, questions.Select(rule => rule.Id))}"
                + $" Questions: {string.Join(", ", questions.Select(rule => rule.Id))}");
    }

    private static IEnumerable<Rule> Questions(RuleSet rules) => rules.Rules.Where(rule => rule.Question is not null);

    private static DateOnly Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw new ArgumentException($"'{text}' is not a day such as 2026-01-31");

    private static Option<string> Text(string name, string description, string value) => new(name)
    {
        Description = description,
        HelpName = value,
        Required = true,
    };
}
