using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;
using LandingZone.Core.Model;

namespace LandingZone.Providers.Aws;

/// <summary>
/// The policies of the organization, of all types that it has enabled, and where each is attached. Policies of a type
/// that is not enabled hold nowhere, and AWS detaches them.
/// </summary>
internal static class OrganizationPolicies
{
    private const int PoliciesAtATime = 4;

    private static readonly AwsJsonOperation ListPolicies = Paged("ListPolicies", "Policies[]");

    private static readonly AwsJsonOperation ListTargetsForPolicy = Paged("ListTargetsForPolicy", "Targets[]");

    private static readonly AwsJsonOperation DescribePolicy =
        new(AwsService.Organizations, "DescribePolicy", "Policy");

    public static readonly ImmutableArray<AwsOperation> Operations =
        [ListPolicies, ListTargetsForPolicy, DescribePolicy];

    public static readonly ImmutableArray<FactPermission> Permissions =
    [
        new(nameof(Guardrail), null, ListPolicies.Permission),
        new(nameof(Guardrail), nameof(Guardrail.Type), ListPolicies.Permission),
        new(nameof(Guardrail), nameof(Guardrail.Scopes), ListTargetsForPolicy.Permission),
        new(nameof(Guardrail), nameof(Guardrail.Enforced), DescribePolicy.Permission),
        new(nameof(Guardrail), nameof(Guardrail.Denies), DescribePolicy.Permission),
        new(nameof(Guardrail), nameof(Guardrail.RequiredTags), DescribePolicy.Permission),
        new(nameof(Guardrail), nameof(Guardrail.AllowedRegions), DescribePolicy.Permission),
    ];

    /// <param name="aws">The caller's own account.</param>
    /// <param name="organizationId">The organization, to which what is attached to its root belongs.</param>
    /// <param name="management">The account that SCPs and RCPs do not bind; null when that is not known.</param>
    /// <param name="types">The types that are enabled.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public static async Task<AwsList<Guardrail>> ReadAsync(
        AwsClient aws,
        string organizationId,
        string? management,
        IEnumerable<string> types,
        CancellationToken cancellation)
    {
        List<Guardrail> read = [];
        Unread? refused = null;
        foreach (var type in types)
        {
            var listed = await aws.ListAsync(ListPolicies, [("Filter", type)], cancellation);
            refused ??= listed.Refused;
            var guardrails = listed.Items.SelectAsync(
                PoliciesAtATime, policy => GuardrailAsync(aws, organizationId, management, policy, type, cancellation));
            await foreach (var guardrail in guardrails)
            {
                read.Add(guardrail);
            }
        }

        return new(read, refused);
    }

    private static AwsJsonOperation Paged(string name, string answer) =>
        new(AwsService.Organizations, name, answer) { Paging = AwsPaging.NextToken };

    private static async Task<Guardrail> GuardrailAsync(
        AwsClient aws,
        string organizationId,
        string? management,
        JsonNode policy,
        string type,
        CancellationToken cancellation)
    {
        var id = policy.Text("Id") ?? "";
        var targets = aws.ListAsync(ListTargetsForPolicy, [("PolicyId", id)], cancellation);
        var content = Content(await aws.CallAsync(DescribePolicy, [("PolicyId", id)], cancellation));
        var authorizes = type is "SERVICE_CONTROL_POLICY" or "RESOURCE_CONTROL_POLICY";
        return new Guardrail
        {
            Id = policy.Text("Arn") ?? id,
            Name = policy.Text("Name") ?? id,
            Cloud = Cloud.Aws,
            OrganizationId = organizationId,
            Type = Type(type),
            Scopes = Scopes(await targets, organizationId),
            Enforced = type == "TAG_POLICY" ? content.Select(ManagementPolicy.EnforcesTags) : true,
            Denies = content.Select(document => authorizes
                ? ControlPolicy.Denies(document)
                : ManagementPolicy.Denies(document, type)),
            RequiredTags = authorizes ? content.Select(ControlPolicy.RequiredTags) : ImmutableArray<string>.Empty,
            AllowedRegions = authorizes ? content.Select(ControlPolicy.AllowedRegions) : ImmutableArray<string>.Empty,
            NotScopes = !authorizes ? ImmutableArray<string>.Empty
                : management is null ? new Unread("the answer does not state MasterAccountId")
                : ImmutableArray.Create(management),
            Exemptions = ImmutableArray<Exemption>.Empty,
            RemediationWorks = true,
        };
    }

    /// <seealso href="https://docs.aws.amazon.com/organizations/latest/APIReference/API_PolicySummary.html"/>
    private static Fact<GuardrailType> Type(string type) => type switch
    {
        "SERVICE_CONTROL_POLICY" => GuardrailType.ServiceControlPolicy,
        "RESOURCE_CONTROL_POLICY" => GuardrailType.ResourceControlPolicy,
        "BACKUP_POLICY" => GuardrailType.BackupPolicy,
        "TAG_POLICY" => GuardrailType.TagPolicy,
        "AISERVICES_OPT_OUT_POLICY" => GuardrailType.AiOptOutPolicy,
        // EC2's, S3's, the chat applications' and those of services that came later.
        _ => GuardrailType.DeclarativePolicy,
    };

    /// <summary>A root is the organization, a unit is named by its ARN and an account by its id.</summary>
    private static Fact<ImmutableArray<string>> Scopes(AwsList<JsonNode> targets, string organizationId) =>
        targets.Refused is { } refused
            ? refused
            : targets.Items.Select(target => target.Text("Type") switch
            {
                "ROOT" => organizationId,
                "ORGANIZATIONAL_UNIT" => target.Text("Arn"),
                _ => target.Text("TargetId"),
            }).OfType<string>().ToImmutableArray();

    private static Fact<JsonObject> Content(AwsAnswer<JsonObject> answer) =>
        answer.Body is not { } body ? answer.Why
        : AwsJson.Parse(Encoding.UTF8.GetBytes(body["Policy"].Text("Content") ?? "")) is { } document ? document
        : new Unread("UnexpectedDocument: the policy's content is not readable");
}
