using System.Collections.Immutable;
using System.Text.Json;
using LandingZone.Core.Model;

namespace LandingZone.Core.Tests.Model;

public class ModelJsonTests
{
    /// <summary>Each member of each kind and of each record that a fact can hold.</summary>
    public static TheoryData<string> Kinds() => [.. Kind.All.Select(kind => kind.Name).Append(nameof(Gap))];

    private static Type TypeOf(string kind) => Kind.Find(kind)?.Type ?? typeof(Gap);

    private static string Json(Resource resource) => JsonSerializer.Serialize(resource, ModelJson.Resource);

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Each_fact_of_each_kind_comes_back_as_it_was(string kind)
    {
        var read = (Resource)Samples.Make(TypeOf(kind), Samples.Read);
        var json = Json(read);
        var back = JsonSerializer.Deserialize(json, ModelJson.Resource)!;
        Assert.Equal(json, Json(back));
        Assert.DoesNotContain("unread", json, StringComparison.Ordinal);
        foreach (var property in Samples.Facts(read.GetType()))
        {
            Assert.True(Samples.IsRead(property, back), $"{property.Name} is read");
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Each_unread_fact_keeps_its_reason(string kind)
    {
        var unread = (Resource)Samples.Make(TypeOf(kind), Samples.Unread);
        var json = Json(unread);
        var back = JsonSerializer.Deserialize(json, ModelJson.Resource)!;
        Assert.Equal(json, Json(back));
        foreach (var property in Samples.Facts(back.GetType()))
        {
            Assert.Equal("AccessDenied: grant it", Samples.WhyUnread(property, back));
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void An_absent_fact_is_not_stated_and_null_is_an_error(string kind)
    {
        var resource = JsonSerializer.SerializeToNode((Resource)Samples.Make(TypeOf(kind), Samples.Read), ModelJson.Resource)!.AsObject();
        foreach (var property in Samples.Facts(TypeOf(kind)))
        {
            var name = JsonNamingPolicy.CamelCase.ConvertName(property.Name);
            var without = resource.DeepClone().AsObject();
            without.Remove(name);
            var back = without.Deserialize(ModelJson.Resource)!;
            Assert.Equal("not stated", Samples.WhyUnread(property, back));

            without[name] = null;
            Assert.Throws<JsonException>(() => without.Deserialize(ModelJson.Resource));
        }
    }

    [Fact]
    public void A_default_fact_is_unread_and_has_no_value()
    {
        Fact<bool> fact = default;
        Assert.False(fact.IsRead);
        Assert.Equal("not stated", fact.Unread);
        Assert.Throws<InvalidOperationException>(() => fact.Value);
        Fact<bool> refused = new Unread("AccessDenied");
        Assert.Equal("AccessDenied", refused.Select(value => !value).Unread);
    }

    [Fact]
    public void A_tag_that_is_called_unread_is_a_tag()
    {
        var bucket = (Bucket)Samples.Make(typeof(Bucket), Samples.Read) with
        {
            Tags = ImmutableSortedDictionary<string, string>.Empty.Add("unread", "mail"),
        };
        var back = (Bucket)JsonSerializer.Deserialize(Json(bucket), ModelJson.Resource)!;
        Assert.Equal("mail", back.Tags.Value["unread"]);
    }

    [Fact]
    public void Kind_comes_first_and_times_are_UTC()
    {
        var key = (AccessKey)Samples.Make(typeof(AccessKey), Samples.Read) with
        {
            Created = new DateTimeOffset(2026, 1, 1, 2, 0, 0, TimeSpan.FromHours(2)),
        };
        Assert.StartsWith("{\"kind\":\"AccessKey\",\"id\":", Json(key), StringComparison.Ordinal);
        Assert.Contains("\"created\":\"2026-01-01T00:00:00Z\"", Json(key), StringComparison.Ordinal);
    }
}
