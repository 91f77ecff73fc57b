using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace LandingZone.Core.Model;

/// <summary>
/// Finds all that is wrong with a resource's JSON, which the deserializer would report one at a time and in its own
/// words. It runs only on what the deserializer has refused.
/// </summary>
internal static class ResourceCheck
{
    private const string KindMember = "kind";

    /// <summary>
    /// The problems of one resource, each with the path of the value (<c>alerts[0].basis</c>, empty for the whole).
    /// </summary>
    public static IEnumerable<(string Path, string Message)> Check(JsonElement resource)
    {
        if (resource.ValueKind != JsonValueKind.Object)
        {
            return [("", $"expected a resource, found {Found(resource)}")];
        }

        if (!resource.TryGetProperty(KindMember, out var kind) || kind.ValueKind != JsonValueKind.String)
        {
            return [("", "a resource needs its 'kind'")];
        }

        var type = Kind.Find(kind.GetString()!)?.Type ?? (kind.ValueEquals(nameof(Gap)) ? typeof(Gap) : null);
        return type is null
            ? [(KindMember, $"unknown kind '{kind.GetString()}'.{Spelling.Suggest(kind.GetString()!, Kind.All.Select(k => k.Name))}")]
            : Members(resource, type, "");
    }

    private static IEnumerable<(string Path, string Message)> Members(JsonElement element, Type type, string path)
    {
        var members = ModelJson.Options.GetTypeInfo(type).Properties.ToDictionary(member => member.Name);
        HashSet<string> seen = [];
        foreach (var member in element.EnumerateObject())
        {
            var memberPath = path.Length == 0 ? member.Name : $"{path}.{member.Name}";
            if (!seen.Add(member.Name))
            {
                yield return (memberPath, $"'{member.Name}' is there twice");
            }
            else if (members.TryGetValue(member.Name, out var known))
            {
                foreach (var problem in Value(member.Value, known.PropertyType, memberPath))
                {
                    yield return problem;
                }
            }
            else if (path.Length > 0 || member.Name != KindMember)
            {
                yield return (memberPath, $"unknown member '{member.Name}'.{Spelling.Suggest(member.Name, members.Keys)}");
            }
        }

        foreach (var missing in members.Values.Where(member => member.IsRequired && !seen.Contains(member.Name)))
        {
            yield return (path, $"'{missing.Name}' is missing");
        }
    }

    private static IEnumerable<(string Path, string Message)> Value(JsonElement element, Type type, string path)
    {
        if (Argument(type, typeof(Fact<>)) is { } fact)
        {
            return element.ValueKind == JsonValueKind.Null
                ? [(path, "null is not a fact: state the value, or {\"unread\": \"why\"}")]
                : IsUnread(element) ? [] : Value(element, fact, path);
        }

        if (Argument(type, typeof(ImmutableArray<>)) is { } item)
        {
            return element.ValueKind == JsonValueKind.Array
                ? element.EnumerateArray().SelectMany((one, i) => Value(one, item, $"{path}[{i}]"))
                : [(path, $"expected a list, found {Found(element)}")];
        }

        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableSortedDictionary<,>))
        {
            return element.ValueKind == JsonValueKind.Object
                ? element.EnumerateObject().SelectMany(
                    one => Value(one.Value, type.GetGenericArguments()[1], $"{path}.{one.Name}"))
                : [(path, $"expected a map, found {Found(element)}")];
        }

        return ModelJson.Options.GetTypeInfo(type).Kind == JsonTypeInfoKind.Object && element.ValueKind == JsonValueKind.Object
            ? Members(element, type, path)
            : Scalar(element, type, path);
    }

    private static IEnumerable<(string Path, string Message)> Scalar(JsonElement element, Type type, string path)
    {
        try
        {
            element.Deserialize(ModelJson.Options.GetTypeInfo(type));
            return [];
        }
        catch (Exception refused) when (refused is JsonException or FormatException or InvalidOperationException)
        {
            return [(path, $"expected {Expected(type)}, found {Found(element)}")];
        }
    }

    private static bool IsUnread(JsonElement element) =>
        element.ValueKind == JsonValueKind.Object && element.GetPropertyCount() == 1
        && element.TryGetProperty("unread", out var why) && why.ValueKind == JsonValueKind.String;

    private static string Expected(Type type) =>
        type == typeof(bool) ? "true or false"
        : type == typeof(int) || type == typeof(long) ? "a whole number"
        : type == typeof(double) ? "a number"
        : type == typeof(DateTimeOffset) ? "a time such as 2026-01-31T12:00:00Z"
        : type.IsEnum ? "one of " + string.Join(", ", Enum.GetNames(type).Select(JsonNamingPolicy.CamelCase.ConvertName))
        : Argument(type, typeof(Link<>)) is { } target ? $"the id of {target.Name}"
        : type == typeof(string) ? "a text"
        : "a map of members";

    private static string Found(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => "a map",
        JsonValueKind.Array => "a list",
        JsonValueKind.Null => "null",
        JsonValueKind.String => $"'{element.GetString()}'",
        _ => element.GetRawText(),
    };

    private static Type? Argument(Type type, Type generic) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == generic ? type.GetGenericArguments()[0] : null;
}
