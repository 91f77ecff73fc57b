using LandingZone.Core.Model;
using LandingZone.Core.Rules;

namespace LandingZone.Core.Tests.Rules;

public class EstateQueryTests
{
    private static readonly EstateFile Estate = Given.Estate(
        Given.Organization,
        Given.Account("111", listed: "\"Bucket\":[\"global\"]"),
        Given.Bucket("invoices", "111", "\"versioned\":true,\"tags\":{\"Owner\":\"web\"}"),
        Given.Bucket(
            "www", "111", "\"versioned\":{\"unread\":\"AccessDenied: grant s3:GetBucketVersioning\"},\"tags\":{}"));

    private static QueryAnswer Ask(string expression) => EstateQuery.Compile(expression, null).Ask(Estate);

    private static QueryAnswer AskOf(string expression, string id)
    {
        var resource = EstateQuery.Find(Estate, id);
        return EstateQuery.Compile(expression, Kind.Of(resource)).Ask(Estate, resource);
    }

    [Theory]
    [InlineData("1 + 1", "int", "2")]
    [InlineData("size(estate.buckets)", "int", "2")]
    [InlineData("estate.buckets.map(b, b.name)", "list<string>", "2 elements", "invoices", "www")]
    [InlineData("estate.accounts", "list<Account>", "1 element", "111 (shop-prod)")]
    [InlineData("string(now)", "string", "2026-01-01T00:00:00Z")]
    [InlineData("{'a': [1, 2]}", "map<string, list<int>>", "1 element", "a: [1, 2]")]
    public void A_value_is_told_with_its_type(string expression, string type, string text, params string[] details)
    {
        var answer = Ask(expression);
        Assert.Equal((type, text), (EstateQuery.Compile(expression, null).Type, answer.Text));
        Assert.Equal(details, answer.Details);
    }

    [Fact]
    public void A_resource_is_told_fact_by_fact() => Assert.Equal(
        [
            "id: www", "name: www", "cloud: aws", "accountId: 111", "public: unread: not stated",
            "versioned: unread: AccessDenied: grant s3:GetBucketVersioning", "tags: {}",
        ],
        AskOf("resource", "www").Details.Where(told => !Unstated.Any(fact => told.StartsWith($"{fact}:", StringComparison.Ordinal))));

    // Facts of buckets that the estate does not state, but for one.
    private static readonly string[] Unstated =
    [
        .. typeof(Bucket).GetProperties().Where(fact => fact.Name is not (nameof(Bucket.Public) or nameof(Bucket.Versioned)
                or nameof(Bucket.Tags) or nameof(Bucket.Id) or nameof(Bucket.Name) or nameof(Bucket.Cloud) or nameof(Bucket.AccountId)))
            .Select(fact => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(fact.Name)),
    ];

    [Fact]
    public void What_was_not_read_says_why_and_is_no_mistake()
    {
        var answer = AskOf("resource.versioned", "www");
        Assert.Equal("unread: AccessDenied: grant s3:GetBucketVersioning", answer.Text);
        Assert.Equal("AccessDenied: grant s3:GetBucketVersioning", answer.Unread);
        Assert.Null(answer.Error);
    }

    [Theory]
    [InlineData("account.name", "shop-prod")]
    [InlineData("has(resource.region)", "false")]
    [InlineData("!has(resource.region) || resource.region == 'x'", "true")]
    [InlineData("has(resource.name)", "true")]
    [InlineData("account.environments", "1 element")]
    [InlineData("organization.inUse", "true")]
    [InlineData("resource.tags['Owner']", "web")]
    public void A_resource_brings_its_account_and_organization(string expression, string text) =>
        Assert.Equal(text, AskOf(expression, "invoices").Text);

    [Fact]
    public void Each_resource_of_a_kind_gets_its_answer() => Assert.Equal(
        ["invoices: true", "www: unread: AccessDenied: grant s3:GetBucketVersioning"],
        EstateQuery.Compile("resource.versioned", Kind.Find("Bucket")).AskEach(Estate)
            .Select(one => $"{one.Resource!.Id}: {one.Text}"));

    [Theory]
    [InlineData("resource.name", "no variable 'resource'\n  resource.name\n  ^^^^^^^^")]
    [InlineData("size(estate.bukets) ==\n\testate.nothing", "Did|estate.bukets) ==\n              ^^^^^^|\testate.nothing\n  \t       ^^^^^^^")]
    [InlineData("'a' +", "  'a' +\n       ^")]
    public void A_mistake_is_marked_below_its_place(string expression, string parts)
    {
        var refused = Assert.Throws<ArgumentException>(() => EstateQuery.Compile(expression, null));
        Assert.All(
            parts.Split('|'), part => Assert.Contains(part, refused.Message, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void A_mistake_that_shows_only_when_it_runs_is_marked_too()
    {
        var answer = Ask("1 / (size('a') - 1)");
        Assert.Equal("division by zero\n  1 / (size('a') - 1)\n    ^", answer.Error);
        Assert.Null(answer.Unread);
    }
}
