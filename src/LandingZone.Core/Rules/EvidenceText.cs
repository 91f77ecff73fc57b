using System.Text.Json;
using LandingZone.Cel;
using LandingZone.Core.Model;

namespace LandingZone.Core.Rules;

/// <summary>The facts that decided, as text.</summary>
internal static class EvidenceText
{
    private const int LongestValue = 200;

    // They say which resource is meant, which the finding does already.
    private static readonly string[] Names = ["id", "name", "accountId"];

    public static IReadOnlyList<Evidence> Of(Recorder recorder, Resource judged) =>
    [
        .. recorder.Observations
            .Where(seen => seen.Target is not (WholeEstate or Dictionary<string, Value>) && !IsName(seen))
            .Where(seen => seen.Value.IsError || !LeadsOn(seen.Property.Type))
            .Select(seen => new Evidence(IdOf(seen.Target, judged), Name(seen), Text(seen.Value))),
        .. recorder.Ranges.Select(range => new Evidence(judged.Id, range.Range, $"{range.Count} in the list")),
    ];

    public static bool IsName(Observation seen) => Names.Contains(seen.Property.Name);

    public static bool LeadsOn(CelType type) => type is RecordType or ListType { Element: RecordType };

    private static string IdOf(object target, Resource judged) => (target as Resource)?.Id ?? judged.Id;

    private static string Name(Observation seen) =>
        seen.Target is Resource
            ? seen.Property.Name
            : $"{JsonNamingPolicy.CamelCase.ConvertName(seen.Type.Name)}.{seen.Property.Name}";

    public static string Text(Value value)
    {
        if (value.IsError)
        {
            // In full: the right to grant stands at its end.
            return $"unread: {value.AsError.Message}";
        }

        var text = value.ToString();
        return text.Length <= LongestValue ? text : $"{text[..LongestValue]}… ({text.Length} characters)";
    }
}
