using System.Collections.Immutable;
using System.IO.Enumeration;
using System.Text.Json.Nodes;
using LandingZone.Core.Model;

namespace LandingZone.Providers.Aws;

/// <summary>
/// What the denials of a service or resource control policy make impossible. An exception for some principals, as for
/// the role that deploys, leaves a denial what it is; any other condition narrows it.
/// </summary>
/// <seealso href="https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_examples.html"/>
internal static class ControlPolicy
{
    private static readonly string[] TrailChanges =
        ["cloudtrail:StopLogging", "cloudtrail:DeleteTrail", "cloudtrail:UpdateTrail"];

    /// <summary>In the order of the enumeration; empty when it denies nothing, as FullAWSAccess.</summary>
    public static ImmutableArray<Denial> Denies(JsonObject content)
    {
        var statements = Statements(content);
        // What stops changes of the trail may be written in one statement or in several; a part of it stops nobody.
        var keepsTrail = TrailChanges.All(change => statements.Exists(statement => DeniesTrail(statement, change)));
        return [.. statements.SelectMany(statement => Denies(statement, keepsTrail)).Distinct().Order()];
    }

    /// <summary>Two keys in one test deny only what has neither, so neither of them is required.</summary>
    public static ImmutableArray<string> RequiredTags(JsonObject content) =>
    [
        .. Statements(content).Select(RequiredTag).OfType<string>().Distinct().Order(StringComparer.Ordinal),
    ];

    /// <summary>The regions that all statements about regions leave open; patterns where they are written so.</summary>
    /// <seealso href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html"/>
    public static ImmutableArray<string> AllowedRegions(JsonObject content) =>
    [
        .. Statements(content).Where(statement => Conditional(statement) == Denial.OtherRegions)
            .Select(statement => statement.Narrowed[0].Values.AsEnumerable())
            .DefaultIfEmpty([])
            .Aggregate((left, right) => left.Intersect(right))
            .Distinct()
            .Order(StringComparer.Ordinal),
    ];

    private static List<Denial> Denies(Statement statement, bool keepsTrail)
    {
        List<Denial> denied = [];
        if (keepsTrail && TrailChanges.Any(change => DeniesTrail(statement, change)))
        {
            denied.Add(Denial.AuditTampering);
        }

        if (statement.Narrowed.IsEmpty && statement.Denies("organizations:LeaveOrganization"))
        {
            denied.Add(Denial.LeavingOrganization);
        }

        if (Conditional(statement) is { } conditional)
        {
            denied.Add(conditional);
        }

        return denied.Count == 0 && RequiredTag(statement) is null ? [Denial.Other] : denied;
    }

    private static Denial? Conditional(Statement statement) => statement.Narrowed switch
    {
        [{ Key: "aws:principalarn", Negated: false } root] when statement.IsBroad && root.Values.All(IsAnyRoot) =>
            Denial.RootUse,
        [{ Key: "aws:requestedregion", Negated: true }] when statement.IsBroad => Denial.OtherRegions,
        [{ Key: "ec2:instancetype" }] when statement.Denies("ec2:RunInstances") => Denial.ExpensiveResources,
        [{ Key: "ec2:associatepublicipaddress", Values: ["true"] }] when statement.Denies("ec2:RunInstances") =>
            Denial.PublicAddresses,
        [{ Key: "ec2:encrypted", Values: ["false"] }] when statement.Denies("ec2:CreateVolume") =>
            Denial.UnencryptedDisks,
        [{ IsOfOrganization: true, Negated: true }] when statement.IsOfServices => Denial.ForeignAccess,
        _ => null,
    };

    /// <summary>Whatever trail it names: the organization's own is what is protected so.</summary>
    private static bool DeniesTrail(Statement statement, string change) =>
        statement.Narrowed.IsEmpty && statement.Covers(change);

    private static string? RequiredTag(Statement statement) =>
        statement.Narrowed is [{ IsNull: true, Values: ["true"] } test]
        && test.Key.StartsWith("aws:requesttag/", StringComparison.Ordinal)
            ? test.Name["aws:RequestTag/".Length..]
            : null;

    private static bool IsAnyRoot(string arn) => arn.Split(':') is [.., "*", "root"];

    private static List<Statement> Statements(JsonObject content) =>
    [
        .. (content["Statement"] switch
        {
            JsonObject one => [one],
            JsonArray many => many.OfType<JsonObject>(),
            _ => [],
        }).Where(statement => statement.Text("Effect") == "Deny").Select(statement => new Statement(statement)),
    ];

    /// <summary>One denial.</summary>
    private sealed class Statement(JsonObject json)
    {
        private readonly List<string> _actions = [.. json.Texts("Action")];

        /// <summary>The tests that narrow it; without those that make exceptions.</summary>
        public ImmutableArray<Test> Narrowed { get; } =
        [
            .. (json["Condition"] as JsonObject ?? [])
                .SelectMany(test => test.Value is JsonObject keys
                    ? keys.Select(key => new Test(test.Key, key.Key, [.. keys.Texts(key.Key)]))
                    : [])
                .Where(test => !test.IsException),
        ];

        /// <summary>Whether it denies all actions, or all but some, on everything.</summary>
        public bool IsBroad => OnAll && (AllButSome || _actions.Exists(action => action is "*" or "*:*"));

        /// <summary>Whether it denies whole services and not single actions.</summary>
        public bool IsOfServices => AllButSome
            || _actions.Exists(action => action == "*" || action.EndsWith(":*", StringComparison.Ordinal));

        /// <summary>Whether it denies the action on all resources, or all of a type such as every instance.</summary>
        public bool Denies(string action) => Covers(action) && json.Texts("Resource")
            .Any(resource => resource == "*" || resource.EndsWith("/*", StringComparison.Ordinal));

        public bool Covers(string action) => AllButSome
            ? !json.Texts("NotAction").Any(pattern => Matches(pattern, action))
            : _actions.Exists(pattern => Matches(pattern, action));

        private bool AllButSome => json.ContainsKey("NotAction");

        private bool OnAll => json.Texts("Resource").Any(resource => resource == "*");

        private static bool Matches(string pattern, string action) =>
            FileSystemName.MatchesSimpleExpression(pattern, action, ignoreCase: true);
    }

    /// <summary>One key of a condition.</summary>
    /// <param name="Operator">The operator, such as <c>StringNotLike</c>.</param>
    /// <param name="Name">The key as it is written.</param>
    /// <param name="Values">Any of which meets the test, or with a negation none.</param>
    private sealed record Test(string Operator, string Name, ImmutableArray<string> Values)
    {
        public string Key => Name.ToLowerInvariant();

        public bool IsNull => Operator.Equals("Null", StringComparison.OrdinalIgnoreCase);

        public bool IsOfOrganization =>
            Key is "aws:principalorgid" or "aws:resourceorgid" or "aws:principalorgpaths" or "aws:resourceorgpaths";

        public bool Negated => Operator.Contains("Not", StringComparison.OrdinalIgnoreCase);

        /// <summary>
        /// Whether it leaves out principals or resources that are named or tagged, calls that AWS makes itself, or
        /// sessions that the organization's administrators open in place of a member's root user.
        /// </summary>
        /// <seealso href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_root-user-privileged-task.html"/>
        public bool IsException => Key is "aws:principalisawsservice" or "aws:viaawsservice"
            || (IsNull && Key == "aws:assumedroot" && Values is ["true"])
            || (Negated && (Key is "aws:principalarn" or "aws:principalaccount" or "aws:principalservicename"
                || Key.StartsWith("aws:principaltag/", StringComparison.Ordinal)
                || Key.StartsWith("aws:resourcetag/", StringComparison.Ordinal)));
    }
}
