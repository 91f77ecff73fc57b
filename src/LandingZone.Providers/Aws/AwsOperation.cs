using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace LandingZone.Providers.Aws;

/// <summary>An operation that a reader may call, declared as data so that tests can prove each one a read.</summary>
public abstract record AwsOperation(AwsService Service, string Name)
{
    /// <summary>The HTTP verb; only REST operations use one other than POST.</summary>
    public HttpMethod Method => Service.Protocol == AwsProtocol.RestXml ? HttpMethod.Get : HttpMethod.Post;

    /// <summary>The IAM action that allows it, where it is not named after the operation.</summary>
    public string Permission { get; init; } = $"{Service.SigningName}:{Name}";

    /// <summary>The REST path with its fixed query, such as <c>/{Bucket}?publicAccessBlock</c>.</summary>
    public string Path { get; init; } = "/";

    /// <summary>How it pages; null when one answer holds all.</summary>
    public AwsPaging? Paging { get; init; }

    /// <summary>The refusal of a 200 that is not the documented answer.</summary>
    private protected static AwsAnswer<T> Unexpected<T>(string name, string came, string wanted) where T : class =>
        new() { Code = "UnexpectedDocument", Message = $"{name} answered {came} where {wanted} is documented" };
}

/// <summary>An operation whose answers are documents of type <typeparamref name="T"/>.</summary>
public abstract record AwsOperation<T>(AwsService Service, string Name) : AwsOperation(Service, Name) where T : class
{
    internal abstract AwsAnswer<T> Read(byte[] body);

    /// <summary>The token of the next page, or null when this was the last.</summary>
    internal abstract string? NextToken(T page);
}

/// <summary>An operation that answers in XML; namespaces are taken off.</summary>
/// <param name="Service">The service that offers it.</param>
/// <param name="Name">Its name in the API.</param>
/// <param name="Answer">
/// What the documented answer has: for the form protocols the deciding member (<c>Users</c>), for REST the root
/// element, and with a slash a member that must be in it (<c>ListAllMyBucketsResult/Buckets</c>).
/// </param>
public sealed record AwsXmlOperation(AwsService Service, string Name, string Answer)
    : AwsOperation<XElement>(Service, Name)
{
    internal override AwsAnswer<XElement> Read(byte[] body)
    {
        if (AwsXml.Parse(body) is not { } document)
        {
            return Unexpected<XElement>(Name, AwsXml.Describe(body), DocumentedRoot);
        }

        var root = document.Name.LocalName;
        var result = Service.Protocol == AwsProtocol.Query ? document.Element($"{Name}Result") : document;
        if ((root != DocumentedRoot && root != $"{Name}Response") || result is null)
        {
            return Unexpected<XElement>(Name, $"<{root}>", $"<{DocumentedRoot}>");
        }

        return DecidingMember is { } member && result.Element(member) is null
            ? Unexpected<XElement>(Name, $"<{root}> without <{member}>", $"<{member}>")
            : new() { Body = result };
    }

    internal override string? NextToken(XElement page) => Paging is not { } paging
        || (paging.More is { } more && (string?)page.Element(more) != "true")
            ? null
            : (string?)page.Element(paging.Output);

    /// <summary>The items of the list that is the deciding member.</summary>
    internal IEnumerable<XElement> Items(XElement page) => page.Element(DecidingMember!)!.Elements();

    private string DocumentedRoot =>
        Service.Protocol == AwsProtocol.RestXml ? Answer.Split('/')[0] : $"{Name}Response";

    private string? DecidingMember => Service.Protocol == AwsProtocol.RestXml
        ? Answer.Split('/').ElementAtOrDefault(1)
        : Answer;
}

/// <summary>An operation that answers in JSON.</summary>
/// <param name="Service">The service that offers it.</param>
/// <param name="Name">Its name in the API.</param>
/// <param name="Answer">
/// The deciding member, with <c>[]</c> after it if it is a list: without it the answer is not the documented one.
/// </param>
public sealed record AwsJsonOperation(AwsService Service, string Name, string Answer)
    : AwsOperation<JsonObject>(Service, Name)
{
    /// <summary>
    /// The service leaves the deciding member out when there is nothing: an object without any member, but no other
    /// document, is then an empty answer.
    /// </summary>
    public bool EmptyMeansNone { get; init; }

    internal override AwsAnswer<JsonObject> Read(byte[] body)
    {
        if (AwsJson.Parse(body) is not { } document)
        {
            return Unexpected<JsonObject>(Name, AwsXml.Describe(body), "a JSON object");
        }

        var documented = IsList ? document[Member] is JsonArray : document[Member] is not null;
        if (documented || (EmptyMeansNone && document.All(member => member.Value is null)))
        {
            return new() { Body = document };
        }

        var members = string.Join(", ", document.Select(member => member.Key).Take(5));
        return Unexpected<JsonObject>(Name, document.Count == 0 ? "{}" : $"an object with {members}", Answer);
    }

    /// <summary>The items of a list; none where the service leaves an empty one out.</summary>
    internal IEnumerable<JsonNode> Items(JsonObject page) => (page[Member] as JsonArray)?.OfType<JsonNode>() ?? [];

    private string Member => Answer.Replace("[]", "", StringComparison.Ordinal);

    private bool IsList => Answer.EndsWith("[]", StringComparison.Ordinal);

    internal override string? NextToken(JsonObject page) => Paging is { } paging ? page.Text(paging.Output) : null;
}

/// <summary>How an operation pages.</summary>
/// <param name="Input">The parameter that takes the token.</param>
/// <param name="Output">The member that gives it; absent or empty on the last page.</param>
/// <param name="More">The flag that must be true for the token to count, such as <c>IsTruncated</c>.</param>
public sealed record AwsPaging(string Input, string Output, string? More = null)
{
    /// <summary>NextToken both ways, as most services do.</summary>
    public static readonly AwsPaging NextToken = new("NextToken", "NextToken");

    /// <summary>EC2 writes the same in its own case.</summary>
    public static readonly AwsPaging Ec2 = new("NextToken", "nextToken");

    /// <summary>IAM's marker, which counts only while IsTruncated says so.</summary>
    public static readonly AwsPaging Marker = new("Marker", "Marker", "IsTruncated");
}
