using System.Collections.Immutable;
using LandingZone.Cel;
using LandingZone.Core.Model;
using YamlDotNet.RepresentationModel;

namespace LandingZone.Core.Rules;

/// <summary>Reads one rule's file, checks it whole and compiles it.</summary>
internal sealed class RuleReader(YamlSource source, List<Problem> problems)
{
    /// <summary>The name by which a question's condition is its answer.</summary>
    public const string AnswerName = "answer";

    private const int LongestTitle = 80;

    private readonly YamlMap _file = new(source, source.Root, problems);

    // Without it no name of an expression can be known: its own problem is enough.
    private bool _kindKnown;

    /// <summary>The rule, or null with all that is wrong with its file.</summary>
    /// <param name="path">Where the file is; its folder is the rule's section.</param>
    /// <param name="text">What it says.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public static Rule? Read(string path, string text, List<Problem> problems)
    {
        var before = problems.Count;
        var rule = YamlSource.Read(path, text, problems) is { } source ? new RuleReader(source, problems).Read() : null;
        _ = rule?.Tests;
        return problems.Count == before && rule is not null ? rule with { Text = text } : null;
    }

    /// <summary>
    /// A rule that comes with the program. Its examples, half of its text and at the end, are read when somebody asks.
    /// </summary>
    public static Rule ReadProven(string path, string text)
    {
        List<Problem> problems = [];
        var end = text.IndexOf("\ntests:", StringComparison.Ordinal);
        var rule = YamlSource.Read(path, end < 0 ? text : text[..(end + 1)], problems) is { } source
            ? new RuleReader(source, problems).Read(examples: false)
            : null;
        return problems.Count == 0 && rule is not null
            ? rule with { Text = text, Examples = new(() => Read(path, text, problems)!.Tests) }
            : throw new ProblemsException(problems);
    }

    private Rule? Read(bool examples = true)
    {
        var id = Id();
        var kind = ReadKind();
        _kindKnown = kind is not null;
        var parameters = new ParameterTypes();
        var declared = ReadParameters(parameters);
        var environment = RuleVariables.Of(kind ?? Kind.All[0], parameters);
        HashSet<Property> named = [];
        var let = ReadLet(ref environment, named);
        var when = Compile("when", environment, named, required: false);
        var question = kind == Kind.Question ? _file.Text("question") : null;
        var condition = question is null ? Compile("condition", environment, named, required: true) : Answered(environment);
        var message = CompileMessage(environment, named);
        var advice = new AdviceReader(_file);
        var rule = new Rule
        {
            Id = id,
            Aliases = [.. _file.Scalars("aliases").Select(alias => alias.Value!)],
            Title = Title(),
            Control = _file.OptionalText("control"),
            Section = Section.Of(Path.GetFileName(Path.GetDirectoryName(Path.GetFullPath(source.Path))!)),
            Tier = _file.Word<Tier>("tier"),
            Severity = _file.Word<Severity>("severity"),
            Effort = _file.Word<Effort>("effort"),
            Kind = kind ?? Kind.All[0],
            When = _file.OptionalText("when"),
            Question = question,
            Condition = question is null ? _file.OptionalText("condition") ?? "" : AnswerName,
            Let = let,
            Message = _file.OptionalText("message") ?? "",
            Why = _file.Text("why"),
            Params = declared,
            Frameworks = advice.ReadFrameworks(),
            Clouds = advice.ReadClouds(),
            Path = source.Path,
        };
        _file.Get("tests", required: examples && kind is null);
        _file.End();
        return kind is null ? null : rule with
        {
            Examples = new(() => new RuleTestReader(_file, rule, parameters, source, problems).Read()),
            Programs = new RulePrograms(when, condition!, message!, parameters, named),
        };
    }

    private string Id()
    {
        var id = _file.Scalar("id", required: true);
        var file = Path.GetFileNameWithoutExtension(source.Path);
        if (id is null)
        {
            return file;
        }

        if (id.Value != file)
        {
            _file.Refuse(id, $"the id must be the file's name, '{file}'");
        }
        else if (id.Value.Any(letter => !char.IsAsciiLetterLower(letter) && !char.IsAsciiDigit(letter) && letter != '-'))
        {
            _file.Refuse(id, "an id is in kebab-case: lower-case letters, digits and hyphens");
        }

        return id.Value!;
    }

    private string Title()
    {
        var title = _file.Scalar("title", required: true);
        if (title?.Value?.Length > LongestTitle)
        {
            _file.Refuse(title, $"a title has at most {LongestTitle} characters; this has {title.Value.Length}");
        }

        return title?.Value ?? "";
    }

    private Kind? ReadKind()
    {
        var name = _file.Scalar("kind", required: true);
        var kinds = Kind.All.Append(Kind.Question).ToList();
        var kind = kinds.Find(kind => kind.Name == name?.Value);
        if (name is not null && kind is null)
        {
            _file.Refuse(name, $"unknown kind '{name.Value}'.{Spelling.Suggest(name.Value!, kinds.Select(k => k.Name))}");
        }

        return kind;
    }

    private ImmutableArray<RuleParameter> ReadParameters(ParameterTypes types)
    {
        List<RuleParameter> parameters = [];
        foreach (var (name, value) in _file.Map("params")?.Entries() ?? [])
        {
            if (_file.Map(value, "params") is not { } map)
            {
                continue;
            }

            var text = map.Scalar("type", required: true);
            var standard = map.Get("default", required: true);
            var about = map.Text("about");
            map.End();
            if (text is null || standard is null)
            {
                continue;
            }

            if (!CelType.TryParse(text.Value!, out var type, out var error))
            {
                map.Refuse(text, error);
                continue;
            }

            var json = YamlJson.Convert(standard, "", new Dictionary<string, YamlNode>());
            if (name.Value == RuleParameter.Reserved)
            {
                map.Refuse(name, $"a parameter cannot be called '{name.Value}': {Configuration.FileName} uses that word");
            }

            if (types.Add(name.Value!, type, json) is { } wrong)
            {
                map.Refuse(standard, wrong);
            }

            parameters.Add(new RuleParameter(name.Value!, type.Name, json?.ToJsonString() ?? "null", about));
        }

        return [.. parameters];
    }

    private ImmutableArray<KeyValuePair<string, string>> ReadLet(ref CelEnvironment environment, HashSet<Property> named)
    {
        List<KeyValuePair<string, string>> names = [];
        foreach (var (name, value) in _file.Map("let")?.Entries() ?? [])
        {
            if (value is not YamlScalarNode expression)
            {
                _file.Refuse(value, $"'{name.Value}' must be an expression");
            }
            else if (Compile(expression, environment, null, named) is { } program)
            {
                environment = environment.WithLet(name.Value!, program);
                names.Add(new(name.Value!, expression.Value!));
            }
        }

        return [.. names];
    }

    private CelProgram? Compile(string key, CelEnvironment environment, HashSet<Property> named, bool required) =>
        _file.Scalar(key, required) is { } expression ? Compile(expression, environment, CelType.Bool, named) : null;

    private CelProgram? Compile(YamlScalarNode expression, CelEnvironment environment, CelType? type, HashSet<Property> named)
    {
        if (!_kindKnown)
        {
            return null;
        }

        if (environment.TryCompile(expression.Value!, type, out var program, out var issues))
        {
            named.UnionWith(program.Properties.Select(property => property.Property));
            return program;
        }

        Refuse(expression, issues);
        return null;
    }

    // The answer is the whole condition, so that a question is judged and explained as every other rule is.
    private static CelProgram Answered(CelEnvironment environment) =>
        environment.TryCompile(AnswerName, CelType.Bool, out var program, out _)
            ? program
            : throw new InvalidOperationException("a question has its answer");

    private CelTemplate? CompileMessage(CelEnvironment environment, HashSet<Property> named)
    {
        if (_file.Scalar("message", required: true) is not { } text || !_kindKnown)
        {
            return null;
        }

        if (environment.TryCompileTemplate(text.Value!, out var template, out var issues))
        {
            named.UnionWith(template.Holes.SelectMany(hole => hole.Properties).Select(property => property.Property));
            return template;
        }

        Refuse(text, issues);
        return null;
    }

    private void Refuse(YamlScalarNode expression, IReadOnlyList<CelIssue> issues)
    {
        foreach (var issue in issues)
        {
            _file.Refuse(expression, issue.Offset, issue.Message);
        }
    }
}
