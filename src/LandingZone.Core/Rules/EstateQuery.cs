using System.Text;
using LandingZone.Cel;
using LandingZone.Core.Model;

namespace LandingZone.Core.Rules;

/// <summary>An expression asked of a saved estate, with the variables that rules have.</summary>
public sealed class EstateQuery
{
    private const string OrganizationName = "organization";
    private const string AccountName = "account";

    private readonly CelEnvironment _environment;
    private readonly CelProgram _program;
    private readonly Kind? _kind;
    private readonly Declarations _declarations;

    private EstateQuery(CelEnvironment environment, CelProgram program, Kind? kind, Declarations declarations)
    {
        _environment = environment;
        _declarations = declarations;
        _program = program;
        _kind = kind;
    }

    /// <summary>The expression's type, such as <c>list&lt;Bucket&gt;</c>.</summary>
    public string Type => _program.Type.Name;

    /// <param name="expression">
    /// CEL over <c>estate</c> and <c>now</c>; with a kind also <c>resource</c>, <c>account</c> and <c>organization</c>.
    /// </param>
    /// <param name="kind">What <c>resource</c> is; null when there is none.</param>
    /// <param name="declarations">From which facts of accounts are derived; null: the defaults.</param>
    /// <exception cref="ArgumentException">All that is wrong with it, each with a mark below its place.</exception>
    public static EstateQuery Compile(string expression, Kind? kind, Declarations? declarations = null)
    {
        var environment = EnvironmentOf(kind);
        return environment.TryCompile(expression, out var program, out var issues)
            ? new EstateQuery(environment, program, kind, declarations ?? Declarations.Default)
            : throw new ArgumentException(string.Join(
                "\n", issues.Select(issue => Marked(expression, issue.Message, issue.Offset, issue.Length))));
    }

    /// <summary>The resource with that id, or with that name if no other has it.</summary>
    /// <exception cref="ArgumentException">There is none, or several have the name.</exception>
    public static Resource Find(EstateFile file, string resource)
    {
        var search = new ResourceSearch(resource, null);
        foreach (var one in file.Read())
        {
            search.Sees(one);
        }

        return search.Only(file);
    }

    /// <summary>The answer for the whole estate, or for one resource of the kind.</summary>
    public QueryAnswer Ask(EstateFile file, Resource? resource = null) =>
        Asked(Load(file, resource), file.Header.AsOf, resource);

    /// <summary>The answer for each resource of the kind, in the estate's order.</summary>
    public IEnumerable<QueryAnswer> AskEach(EstateFile file)
    {
        var estate = Load(file, null);
        return file.Read().Where(resource => resource.GetType() == _kind!.Type)
            .Select(resource => Asked(estate, file.Header.AsOf, resource));
    }

    private Estate Load(EstateFile file, Resource? resource) => ReachedEstate.Load(
        file,
        _program.Properties.Select(property => property.Property),
        resource is null ? null : new ResourceSearch(resource.Id, null),
        _declarations);

    private QueryAnswer Asked(Estate estate, DateTimeOffset asOf, Resource? resource)
    {
        var asked = resource is null ? null : estate.Describe(resource);
        var value = _program.Evaluate(Bind(estate, asOf, asked));
        var error = value.IsError ? value.AsError : null;
        return new QueryAnswer(resource, QueryText.Of(value), QueryText.Details(value))
        {
            Unread = error is { IsUnread: true } ? error.Message : null,
            Error = error is { IsUnread: false } ? Marked(_program.Source, error.Message, error.Offset, 1) : null,
        };
    }

    private static CelEnvironment EnvironmentOf(Kind? kind)
    {
        var environment = CelEnvironment.Standard
            .With("estate", CelType.Object(ModelType.Of(typeof(WholeEstate))))
            .With("now", CelType.Timestamp);
        if (kind is null)
        {
            return environment;
        }

        environment = environment.With("resource", CelType.Object(ModelType.Of(kind.Type)))
            .With(OrganizationName, CelType.Object(ModelType.Of(typeof(Organization))));
        return RuleVariables.HaveAccount(kind)
            ? environment.With(AccountName, CelType.Object(ModelType.Of(typeof(Account))))
            : environment;
    }

    private Activation Bind(Estate estate, DateTimeOffset asOf, Resource? resource)
    {
        var activation = new Activation { Context = new EvaluationContext { Host = estate } };
        Set("estate", Value.OfObject(new WholeEstate(estate), ModelType.Of(typeof(WholeEstate))));
        Set("now", Value.Of(asOf));
        if (resource is not null)
        {
            Set("resource", Value.OfObject(resource, ModelType.Of(resource.GetType())));
            Set(OrganizationName, Of(estate.Organization(resource), OrganizationName));
            Set(AccountName, Of(estate.Account(resource), AccountName));
        }

        return activation;

        void Set(string name, Value value)
        {
            if (_environment.SlotOf(name) is >= 0 and var slot)
            {
                activation.Set(slot, value);
            }
        }
    }

    private static Value Of<T>(T? resource, string name)
        where T : Resource => resource is null
            ? Value.OfError(CelError.Unread($"the {name} is not in the estate"))
            : Value.OfObject(resource, ModelType.Of(typeof(T)));

    /// <summary>The message, the line that it is about, and a mark below the place.</summary>
    private static string Marked(string source, string message, int offset, int length)
    {
        if (offset < 0)
        {
            return message;
        }

        var (line, column) = new CelSource(source).Position(offset);
        var text = source.Split('\n')[line - 1].TrimEnd('\r');
        var mark = new StringBuilder();
        foreach (var letter in text.Take(column - 1))
        {
            mark.Append(letter == '\t' ? '\t' : ' ');
        }

        var width = Math.Clamp(length, 1, Math.Max(1, text.Length - column + 1));
        return $"{message}\n  {text}\n  {mark}{new string('^', width)}";
    }
}

/// <summary>What an expression came to.</summary>
/// <param name="Resource">The resource that it was asked of; null for the whole estate.</param>
/// <param name="Text">The value in a line.</param>
/// <param name="Details">A line for each element of a list, entry of a map or fact of a resource.</param>
public sealed record QueryAnswer(Resource? Resource, string Text, IReadOnlyList<string> Details)
{
    /// <summary>Why there is no value: what was not read; null otherwise.</summary>
    public string? Unread { get; init; }

    /// <summary>Why there is no value: what is wrong with the expression, with its place; null otherwise.</summary>
    public string? Error { get; init; }
}
