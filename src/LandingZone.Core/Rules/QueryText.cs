using System.Text.Json;
using LandingZone.Cel;
using LandingZone.Core.Model;

namespace LandingZone.Core.Rules;

/// <summary>Values as text for somebody who asks what is in an estate.</summary>
internal static class QueryText
{
    public static string Of(Value value) => value.Kind switch
    {
        ValueKind.Error => value.AsError.IsUnread ? $"unread: {value.AsError.Message}" : $"error: {value.AsError.Message}",
        ValueKind.List => Counted(value.AsList.Count, value.AsList.Incomplete is { } why ? $", perhaps others ({why.Message})" : ""),
        ValueKind.Map => Counted(value.AsMap.Count, ""),
        ValueKind.Object => Named(value.AsObject),
        _ => value.ToString(),
    };

    public static IReadOnlyList<string> Details(Value value) => value.Kind switch
    {
        ValueKind.List => [.. Enumerable.Range(0, value.AsList.Count).Select(i => OneLine(value.AsList[i]))],
        ValueKind.Map => [.. value.AsMap.Keys.Select(key => $"{key}: {(value.AsMap.TryGet(key, out var item) ? OneLine(item) : "")}")],
        ValueKind.Object => [.. Members(value.AsObject)],
        _ => [],
    };

    private static string Counted(int count, string more) => $"{count} {(count == 1 ? "element" : "elements")}{more}";

    private static string OneLine(Value value) => value.Kind switch
    {
        ValueKind.List => $"[{string.Join(", ", Details(value))}]",
        ValueKind.Map => $"{{{string.Join(", ", Details(value))}}}",
        ValueKind.Object when value.AsObject is not Resource => $"{{{string.Join(", ", Details(value))}}}",
        _ => Of(value),
    };

    private static string Named(object target) => target switch
    {
        Resource resource => resource.Name == resource.Id ? resource.Id : $"{resource.Id} ({resource.Name})",
        WholeEstate => "the whole estate",
        _ => "",
    };

    private static IEnumerable<string> Members(object target)
    {
        if (target is WholeEstate or Dictionary<string, Value>)
        {
            return [];
        }

        var json = JsonSerializer.SerializeToElement(target, ModelJson.Options.GetTypeInfo(target.GetType()));
        return json.EnumerateObject().Select(member => $"{member.Name}: {Text(member.Value)}");
    }

    private static string Text(JsonElement member) => member.ValueKind switch
    {
        JsonValueKind.String => member.GetString()!,
        JsonValueKind.Object when member.GetPropertyCount() == 1 && member.TryGetProperty("unread", out var why) => $"unread: {why}",
        _ => member.GetRawText(),
    };
}
