using System.Collections.Immutable;
using LandingZone.Core.Model;
using LandingZone.Core.Rules;

namespace LandingZone.Core.Tests.Reports;

/// <summary>Six rules, one for each thing that a report must be able to show.</summary>
internal static class SampleRules
{
    public static Rule PublicBucket { get; } =
        Make("storage", "public-bucket", "No storage bucket is public", Severity.Critical) with
        {
            Control = "LZ-OBJ-001",
            Kind = Kind.Find("Bucket")!,
            Why = "Anybody can read what is in it. Scanners find a public bucket within hours.",
            Frameworks = ImmutableSortedDictionary<string, ImmutableArray<string>>.Empty
            .Add("cis-aws-5.0", ["2.1.4"])
            .Add("cis-gcp-4.0", ["5.1"]),
            Clouds = Advice(
            (Cloud.Aws, Fix(
                "aws s3api put-public-access-block --bucket NAME --public-access-block-configuration\n"
                + "BlockPublicAcls=true,IgnorePublicAcls=true,BlockPublicPolicy=true,RestrictPublicBuckets=true",
                "https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html")),
            (Cloud.Azure, Fix("az storage account update --name NAME --allow-blob-public-access false", null)),
            (Cloud.Gcp, Fix("gcloud storage buckets update gs://NAME --public-access-prevention", "javascript:go()"))),
        };

    public static Rule TlsOnly { get; } =
        Make("storage", "bucket-without-tls", "Buckets refuse requests without TLS", Severity.Medium) with
        {
            Kind = Kind.Find("Bucket")!,
            Clouds = Advice(
            (Cloud.Aws, Fix("Deny when aws:SecureTransport is false.", "https://docs.aws.amazon.com/AmazonS3/")),
            (Cloud.Azure, Fix("az storage account update --name NAME --https-only true", null)),
            (Cloud.Gcp, new CloudAdvice { Always = "Cloud Storage serves its API over TLS alone." })),
        };

    public static Rule SshOpen { get; } =
        Make("network", "ssh-open", "SSH is not open to the internet", Severity.Critical) with
        {
            Kind = Kind.Find("FirewallRule")!,
            Clouds = Advice(
            (Cloud.Aws, Fix("aws ec2 revoke-security-group-ingress --group-id ID --ip-permissions …", null)),
            (Cloud.Azure, Fix("az network nsg rule update …", null)),
            (Cloud.Gcp, Fix("gcloud compute firewall-rules update NAME --source-ranges=RANGES", null))),
        };

    public static Rule NoTrail { get; } =
        Make("audit-trail", "no-organization-trail", "One trail records all accounts", Severity.High) with
        {
            Kind = Kind.Find("Organization")!,
            Effort = Effort.Days,
            Clouds = Advice(
            (Cloud.Aws, Fix("aws cloudtrail create-trail --is-organization-trail …", null)),
            (Cloud.Gcp, new CloudAdvice { Always = "Admin Activity logs cannot be switched off." })),
        };

    public static Rule NoBudget { get; } =
        Make("budgets", "account-without-budget", "Every account has a budget", Severity.High) with
        {
            Kind = Kind.Find("Account")!,
            Effort = Effort.Hours,
            Clouds = Advice(
            (Cloud.Aws, Fix("aws budgets create-budget …", null)),
            (Cloud.Azure, Fix("az consumption budget create …", null)),
            (Cloud.Gcp, Fix("gcloud billing budgets create …", null))),
        };

    public static Rule Untagged { get; } =
        Make("tags", "missing-owner-tag", "Every bucket names its owner", Severity.Low) with
        {
            Kind = Kind.Find("Bucket")!,
            Tier = Tier.Standard,
            Effort = Effort.Weeks,
            Clouds = Advice(
            (Cloud.Aws, Fix("aws s3api put-bucket-tagging …", null)),
            (Cloud.Azure, Fix("az tag update …", null))),
        };

    public static ImmutableArray<Rule> All { get; } = [Untagged, NoTrail, NoBudget, TlsOnly, PublicBucket, SshOpen];

    private static Rule Make(string section, string id, string title, Severity severity) => new()
    {
        Id = id,
        Title = title,
        Section = Section.Of(section),
        Tier = Tier.Foundation,
        Severity = severity,
        Effort = Effort.Hours,
        Kind = Kind.All[0],
        Condition = "true",
        Message = "",
        Why = $"What goes wrong without it, in one sentence. What {id} costs, in another.",
        Clouds = ImmutableSortedDictionary<Cloud, CloudAdvice>.Empty,
        Path = $"rules/{section}/{id}.yaml",
    };

    private static CloudAdvice Fix(string fix, string? see) => new() { Fix = fix, See = see };

    private static ImmutableSortedDictionary<Cloud, CloudAdvice> Advice(
        params (Cloud Cloud, CloudAdvice Advice)[] advice) =>
        advice.ToImmutableSortedDictionary(one => one.Cloud, one => one.Advice);
}
