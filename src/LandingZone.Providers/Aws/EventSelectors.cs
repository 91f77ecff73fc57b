using System.Text.Json.Nodes;
using LandingZone.Core.Model;

namespace LandingZone.Providers.Aws;

/// <summary>What a trail's selectors, basic or advanced, let it record.</summary>
/// <seealso href="https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_PutEventSelectors.html"/>
internal static class EventSelectors
{
    private static readonly string[] Positive = ["Equals", "StartsWith", "EndsWith"];

    private static readonly string[] Negative = ["NotEquals", "NotStartsWith", "NotEndsWith"];

    public static Fact<RecordedEvents> ManagementEvents(JsonObject answer)
    {
        var basic = Items(answer, "EventSelectors");
        var advanced = Items(answer, "AdvancedEventSelectors");

        // Every trail has selectors, the default one if nobody put others: an answer without any does not tell.
        if (basic is null or { Count: 0 } && advanced is null or { Count: 0 })
        {
            return new Unread("the answer states no event selectors");
        }

        var read = false;
        var write = false;
        foreach (var (reads, writes) in (basic ?? []).Select(Basic).Concat((advanced ?? []).Select(Advanced)))
        {
            read |= reads;
            write |= writes;
        }

        return (read, write) switch
        {
            (true, true) => RecordedEvents.All,
            (true, false) => RecordedEvents.Read,
            (false, true) => RecordedEvents.Write,
            _ => RecordedEvents.None,
        };
    }

    /// <summary>
    /// Management events are in unless switched off, read and write alike. A basic selector can leave out KMS and the
    /// RDS Data API only; that is still all, as AWS itself advises it for their volume.
    /// </summary>
    /// <seealso href="https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_EventSelector.html"/>
    private static (bool Reads, bool Writes) Basic(JsonNode selector)
    {
        var included = selector.Flag("IncludeManagementEvents") is not { IsRead: true, Value: false };
        var type = selector.Text("ReadWriteType") ?? "All";
        return (included && type != "WriteOnly", included && type != "ReadOnly");
    }

    /// <summary>
    /// A selector of management events that is narrowed to some services, names or callers records too little to count.
    /// </summary>
    /// <seealso href="https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_AdvancedFieldSelector.html"/>
    private static (bool Reads, bool Writes) Advanced(JsonNode selector)
    {
        var fields = Items(selector, "FieldSelectors") ?? [];
        var isManagement = fields.Any(
            field => field.Text("Field") == "eventCategory" && field.Texts("Equals").Contains("Management"));
        if (!isManagement || fields.Any(Narrows))
        {
            return (false, false);
        }

        var readOnly = fields.FirstOrDefault(field => field.Text("Field") == "readOnly");
        var values = readOnly is null ? ["true", "false"] : readOnly.Texts("Equals").ToList();
        return (values.Contains("true"), values.Contains("false"));
    }

    private static bool Narrows(JsonNode field) => field.Text("Field") switch
    {
        "eventCategory" or "readOnly" => false,
        "eventSource" => Positive.Any(test => field.Texts(test).Any()),
        _ => Positive.Concat(Negative).Any(test => field.Texts(test).Any()),
    };

    private static List<JsonNode>? Items(JsonNode node, string name) =>
        node.Member(name) is JsonArray list ? [.. list.OfType<JsonNode>()] : null;
}
