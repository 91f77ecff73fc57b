using System.Collections.Immutable;
using System.Text.Json.Nodes;
using LandingZone.Core.Model;

namespace LandingZone.Providers.Aws;

/// <summary>What a trail's selectors, basic or advanced, let it record.</summary>
/// <seealso href="https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_PutEventSelectors.html"/>
internal static class EventSelectors
{
    private const string Objects = "AWS::S3::Object";

    private static readonly string[] Positive = ["Equals", "StartsWith", "EndsWith"];

    private static readonly string[] Negative = ["NotEquals", "NotStartsWith", "NotEndsWith"];

    // Every bucket's ARN begins with it; AWS writes it with and without the account's empty places.
    private static readonly string[] AllBuckets = ["arn:aws:s3", "arn:aws-us-gov:s3", "arn:aws-cn:s3"];

    /// <summary>Which calls on the management plane are recorded.</summary>
    public static Fact<RecordedEvents> ManagementEvents(JsonObject answer) =>
        Selectors(answer).Select(all => Sum(all.Where(selector => selector.Management)));

    /// <summary>
    /// Which calls on the objects of all S3 buckets are recorded, those made later included. Single buckets do not
    /// count, nor do other services, whose data events AWS records only one type at a time.
    /// </summary>
    /// <seealso href="https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_DataResource.html"/>
    public static Fact<RecordedEvents> DataEvents(JsonObject answer) =>
        Selectors(answer).Select(all => Sum(all.Where(selector => !selector.Management)));

    /// <summary>
    /// Whose calls are left out: services, and principals by the pattern of their ARN. None when another selector
    /// records them all.
    /// </summary>
    public static Fact<ImmutableArray<string>> Exempted(JsonObject answer) => Selectors(answer).Select(all => all
        .GroupBy(selector => selector.Management)
        .Where(same => !same.Any(selector => selector is { Reads: true, Writes: true, Exempted.IsEmpty: true }))
        .SelectMany(same => same.SelectMany(selector => selector.Exempted))
        .Distinct()
        .ToImmutableArray());

    private static RecordedEvents Sum(IEnumerable<Selector> selectors)
    {
        var (read, write) = (false, false);
        foreach (var selector in selectors)
        {
            read |= selector.Reads;
            write |= selector.Writes;
        }

        return (read, write) switch
        {
            (true, true) => RecordedEvents.All,
            (true, false) => RecordedEvents.Read,
            (false, true) => RecordedEvents.Write,
            _ => RecordedEvents.None,
        };
    }

    private static Fact<ImmutableArray<Selector>> Selectors(JsonObject answer)
    {
        var basic = Items(answer, "EventSelectors");
        var advanced = Items(answer, "AdvancedEventSelectors");

        // Every trail has selectors, the default one if nobody put others: an answer without any does not tell.
        return basic is null or { Count: 0 } && advanced is null or { Count: 0 }
            ? new Unread("the answer states no event selectors")
            : (basic ?? []).SelectMany(Basic).Concat((advanced ?? []).SelectMany(Advanced)).ToImmutableArray();
    }

    /// <summary>
    /// Management events are in unless switched off, read and write alike. A basic selector can leave out KMS and the
    /// RDS Data API only; that is still all, as AWS itself advises it for their volume.
    /// </summary>
    /// <seealso href="https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_EventSelector.html"/>
    private static IEnumerable<Selector> Basic(JsonNode selector)
    {
        var type = selector.Text("ReadWriteType") ?? "All";
        var (reads, writes) = (type != "WriteOnly", type != "ReadOnly");
        if (selector.Flag("IncludeManagementEvents") is not { IsRead: true, Value: false })
        {
            yield return new(true, reads, writes, [.. selector.Texts("ExcludeManagementEventSources")]);
        }

        if ((Items(selector, "DataResources") ?? []).Exists(resource => resource.Text("Type") == Objects
            && resource.Texts("Values").Any(value => AllBuckets.Contains(value.TrimEnd(':')))))
        {
            yield return new(false, reads, writes, []);
        }
    }

    /// <summary>
    /// A selector that is narrowed to some services, names or resources records too little to count. One that leaves
    /// services or principals out counts, with what it leaves out.
    /// </summary>
    /// <seealso href="https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_AdvancedFieldSelector.html"/>
    private static IEnumerable<Selector> Advanced(JsonNode selector)
    {
        var fields = Items(selector, "FieldSelectors") ?? [];
        bool Says(string name, string value) =>
            fields.Exists(field => field.Text("Field") == name && field.Texts("Equals").Contains(value));

        var management = Says("eventCategory", "Management");
        var objects = Says("eventCategory", "Data") && Says("resources.type", Objects);
        if ((management || objects) && !fields.Exists(Narrows))
        {
            var readOnly = fields.Find(field => field.Text("Field") == "readOnly");
            var values = readOnly is null ? ["true", "false"] : readOnly.Texts("Equals").ToList();
            var exempted = fields.Where(field => field.Text("Field") is "eventSource" or "userIdentity.arn")
                .SelectMany(field => Negative.SelectMany(test => field.Texts(test).Select(
                    value => test == "NotStartsWith" ? $"{value}*" : test == "NotEndsWith" ? $"*{value}" : value)));
            yield return new(management, values.Contains("true"), values.Contains("false"), [.. exempted]);
        }
    }

    private static bool Narrows(JsonNode field) => field.Text("Field") switch
    {
        "eventCategory" or "readOnly" or "resources.type" => false,
        "eventSource" or "userIdentity.arn" => Positive.Any(test => field.Texts(test).Any()),
        _ => Positive.Concat(Negative).Any(test => field.Texts(test).Any()),
    };

    private static List<JsonNode>? Items(JsonNode node, string name) =>
        node.Member(name) is JsonArray list ? [.. list.OfType<JsonNode>()] : null;

    /// <summary>What one selector records.</summary>
    /// <param name="Management">Calls on the management plane; else calls on the objects of all buckets.</param>
    /// <param name="Reads">Those that only read.</param>
    /// <param name="Writes">Those that write.</param>
    /// <param name="Exempted">Services and principals that it leaves out.</param>
    private sealed record Selector(bool Management, bool Reads, bool Writes, ImmutableArray<string> Exempted);
}
