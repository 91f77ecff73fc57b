using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using LandingZone.Core.Model;

namespace LandingZone.Core.Rules;

/// <summary>The file of a rule to begin with: it loads, and its examples pass.</summary>
public static class RuleScaffold
{
    /// <param name="id">The rule's id, in kebab-case.</param>
    /// <param name="kind">What it shall judge.</param>
    /// <param name="clouds">For which clouds it shall have a fix.</param>
    /// <param name="schema">Path from the file to the schema for editors; null when there is none.</param>
    /// <exception cref="ArgumentException">The kind has no fact that a rule could begin with.</exception>
    public static string Text(string id, Kind kind, IEnumerable<Cloud> clouds, string? schema)
    {
        var (title, decides, tests) = kind == Kind.Question ? Asked() : Judged(kind);
        return $$"""
            {{(schema is null ? "" : $"# yaml-language-server: $schema={schema}\n")}}id: {{id}}
            title: {{title}}  # the good state, at most 80 characters
            tier: standard  # foundation, standard, advanced
            severity: medium  # low, medium, high, critical
            effort: hours  # hours, days, weeks: to mend it
            {{decides}}
            why: >-
              Say in one sentence what can happen to who lets this be.
              Say in a second one why mending it is worth the work.
            clouds:  # a cloud that is not named is not judged
            {{string.Join("\n", clouds.Select(Fix))}}
            tests:
            {{tests}}

            """;
    }

    private static (string Title, string Decides, string Tests) Judged(Kind kind)
    {
        var facts = Facts(kind).ToList();
        var (fact, good, bad, condition) = First(kind, facts);
        var decides = $$"""
            kind: {{kind.Name}}  # facts: {{string.Join(", ", facts.Select(Name))}}
            condition: {{condition}}  # true passes, false fails, what was not read is unknown
            message: "{resource.name} lacks {{fact}}."
            """;
        var tests = $$$"""
              pass:
                - case: it is as it should be
                  resource: {{{{fact}}}: {{{good}}}}
              fail:
                - case: it is not
                  resource: {name: example, {{{fact}}}: {{{bad}}}}
                  message: example lacks {{{fact}}}.
              unknown:
                - case: nobody could read it
                  resource: {{{{fact}}}: {unread: AccessDenied}}
            """;
        return ($"Each {Words(kind.Name)} has {fact}", decides, tests);
    }

    private static (string Title, string Decides, string Tests) Asked() => (
        "Somebody has seen to it",
        """
        kind: Question  # asked of a person once for each organization, and answered with lz answer
        question: Has somebody seen to it?
        message: "Nobody in {organization.name} has seen to it."
        """,
        """
          pass:
            - case: somebody has
              answer: yes
          fail:
            - case: nobody has
              resource: {name: example}
              answer: no
              message: Nobody in example has seen to it.
          unknown:
            - case: nobody has answered
        """);

    private static string Fix(Cloud cloud) =>
        $"  {JsonNamingPolicy.CamelCase.ConvertName(cloud.ToString())}:\n    fix: Say which command mends it.";

    private static (string Fact, string Good, string Bad, string Condition) First(Kind kind, List<PropertyInfo> facts)
    {
        if (facts.Find(fact => fact.PropertyType == typeof(Fact<bool>)) is { } flag)
        {
            return (Name(flag), "true", "false", $"resource.{Name(flag)}");
        }

        return facts.Find(fact => fact.PropertyType == typeof(Fact<string>)) is { } text
            ? (Name(text), "something", "''", $"resource.{Name(text)} != ''")
            : facts.Find(fact => fact.PropertyType == typeof(Fact<double>)) is { } number
            ? (Name(number), "0.5", "0", $"resource.{Name(number)} > 0.0")
            : facts.Find(fact => fact.PropertyType == typeof(Fact<ImmutableArray<string>>)) is { } list
            ? (Name(list), "[something]", "[]", $"size(resource.{Name(list)}) > 0")
            : throw new ArgumentException($"{kind.Name} has no fact that a rule could begin with");
    }

    private static IEnumerable<PropertyInfo> Facts(Kind kind) => kind.Type
        .GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(fact => fact.PropertyType.IsGenericType && fact.PropertyType.GetGenericTypeDefinition() == typeof(Fact<>)
            && fact.GetCustomAttribute<JsonIgnoreAttribute>() is null);

    private static string Name(PropertyInfo fact) => JsonNamingPolicy.CamelCase.ConvertName(fact.Name);

    /// <summary>As in a sentence: <c>AuditTrail</c> is "audit trail".</summary>
    private static string Words(string name) =>
        string.Concat(name.Select(letter => char.IsUpper(letter) ? $" {char.ToLowerInvariant(letter)}" : $"{letter}")).Trim();
}
