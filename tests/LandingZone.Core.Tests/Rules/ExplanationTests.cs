using System.Collections.Immutable;
using LandingZone.Core.Model;
using LandingZone.Core.Rules;

namespace LandingZone.Core.Tests.Rules;

public class ExplanationTests
{
    private const string Vpn = """
        {"kind":"Vpn","id":"v","name":"berlin","cloud":"aws","accountId":"111","tunnels":[{"name":"1","up":true},{"name":"2","up":false}]}
        """;

    private const string Guardrail = """
        {"kind":"Guardrail","id":"g","name":"baseline","cloud":"aws","organizationId":"o-1","exemptions":[
        {"name":"1","expires":"2025-12-01T00:00:00Z"},{"name":"2","expires":"2025-01-01T00:00:00Z"}]}
        """;

    private static Explanation Explain(Rule rule, string resource, params string[] lines) =>
        Explainer.Explain(Given.Estate([Given.Organization, .. lines]), rule, resource);

    private static Explanation OfBucket(string condition, string facts, string accountFacts = "", string more = "") =>
        Explain(
            Given.Rule("flaw", "Bucket", condition, more), "b",
            Given.Account("111", accountFacts), Given.Bucket("b", "111", facts));

    private static string[] Changes(Explanation explanation) =>
        [.. explanation.Changes.Select(change => $"{change.Fact.Name}={change.Instead}: {change.Verdict}")];

    [Theory]
    [InlineData("resource.versioned", "\"versioned\":false", "versioned=true: Pass")]
    [InlineData("resource.versioned", "\"versioned\":true", "versioned=false: Fail")]
    [InlineData("resource.versioned || resource.tlsOnly", "\"versioned\":false,\"tlsOnly\":false", "versioned=true: Pass", "tlsOnly=true: Pass")]
    [InlineData("resource.versioned && resource.tlsOnly", "\"versioned\":false,\"tlsOnly\":false")]
    public void Each_single_fact_that_would_turn_the_verdict_is_told(
        string condition, string facts, params string[] changes) =>
        Assert.Equal(changes, Changes(OfBucket(condition, facts)));

    [Fact]
    public void What_was_not_read_is_told_with_its_reason_and_with_what_either_value_would_mean()
    {
        var unread =
            OfBucket("resource.versioned", "\"versioned\":{\"unread\":\"AccessDenied: grant s3:GetBucketVersioning\"}");
        Assert.Equal(Verdict.Unknown, unread.Verdict);
        var fact = Assert.Single(unread.Facts);
        Assert.Equal(
            ("b", "versioned", "AccessDenied: grant s3:GetBucketVersioning"), (fact.Owner!.Id, fact.Name, fact.Unread));
        Assert.Equal(["versioned=true: Pass", "versioned=false: Fail"], Changes(unread));
    }

    [Fact]
    public void A_value_that_would_not_matter_is_no_change()
    {
        var unread = OfBucket(
            "resource.versioned && resource.tlsOnly", "\"versioned\":{\"unread\":\"x\"},\"tlsOnly\":{\"unread\":\"y\"}");
        Assert.Equal(["versioned=false: Fail", "tlsOnly=false: Fail"], Changes(unread));
    }

    [Fact]
    public void Facts_of_the_account_belong_to_it()
    {
        var failed = OfBucket(
            "resource.publicAccessBlocked || account.publicAccessBlocked", "\"publicAccessBlocked\":false", "\"publicAccessBlocked\":false");
        Assert.Equal(["b", "111"], failed.Facts.Select(fact => fact.Owner!.Id));
        Assert.Equal(["publicAccessBlocked=true: Pass", "publicAccessBlocked=true: Pass"], Changes(failed));
        Assert.Equal("111", failed.Account!.Id);
    }

    [Fact]
    public void A_rule_that_does_not_apply_says_what_would_make_it()
    {
        var skipped =
            OfBucket("resource.versioned", "\"versioned\":false,\"public\":true", more: "when: \"!resource.public\"");
        Assert.Equal(Verdict.NotApplicable, skipped.Verdict);
        Assert.Equal(["public"], skipped.Facts.Select(fact => fact.Name));
        Assert.Equal(["public=false: Fail"], Changes(skipped));
    }

    [Fact]
    public void A_part_of_a_fact_is_named_by_its_place_in_it()
    {
        var rule = Given.Rule("flaw", "Vpn", "resource.tunnels.all(t, t.up)");
        var failed = Explain(rule, "berlin", Given.Account("111"), Vpn);
        var fact = Assert.Single(failed.Facts);
        Assert.Equal(("tunnels[1].up", "tunnels", "v"), (fact.Name, fact.Root, fact.Owner!.Id));
        Assert.Equal(["tunnels[1].up=true: Pass"], Changes(failed));
    }

    [Theory]
    [InlineData("PasswordPolicy", "resource.minimumLength >= 14", "minimumLength=14: Pass")]
    [InlineData("PasswordPolicy", "resource.minimumLength > 14", "minimumLength=15: Pass")]
    [InlineData("Account", "account.status == 'suspended'", "status=suspended: Pass")]
    [InlineData("Account", "account.tags.exists(k, k == 'x') || size(account.regions) == 0", "regions=empty: Pass")]
    public void A_limit_a_word_and_a_list_can_be_what_turns_it(string kind, string condition, string change)
    {
        const string Policy =
            """{"kind":"PasswordPolicy","id":"p","name":"p","cloud":"aws","accountId":"111","minimumLength":8}""";
        var failed = Explain(
            Given.Rule("flaw", kind, $"\"{condition}\""), kind == "Account" ? "111" : "p", Given.Account("111"), Policy);
        Assert.Equal(Verdict.Fail, failed.Verdict);
        Assert.Equal([change], Changes(failed));
    }

    [Fact]
    public void The_age_of_something_could_be_another()
    {
        var rule = Given.Rule("flaw", "Guardrail", "resource.exemptions.all(e, now - e.expires <= duration('2160h'))");
        Assert.Equal(
            ["exemptions[1].expires=2026-01-01T00:00:00Z: Pass"],
            Changes(Explain(rule, "g", Given.Account("111"), Guardrail.ReplaceLineEndings(""))));
    }

    [Fact]
    public void An_incomplete_list_says_so_and_what_it_would_mean_if_it_were_complete()
    {
        var rule = Given.Rule("flaw", "Account", "size(account.instances) == 0");
        var unknown = Explain(
            rule, "111", Given.Account("111"), Given.Gap("Instance", "111", "AccessDenied: grant ec2:DescribeInstances"));
        Assert.Equal("AccessDenied: grant ec2:DescribeInstances", Assert.Single(unknown.Facts).Unread);
        Assert.Equal(["instances=complete with what was seen: Pass"], Changes(unknown));
    }

    [Fact]
    public void The_parameters_that_decided_are_told_but_are_nothing_to_mend()
    {
        const string More = "params: {least: {type: int, default: 5, about: Letters.}}";
        var failed = OfBucket("size(resource.name) > params.least", "\"versioned\":true", more: More);
        var parameter = Assert.Single(failed.Facts);
        Assert.Equal((null, "params.least", "5"), (parameter.Owner, parameter.Name, parameter.Value));
        Assert.Empty(failed.Changes);
    }

    [Fact]
    public void A_platform_that_guarantees_it_leaves_nothing_to_explain()
    {
        var passed =
            OfBucket("resource.versioned", "\"versioned\":false", more: "clouds: {aws: {always: they promise}}");
        Assert.Equal(Verdict.Pass, passed.Verdict);
        Assert.Empty(passed.Facts);
    }

    [Fact]
    public void What_the_company_has_decided_counts()
    {
        const string More = "params: {least: {type: int, default: 5, about: Letters.}}";
        var rule = Given.Rule("flaw", "Bucket", "size(resource.name) > params.least", More);
        var waiver =
            new Waiver { Allow = "flaw", On = "b", Because = "old", Owner = "anna", Until = new DateOnly(2026, 1, 1) };
        var estate =
            Given.Estate(Given.Organization, Given.Account("111"), Given.Bucket("b", "111", "\"versioned\":true"));
        var waived = Explainer.Explain(estate, rule, "b", new JudgeOptions { Waivers = [waiver] });
        Assert.Equal((Verdict.Fail, waiver), (waived.Verdict, waived.Waiver));

        var none = ImmutableSortedDictionary<string, string>.Empty;
        var other = new ParameterOverride { Rule = "flaw", Values = none.Add("least", "0") };
        Assert.Equal(
            Verdict.Pass, Explainer.Explain(estate, rule, "b", new JudgeOptions { Parameters = [other] }).Verdict);
    }

    [Theory]
    [InlineData("invoice", "no Bucket in estate.jsonl has the id or name 'invoice'. Did you mean 'invoices'?")]
    [InlineData("111", "111 is of kind Account, and the rule judges Bucket")]
    [InlineData("logs", "2 have the name 'logs'; say the id: b1, b2")]
    public void What_cannot_be_found_is_told_with_what_was_meant(string resource, string message)
    {
        string[] buckets =
        [
            Given.Account("111"), Given.Bucket("invoices", "111", "\"versioned\":true"),
            Given.Bucket("b1", "111", "\"versioned\":true").Replace(
                "\"name\":\"b1\"", "\"name\":\"logs\"", StringComparison.Ordinal),
            Given.Bucket("b2", "111", "\"versioned\":true").Replace(
                "\"name\":\"b2\"", "\"name\":\"logs\"", StringComparison.Ordinal),
        ];
        var refused = Assert.Throws<ArgumentException>(
            () => Explain(Given.Rule("flaw", "Bucket", "resource.versioned"), resource, buckets));
        Assert.Equal(message, refused.Message);
    }

    [Fact]
    public void A_verdict_is_explained_as_the_judge_has_given_it()
    {
        var rules = RuleSet.BuiltIn();
        var demo = new EstateFile(Path.Combine(Repository.Root, "src", "LandingZone.Cli", "Demo", "estate.jsonl"));
        var findings = Judge.Run(demo, rules).Findings.DistinctBy(finding => (finding.Rule.Id, finding.Verdict));
        foreach (var finding in findings)
        {
            var explanation = Explainer.Explain(demo, finding.Rule, finding.Resource.Id);
            Assert.Equal((finding.Verdict, finding.Message), (explanation.Verdict, explanation.Message));

            // Ids and names are no facts: that there is only one account or tunnel is seen in the message.
            Assert.True(
                explanation.Facts.Length > 0 || finding.Rule.Question is not null
                || finding.Rule.Condition.Contains(".id != ", StringComparison.Ordinal)
                || finding.Rule.Condition.Contains(".name != ", StringComparison.Ordinal),
                finding.Key);
        }
    }
}
