using System.Text;
using System.Text.Json.Nodes;
using LandingZone.Core.Model;

namespace LandingZone.Providers.Aws;

/// <summary>A policy document of IAM or of a resource, as far as facts need it.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html"/>
internal sealed class AwsPolicy
{
    private readonly IReadOnlyList<JsonObject> _statements;

    private AwsPolicy(IReadOnlyList<JsonObject> statements) => _statements = statements;

    /// <summary>The policy, or null when the text is none.</summary>
    public static AwsPolicy? Parse(string text) => AwsJson.Parse(Encoding.UTF8.GetBytes(text)) is { } document
        ? Of(document)
        : null;

    public static AwsPolicy? Of(JsonObject document) => document["Statement"] switch
    {
        JsonObject one => new([one]),
        JsonArray many => new([.. many.OfType<JsonObject>()]),
        _ => null,
    };

    /// <summary>
    /// How much it allows on every resource: all, all of IAM, all but that, or less. A condition does not make it less:
    /// who meets it may do as much. Nor does a denial: it takes single things away.
    /// </summary>
    public Privilege Privilege => _statements
        .Where(statement => statement.Text("Effect") == "Allow"
            && statement.Texts("Resource").Any(resource => resource == "*"))
        .Select(PrivilegeOf)
        .DefaultIfEmpty(Privilege.Limited)
        .Min();

    /// <summary>Who takes on rights by it with sts:AssumeRole or its like: of a role's trust policy.</summary>
    public IEnumerable<JsonObject> Assuming => _statements.Where(statement =>
        statement.Text("Effect") == "Allow" && statement.Texts("Action").Any(AllowsAssuming));

    /// <summary>
    /// Whether requests without TLS are denied to everybody, for the bucket and for all its objects; statements may
    /// share the two. A statement with a further condition denies less and does not count.
    /// </summary>
    public bool DeniesPlainHttp(string bucketArn)
    {
        var denied = _statements.Where(IsTlsDenial).SelectMany(statement => statement.Texts("Resource")).ToList();
        return denied.Any(pattern => Covers(pattern, bucketArn))
            && denied.Any(pattern => Covers(pattern, $"{bucketArn}/*"));
    }

    /// <summary>All actions but some are an editor's when IAM is among those, and more when it is not.</summary>
    private static Privilege PrivilegeOf(JsonObject statement)
    {
        var actions = statement.Texts("Action").ToList();
        var excepted = statement.Texts("NotAction").ToList();
        return actions.Exists(action => action is "*" or "*:*") ? Privilege.Administrator
            : actions.Exists(IsAllOfIam) ? Privilege.AccessAdministrator
            : excepted.Count == 0 ? Privilege.Limited
            : excepted.Exists(IsAllOfIam) ? Privilege.Editor
            : Privilege.AccessAdministrator;
    }

    private static bool IsAllOfIam(string action) => action.Equals("iam:*", StringComparison.OrdinalIgnoreCase);

    private static bool AllowsAssuming(string action) =>
        action is "*" or "*:*" || action.Equals("sts:*", StringComparison.OrdinalIgnoreCase)
        || action.StartsWith("sts:Assume", StringComparison.OrdinalIgnoreCase);

    private static bool IsTlsDenial(JsonObject statement) =>
        statement.Text("Effect") == "Deny"
        && IsEverybody(statement["Principal"])
        && statement.Texts("Action").Any(action => action is "*" or "s3:*" or "S3:*")
        && statement["Condition"] is JsonObject { Count: 1 } condition
        && condition.First() is { Key: "Bool" or "BoolIfExists", Value: JsonObject { Count: 1 } test }
        && test.First().Key.Equals("aws:SecureTransport", StringComparison.OrdinalIgnoreCase)
        && test.Texts(test.First().Key).All(value => value.Equals("false", StringComparison.OrdinalIgnoreCase));

    private static bool IsEverybody(JsonNode? principal) => principal switch
    {
        JsonValue => principal.ToString() == "*",
        JsonObject => principal.Texts("AWS").Contains("*"),
        _ => false,
    };

    /// <summary>Whether a pattern reaches all of a resource that may itself end in a star.</summary>
    private static bool Covers(string pattern, string resource) => pattern == resource
        || (pattern.EndsWith('*') && resource.StartsWith(pattern[..^1], StringComparison.Ordinal));
}
