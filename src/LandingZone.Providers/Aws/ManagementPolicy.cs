using System.Collections.Immutable;
using System.Text.Json.Nodes;
using LandingZone.Core.Model;

namespace LandingZone.Providers.Aws;

/// <summary>
/// What a declarative, backup, tag or opt-out policy brings about by itself; what other levels add to it is their own.
/// </summary>
/// <seealso href="https://docs.aws.amazon.com/organizations/latest/userguide/policy-operators.html"/>
internal static class ManagementPolicy
{
    public static ImmutableArray<Denial> Denies(JsonObject content, string type) => type switch
    {
        "AISERVICES_OPT_OUT_POLICY" when IsOptedOut(content) => [Denial.AiTraining],
        "BACKUP_POLICY" when content.Member("plans") is JsonObject { Count: > 0 } => [Denial.MissingBackup],
        "S3_POLICY" when BlocksBuckets(content) => [Denial.PublicBuckets],
        "DECLARATIVE_POLICY_EC2" when BlocksImages(content) => [Denial.PublicImages],
        _ => [],
    };

    /// <summary>A tag policy reports what does not comply, and refuses it for the types that it names.</summary>
    /// <seealso href="https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_tag-policies.html"/>
    public static bool EnforcesTags(JsonObject content) => (content.Member("tags") as JsonObject ?? [])
        .Any(tag => tag.Value.Member("enforced_for") is JsonObject { Count: > 0 });

    /// <seealso href="https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_ai-opt-out.html"/>
    private static bool IsOptedOut(JsonObject content) =>
        Assigned(content.Member("services").Member("default").Member("opt_out_policy")) == "optOut";

    /// <seealso href="https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_s3_syntax.html"/>
    private static bool BlocksBuckets(JsonObject content) =>
        Assigned(content.Member("s3_attributes").Member("public_access_block_configuration")) == "all";

    /// <summary>Images and snapshots both.</summary>
    /// <seealso href="https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_declarative.html"/>
    private static bool BlocksImages(JsonObject content)
    {
        var attributes = content.Member("ec2_attributes");
        return Assigned(attributes.Member("image_block_public_access").Member("state")) == "block_new_sharing"
            && Assigned(attributes.Member("snapshot_block_public_access").Member("state"))
                is "block_new_sharing" or "block_all_sharing";
    }

    private static string? Assigned(JsonNode? setting) => setting.Text("@@assign");
}
