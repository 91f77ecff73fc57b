using System.CommandLine;
using LandingZone.Core.Model;
using LandingZone.Core.Rules;

namespace LandingZone.Cli;

/// <summary><c>lz rules new</c>: writes the file of a rule to begin with.</summary>
internal static class RulesNewCommand
{
    private const string Schema = "rules.schema.json";

    public static Command Create()
    {
        var id = new Argument<string>("SECTION/ID") { Description = "Where it belongs and the flaw that it finds, such as storage/public-bucket" };
        var kind = new Option<string>("--kind") { Description = "What it judges, such as Bucket", HelpName = "KIND", Required = true };
        kind.CompletionSources.Add(_ => RulesArguments.Words(RulesArguments.Judged));
        var clouds = AwsArguments.List("--cloud", "The clouds that it judges (default: all)");
        var folder = new Option<string>("--rules")
        {
            Description = "The folder of your rules",
            DefaultValueFactory = _ => "rules",
            HelpName = "DIR",
        };
        var command = new Command("new", "Writes a rule to begin with, which passes check and test.") { id, kind, clouds, folder };
        command.SetAction((parsed, _) => Failure.Told(async () =>
        {
            var (section, name) = Split(parsed.GetRequiredValue(id));
            var path = Path.Combine(parsed.GetRequiredValue(folder), section, $"{name}.yaml");
            var text = RuleScaffold.Text(
                name, RulesArguments.FindKind(RulesArguments.Judged, parsed.GetRequiredValue(kind)), Clouds(parsed.GetValue(clouds)), SchemaFor(path));
            await WriteAsync(path, text);
            Console.WriteLine(path);
            return ExitCode.Good;
        }));
        return command;
    }

    private static (string Section, string Id) Split(string path)
    {
        if (path.Split('/') is not [{ Length: > 0 } section, { Length: > 0 } id] || !IsKebab(section) || !IsKebab(id))
        {
            throw new ArgumentException($"'{path}' is not of the form section/id in lower-case letters, digits and hyphens");
        }

        var taken = RuleSet.BuiltIn().Rules.FirstOrDefault(rule => rule.Id == id || rule.Aliases.Contains(id));
        return taken is null
            ? (section, id)
            : throw new ArgumentException($"the id '{id}' is taken by the built-in rule \"{taken.Title}\"");
    }

    private static bool IsKebab(string name) =>
        name.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-');

    private static IEnumerable<Cloud> Clouds(string[]? names)
    {
        var known = Enum.GetValues<Cloud>().ToDictionary(RulesPage.Name);
        return names is null or []
            ? known.Values
            : names.Select(name => known.TryGetValue(name, out var cloud)
                ? cloud
                : throw new ArgumentException($"unknown cloud '{name}': {string.Join(", ", known.Keys)}.{Spelling.Suggest(name, known.Keys)}"));
    }

    /// <summary>The schema beside the folder of rules, as the file reaches it; null when there is none.</summary>
    private static string? SchemaFor(string path) =>
        File.Exists(Path.Combine(path, "..", "..", "..", Schema)) ? $"../../{Schema}" : null;

    private static async Task WriteAsync(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        if (File.Exists(path))
        {
            throw new ArgumentException($"{path} is there already");
        }

        await using var file = new FileStream(path, FileMode.CreateNew);
        await using var writer = new StreamWriter(file);
        await writer.WriteAsync(text);
    }
}
