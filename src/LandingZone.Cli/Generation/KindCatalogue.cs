using System.Collections.Immutable;
using System.Reflection;
using System.Text;
using System.Text.Json;
using LandingZone.Core.Model;
using LandingZone.Providers.Aws;
using static LandingZone.Cli.Generation.Markdown;

namespace LandingZone.Cli.Generation;

/// <summary><c>rules/kinds.md</c>: what rules can judge, with every fact, its type and what must be granted to read it.</summary>
internal sealed class KindCatalogue(XmlDocumentation documentation)
{
    // How lists are completed is no fact, and rules cannot name it.
    private static readonly string[] Hidden = [nameof(Account.Listed), nameof(Account.LeftOut)];

    // What many kinds have is said once, above them all.
    private static readonly Type?[] Common = [typeof(Resource), typeof(ScopedResource), typeof(TaggableResource)];

    private readonly StringBuilder _page = new();
    private readonly SortedDictionary<string, Type> _parts = new(StringComparer.Ordinal);

    public string Write()
    {
        _page.Append("""
            # Kinds and facts

            What a rule can judge (`kind`) and name (`resource.publicAccessBlocked`). Written by `lz generate` from the code's own
            documentation. A fact that was not read is an error with its reason, never false or empty. The last column is the
            permission that reads it on AWS; without it the fact is unread and what depends on it unknown.

            Every resource has `id`, `name`, `cloud`, `region` and `accountId`, or `organizationId` where it belongs to no account.
            `account.buckets`, `organization.accounts` and `estate.networks` list what belongs to each, by the plural named below.

            What is *scoped* holds for all that its `scopes` name (ids of the organization, folders, accounts) with everything
            beneath: `account.guardrails` lists all that hold for the account, wherever they were set, and a bastion also serves the
            accounts whose networks are connected with its own. What is *taggable* has `tags` (keys and values, empty when there are
            none; Google's keys are lower case, Oracle's defined tags read `namespace.key`) and is in `account.taggableResources`,
            unless it is `untaggable`, as a network of Google is.


            """);
        WriteIndex();
        foreach (var kind in Kind.All)
        {
            WriteKind(kind);
        }

        _page.Append($"## {Kind.Question.Name}\n\nWhat no cloud can tell, asked of a person once for each organization, and answered with `lz answer`");
        _page.Append(" in `landingzone.yaml`. Its `resource` is the organization.\n\n## Parts of facts\n\n");
        for (var i = 0; i < _parts.Count; i++)
        {
            // Parts may add parts; those that were written are not added again.
            WritePart(_parts.Values.ElementAt(i));
        }

        return _page.ToString().TrimEnd() + "\n";
    }

    private void WriteIndex()
    {
        _page.Append($"{Row("Kind", "Listed as", "Holds for", "Tags")}\n{Row("---", "---", "---", "---")}\n");
        foreach (var kind in Kind.All)
        {
            _page.Append(Row(
                $"[{kind.Name}](#{kind.Name.ToLowerInvariant()})", $"`{kind.Plural}`", kind.Scoped ? "its scopes" : "",
                kind.Taggable ? "yes" : "")).Append('\n');
        }

        _page.Append('\n');
    }

    private void WriteKind(Kind kind)
    {
        _page.Append($"## {kind.Name}\n\n{documentation.Of(kind.Type)}\n\nListed as `{kind.Plural}`");
        var granted = Permissions(kind.Name, null);
        _page.Append(granted.Length > 0 ? $" by {granted}.\n\n" : ".\n\n");
        _page.Append($"{Row("Fact", "Type", "Meaning", "AWS permission")}\n{Row("---", "---", "---", "---")}\n");
        foreach (var fact in Facts(kind.Type))
        {
            _page.Append(Row(
                $"`{Name(fact)}`", TypeText(fact.PropertyType), Meaning(fact), Permissions(kind.Name, fact.Name))).Append('\n');
        }

        _page.Append('\n');
    }

    private void WritePart(Type part)
    {
        _page.Append($"### {part.Name}\n\n");
        if (documentation.Of(part) is { } about)
        {
            _page.Append($"{about}\n\n");
        }

        if (part.IsEnum)
        {
            WriteWords(part);
            return;
        }

        _page.Append($"{Row("Member", "Type", "Meaning")}\n{Row("---", "---", "---")}\n");
        foreach (var member in part.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            _page.Append(Row($"`{Name(member)}`", TypeText(member.PropertyType), Meaning(member))).Append('\n');
        }

        _page.Append('\n');
    }

    private void WriteWords(Type words)
    {
        _page.Append($"{Row("Word", "Meaning")}\n{Row("---", "---")}\n");
        foreach (var name in Enum.GetNames(words))
        {
            _page.Append(Row(Word(name), documentation.OfWord(words, name) ?? "")).Append('\n');
        }

        _page.Append('\n');
    }

    private static IEnumerable<PropertyInfo> Facts(Type kind) =>
        kind.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(fact => !Common.Contains(fact.DeclaringType) && !Hidden.Contains(fact.Name));

    private static string Name(PropertyInfo fact) => JsonNamingPolicy.CamelCase.ConvertName(fact.Name);

    private string Meaning(PropertyInfo fact)
    {
        var pages = documentation.Pages(fact).Select((page, i) => $"[{(i == 0 ? "Vendor's page" : "another")}]({page})");
        return string.Join(" ", pages.Prepend(documentation.Of(fact) ?? ""));
    }

    private static string Permissions(string kind, string? fact) => string.Join(", ", AwsProvider.Permissions
        .Where(one => one.Kind == kind && one.Fact == fact).Select(one => $"`{one.Permission}`").Distinct()
        .Order(StringComparer.Ordinal));

    private string TypeText(Type type)
    {
        if (type.IsGenericType)
        {
            var generic = type.GetGenericTypeDefinition();
            var argument = type.GetGenericArguments()[0];
            return generic == typeof(Fact<>) ? TypeText(argument)
                : generic == typeof(ImmutableArray<>) ? $"list of {TypeText(argument)}"
                : generic == typeof(Link<>) ? LinkText(argument)
                : "map of text";
        }

        return type == typeof(bool) ? "bool"
            : type == typeof(int) || type == typeof(long) ? "int"
            : type == typeof(double) ? "double"
            : type == typeof(string) ? "text"
            : type == typeof(DateTimeOffset) ? "timestamp"
            : type.IsEnum ? Words(type)
            : Part(type);
    }

    private static string LinkText(Type target) => string.Join(" or ", Kind.All
        .Where(kind => kind.Type.IsAssignableTo(target)).Select(kind => $"[{kind.Name}](#{kind.Name.ToLowerInvariant()})"));

    // Words that need no explanation stand where they are used.
    private string Words(Type type) => Array.Exists(Enum.GetNames(type), name => documentation.OfWord(type, name) is not null)
        ? Part(type)
        : string.Join(", ", Enum.GetNames(type).Select(Word));

    private static string Word(string name) => $"`{JsonNamingPolicy.CamelCase.ConvertName(name)}`";

    private string Part(Type type)
    {
        _parts[type.Name] = type;
        return $"[{type.Name}](#{type.Name.ToLowerInvariant()})";
    }
}
