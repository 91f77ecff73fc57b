using LandingZone.Core.Rules;

namespace LandingZone.Core.Tests.Rules;

/// <summary>Each sentence of "never green by blindness", shown on the smallest estate that can break it.</summary>
public class JudgeTests
{
    private const string Listed = "\"Bucket\":[\"global\"]";

    private static readonly string[] Account = [Given.Organization, Given.Account("111", listed: Listed)];

    private static Verdict? VerdictOf(string condition, string bucket, string more = "")
    {
        var rule = Given.Rule("flaw", "Bucket", condition, more);
        var audit = Given.Audit(Given.Estate([.. Account, Given.Bucket("b", "111", bucket)]), rule);
        var tally = Assert.Single(audit.Tallies);
        return audit.Findings.Length == 1 ? audit.Findings[0].Verdict
            : tally.Passed == 1 ? Verdict.Pass
            : tally.NotApplicable == 1 ? Verdict.NotApplicable
            : null;
    }

    private static Verdict? OverBuckets(string condition, string listed, params string[] more)
    {
        var rule = Given.Rule("flaw", "Account", condition);
        var audit = Given.Audit(Given.Estate([Given.Organization, Given.Account("111", listed: listed), .. more]), rule);
        return audit.Findings.Length == 1 ? audit.Findings[0].Verdict : Verdict.Pass;
    }

    [Theory]
    [InlineData("\"public\":false", Verdict.Pass)]
    [InlineData("\"public\":true", Verdict.Fail)]
    [InlineData("\"public\":{\"unread\":\"AccessDenied: grant s3:GetBucketPolicyStatus\"}", Verdict.Unknown)]
    [InlineData("\"versioned\":true", Verdict.Unknown)]
    public void A_fact_that_was_not_read_is_unknown(string facts, Verdict expected) =>
        Assert.Equal(expected, VerdictOf("\"!resource.public\"", facts));

    [Fact]
    public void An_unknown_says_which_right_to_grant()
    {
        var rule = Given.Rule("flaw", "Bucket", "\"!resource.public\"");
        var bucket = Given.Bucket("b", "111", "\"public\":{\"unread\":\"AccessDenied: grant s3:GetBucketPolicyStatus\"}");
        var finding = Assert.Single(Given.Audit(Given.Estate([.. Account, bucket]), rule).Findings);
        Assert.Equal("AccessDenied: grant s3:GetBucketPolicyStatus", finding.Message);
        Assert.Contains(finding.Evidence, fact => fact.Fact == "public" && fact.Value.StartsWith("unread: AccessDenied", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("resource.public || resource.versioned", Verdict.Pass)]
    [InlineData("resource.public || resource.tlsOnly", Verdict.Unknown)]
    [InlineData("resource.public && resource.tlsOnly", Verdict.Fail)]
    [InlineData("resource.public && resource.versioned", Verdict.Unknown)]
    [InlineData("has(resource.public) || true", Verdict.Pass)]
    [InlineData("\"!has(resource.public) || resource.public\"", Verdict.Unknown)]
    public void An_unread_fact_matters_only_where_it_decides(string condition, Verdict expected) =>
        Assert.Equal(expected, VerdictOf(condition, "\"public\":{\"unread\":\"x\"},\"versioned\":true,\"tlsOnly\":false"));

    [Theory]
    [InlineData("account.buckets.all(b, b.versioned)", Verdict.Unknown)]
    [InlineData("account.buckets.all(b, b.public)", Verdict.Fail)]
    [InlineData("account.buckets.exists(b, b.versioned)", Verdict.Pass)]
    [InlineData("account.buckets.exists(b, b.public)", Verdict.Unknown)]
    [InlineData("size(account.buckets) == 1", Verdict.Unknown)]
    [InlineData("account.buckets[0].versioned", Verdict.Unknown)]
    [InlineData("account.buckets.exists_one(b, b.versioned)", Verdict.Unknown)]
    [InlineData("account.buckets.filter(b, b.versioned).exists(b, b.versioned)", Verdict.Pass)]
    [InlineData("account.buckets.filter(b, b.public).all(b, b.versioned)", Verdict.Unknown)]
    [InlineData("'b' in account.buckets.map(b, b.name)", Verdict.Pass)]
    [InlineData("'c' in account.buckets.map(b, b.name)", Verdict.Unknown)]
    public void A_list_that_nobody_declared_complete_proves_no_absence(string condition, Verdict expected) =>
        Assert.Equal(expected, OverBuckets($"\"{condition}\"", "", Given.Bucket("b", "111", "\"public\":false,\"versioned\":true")));

    [Theory]
    [InlineData("account.buckets.all(b, b.versioned)", Verdict.Pass)]
    [InlineData("account.buckets.exists(b, b.public)", Verdict.Fail)]
    [InlineData("size(account.buckets) == 1", Verdict.Pass)]
    [InlineData("size(account.instances) == 0", Verdict.Unknown)]
    public void A_list_is_complete_by_declaration_alone(string condition, Verdict expected) =>
        Assert.Equal(expected, OverBuckets($"\"{condition}\"", Listed, Given.Bucket("b", "111", "\"public\":false,\"versioned\":true")));

    [Theory]
    [InlineData("\"Instance\":[\"eu-west-1\"]", Verdict.Pass)]
    [InlineData("\"Instance\":[\"us-east-1\"]", Verdict.Unknown)]
    public void A_regional_list_is_complete_when_every_region_was_listed(string listed, Verdict expected) =>
        Assert.Equal(expected, OverBuckets("size(account.instances) == 0", listed));

    [Fact]
    public void A_gap_makes_a_list_incomplete_with_its_reason()
    {
        var rule = Given.Rule("flaw", "Account", "size(account.buckets) == 0");
        var audit = Given.Audit(
            Given.Estate([.. Account, Given.Gap("Bucket", "111", "AccessDenied: grant s3:ListAllMyBuckets")]), rule);
        Assert.Equal("AccessDenied: grant s3:ListAllMyBuckets", Assert.Single(audit.Findings).Message);
    }

    [Fact]
    public void A_filter_drops_what_it_cannot_decide_and_says_that_it_is_incomplete()
    {
        string[] buckets =
        [
            Given.Bucket("b", "111", "\"public\":true,\"versioned\":true"),
            Given.Bucket("c", "111", "\"public\":{\"unread\":\"x\"},\"versioned\":false"),
        ];
        Assert.Equal(Verdict.Unknown, OverBuckets("account.buckets.filter(b, b.public).all(b, b.versioned)", Listed, buckets));
        Assert.Equal(Verdict.Pass, OverBuckets("account.buckets.filter(b, b.public).exists(b, b.versioned)", Listed, buckets));
    }

    [Theory]
    [InlineData("true", "\"versioned\":false", Verdict.NotApplicable)]
    [InlineData("resource.tlsOnly", "\"versioned\":{\"unread\":\"x\"},\"tlsOnly\":true", Verdict.Pass)]
    [InlineData("resource.tlsOnly", "\"versioned\":{\"unread\":\"x\"},\"tlsOnly\":false", Verdict.Unknown)]
    [InlineData("resource.tlsOnly", "\"versioned\":{\"unread\":\"x\"}", Verdict.Unknown)]
    [InlineData("resource.tlsOnly", "\"versioned\":true,\"tlsOnly\":false", Verdict.Fail)]
    public void When_decides_whether_the_rule_applies(string condition, string facts, Verdict expected) =>
        Assert.Equal(expected, VerdictOf(condition, facts, "when: resource.versioned"));

    [Fact]
    public void A_link_that_leads_nowhere_is_unknown_and_names_its_target()
    {
        var rule = Given.Rule("flaw", "AuditTrail", "resource.store.versioned");
        const string Trail = """{"kind":"AuditTrail","id":"t","name":"t","cloud":"aws","accountId":"111","store":"arn:aws:s3:::gone"}""";
        var finding = Assert.Single(Given.Audit(Given.Estate([.. Account, Trail]), rule).Findings);
        Assert.Equal(Verdict.Unknown, finding.Verdict);
        Assert.Contains("arn:aws:s3:::gone", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rule_that_fails_at_run_time_is_unknown_and_the_run_goes_on()
    {
        var broken = Given.Rule("broken", "Bucket", "1 / (size(resource.name) - 1) == 1");
        var good = Given.Rule("flaw", "Bucket", "resource.versioned");
        var audit = Given.Audit(
            Given.Estate([.. Account, Given.Bucket("b", "111", "\"versioned\":false")]), broken, good);
        Assert.Equal(Verdict.Unknown, audit.Findings.Single(finding => finding.Rule.Id == "broken").Verdict);
        Assert.Equal(Verdict.Fail, audit.Findings.Single(finding => finding.Rule.Id == "flaw").Verdict);
    }

    [Fact]
    public void A_guarantee_of_the_platform_passes_without_points_and_a_skipped_cloud_does_not_apply()
    {
        const string Clouds = "clouds: {aws: {always: they promise}}";
        var always = Given.Rule("always", "Bucket", "resource.versioned", Clouds);
        var skip = Given.Rule("skip", "Bucket", "resource.versioned", "clouds: {aws: {skip: no such thing}}");
        var elsewhere = Given.Rule("elsewhere", "Bucket", "resource.versioned", "clouds: {gcp: {fix: mend it}}");
        var audit = Given.Audit(
            Given.Estate([.. Account, Given.Bucket("b", "111", "\"versioned\":false")]), always, skip, elsewhere);
        Assert.Empty(audit.Findings);
        Assert.Null(audit.Score.Overall);
        Assert.Equal(1, audit.Tallies.Single(tally => tally.Rule.Id == "always").Guaranteed);
        Assert.Equal(1, audit.Tallies.Single(tally => tally.Rule.Id == "skip").NotApplicable);
        Assert.Equal(1, audit.Tallies.Single(tally => tally.Rule.Id == "elsewhere").NotApplicable);
    }

    [Fact]
    public void Evidence_is_what_decided_and_at_most_ten_of_a_list()
    {
        var rule = Given.Rule("flaw", "Account", "account.buckets.exists(b, b.versioned)");
        var buckets = Enumerable.Range(0, 15).Select(i => Given.Bucket($"b{i:00}", "111", "\"versioned\":false"));
        var finding = Assert.Single(Given.Audit(Given.Estate([.. Account, .. buckets]), rule).Findings);
        Assert.Equal(10, finding.Evidence.Count(fact => fact.Fact == "versioned"));
        Assert.Contains(finding.Evidence, fact => fact.Value == "15 in the list");

        var decided = Given.Rule("flaw", "Account", "account.buckets.all(b, b.versioned)");
        string[] mixed = [Given.Bucket("a", "111", "\"versioned\":true"), Given.Bucket("b", "111", "\"versioned\":false")];
        var failed = Assert.Single(Given.Audit(Given.Estate([.. Account, .. mixed]), decided).Findings);
        Assert.Equal(["b"], failed.Evidence.Where(fact => fact.Fact == "versioned").Select(fact => fact.ResourceId));
    }

    [Fact]
    public void An_account_that_was_left_out_is_not_judged()
    {
        var rule = Given.Rule("flaw", "Account", "account.publicAccessBlocked");
        var estate = Given.Estate(
            Given.Organization, Given.Account("111", "\"leftOut\":\"suspended\""), Given.Account("222", "\"publicAccessBlocked\":true"));
        var audit = Given.Audit(estate, rule);
        Assert.Empty(audit.Findings);
        Assert.Equal("222", Assert.Single(audit.Tallies).AccountId);
    }

    [Fact]
    public void The_worst_comes_first()
    {
        var low = Given.Rule("a-low", "Bucket", "resource.versioned", "severity: low");
        var critical = Given.Rule("z-critical", "Bucket", "resource.versioned", "severity: critical");
        var audit = Given.Audit(
            Given.Estate([.. Account, Given.Bucket("b", "111", "\"versioned\":false")]), low, critical);
        Assert.Equal(["z-critical", "a-low"], audit.Findings.Select(finding => finding.Rule.Id));
    }
}
