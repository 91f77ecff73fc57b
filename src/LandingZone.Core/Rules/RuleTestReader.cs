using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using LandingZone.Core.Model;
using YamlDotNet.RepresentationModel;

namespace LandingZone.Core.Rules;

/// <summary>
/// Reads the examples of a rule. What an example does not say of kind, id, name, cloud and place in the hierarchy has
/// defaults; what it does not say of facts is unread.
/// </summary>
internal sealed class RuleTestReader(
    YamlMap file, Rule rule, ParameterTypes parameters, YamlSource source, List<Problem> problems)
{
    private const string OrganizationId = "organization";
    private const string AccountId = "account";
    private const string ResourceId = "resource";

    private static readonly (string Key, Verdict Verdict)[] Expectations =
        [("pass", Verdict.Pass), ("fail", Verdict.Fail), ("unknown", Verdict.Unknown), ("skip", Verdict.NotApplicable)];

    public ImmutableArray<RuleTest> Read()
    {
        if (file.Map("tests", required: true) is not { } tests)
        {
            return [];
        }

        List<RuleTest> read = [];
        foreach (var (key, verdict) in Expectations)
        {
            read.AddRange(tests.Maps(key).Select(test => Read(test, verdict)));
        }

        foreach (var needed in new[] { Verdict.Pass, Verdict.Fail }.Where(needed => read.All(test => test.Expected != needed)))
        {
            file.Refuse(tests.Node, $"a rule needs an example of '{(needed == Verdict.Pass ? "pass" : "fail")}'");
        }

        tests.End();
        return [.. read];
    }

    private RuleTest Read(YamlMap test, Verdict expected)
    {
        var read = new RuleTest
        {
            Expected = expected,
            Case = test.Text("case"),
            Message = test.OptionalText("message"),
            AsOf = AsOf(test),
            Answer = rule.Kind == Kind.Question ? ReadAnswer(test) : null,
            Params = ReadParameters(test),
            Estate = ReadEstate(test),
            Line = (int)test.Node.Start.Line,
        };
        test.End();
        return read;
    }

    private static DateTimeOffset AsOf(YamlMap test)
    {
        if (test.Scalar("now") is not { } text)
        {
            return new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        }

        if (!DateTimeOffset.TryParse(
            text.Value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var now))
        {
            test.Refuse(text, $"'{text.Value}' is not a time such as 2026-01-31T12:00:00Z");
        }

        return now;
    }

    // An example's answer holds for ever, unless it says until when.
    private Answer? ReadAnswer(YamlMap test)
    {
        var until = test.Get("until") is null ? DateOnly.MaxValue : test.Date("until");
        return test.Get(RuleReader.AnswerName) is null ? null : new Answer
        {
            Question = rule.Id,
            Value = test.Word<AnswerValue>(RuleReader.AnswerName),
            Evidence = "an example",
            By = "an example",
            Date = DateOnly.MinValue,
            Until = until,
        };
    }

    private ImmutableSortedDictionary<string, string> ReadParameters(YamlMap test)
    {
        var values = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        if (test.Map("params") is { } map)
        {
            foreach (var (name, value) in map.Entries())
            {
                values[name.Value!] = YamlJson.Convert(value, "", new Dictionary<string, YamlNode>())?.ToJsonString() ?? "null";
            }

            parameters.With(values, (name, wrong) => map.Refuse(map.Get(name)!, wrong));
        }

        return values.ToImmutable();
    }

    private ImmutableArray<Resource> ReadEstate(YamlMap test)
    {
        var cloud = rule.Clouds.Where(cloud => cloud.Value.Fix is not null).Select(cloud => cloud.Key).FirstOrDefault();
        var name = Json(test.Get("resource")) is { } stated && stated["cloud"]?.ToString() is { } other
            ? other
            : JsonNamingPolicy.CamelCase.ConvertName(cloud.ToString());
        List<Resource?> estate = [Make(test, test.Get("resource"), rule.Kind.Type.Name, JudgedId(), name)];
        if (rule.Kind.Type != typeof(Organization))
        {
            estate.Add(Make(test, test.Get("organization"), nameof(Organization), OrganizationId, name));
            if (rule.Kind.Type != typeof(Account) && rule.Kind.Type != typeof(Folder))
            {
                estate.Add(Make(test, test.Get("account"), nameof(Account), AccountId, name));
            }
        }

        if (test.Get("estate") is { } others)
        {
            var items = others as YamlSequenceNode;
            if (items is null)
            {
                test.Refuse(others, "'estate' must be a list");
            }

            estate.AddRange((items?.Children ?? []).Select((other, i) => Make(test, other, "", $"estate-{i + 1}", name)));
        }

        return [.. estate.OfType<Resource>()];
    }

    private string JudgedId() =>
        rule.Kind.Type == typeof(Organization) ? OrganizationId
        : rule.Kind.Type == typeof(Account) ? AccountId
        : ResourceId;

    private Resource? Make(YamlMap test, YamlNode? stated, string kind, string id, string cloud)
    {
        Dictionary<string, YamlNode> nodes = [];
        if ((stated is null ? new JsonObject() : YamlJson.Convert(stated, "", nodes)) is not JsonObject json)
        {
            test.Refuse(stated!, "expected a map of facts");
            return null;
        }

        Complete(json, kind, id, cloud);
        try
        {
            return json.Deserialize(ModelJson.Resource);
        }
        catch (Exception refused) when (refused is JsonException or NotSupportedException)
        {
            var element = JsonSerializer.SerializeToElement(json);
            var found = ResourceCheck.Check(element).DefaultIfEmpty((Path: "", refused.Message));
            problems.AddRange(found.Select(problem =>
                source.At(nodes.GetValueOrDefault(problem.Path) ?? stated ?? test.Node, problem.Message)));
            return null;
        }
    }

    private static JsonObject? Json(YamlNode? node) =>
        node is null ? null : YamlJson.Convert(node, "", new Dictionary<string, YamlNode>()) as JsonObject;

    private static void Complete(JsonObject json, string kind, string id, string cloud)
    {
        json.TryAdd("kind", kind);
        var of = json["kind"]?.ToString();
        json.TryAdd("id", id);
        json.TryAdd("name", id);
        json.TryAdd("cloud", cloud);
        if (of == nameof(Account))
        {
            json.TryAdd("accountId", json["id"]?.ToString());
        }
        else if (of is not (nameof(Organization) or nameof(Folder)) && !json.ContainsKey("organizationId"))
        {
            json.TryAdd("accountId", AccountId);
        }

        if (of is nameof(Account) or nameof(Folder))
        {
            json.TryAdd("organization", OrganizationId);
        }

        if (of is nameof(Account) or nameof(Organization))
        {
            json.TryAdd("listed", new JsonObject());
            if (json["listed"] is JsonValue word && word.ToString() == RuleTest.EverythingListed)
            {
                json["listed"] = new JsonObject(Kind.All.Select(
                    kind => KeyValuePair.Create(kind.Name, (JsonNode?)new JsonArray(Kind.Global))));
            }
        }

        if (of is nameof(FirewallRule))
        {
            json.TryAdd("firewall", "firewall");
            json.TryAdd("firewallId", "firewall");
        }

        if (of is nameof(AccessKey))
        {
            json.TryAdd("owner", "owner");
        }

        if (of is nameof(Gap))
        {
            json.TryAdd("ownerId", AccountId);
        }
    }
}
