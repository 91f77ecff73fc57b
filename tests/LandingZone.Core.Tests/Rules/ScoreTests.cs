using LandingZone.Core.Rules;

namespace LandingZone.Core.Tests.Rules;

public class ScoreTests
{
    private const string Listed = "\"Bucket\":[\"global\"]";

    private static readonly Rule Versioned = Given.Rule("versioned", "Bucket", "resource.versioned", "severity: high");

    private static string Bucket(string id, string account, string versioned) =>
        Given.Bucket(id, account, $"\"versioned\":{versioned}");

    private static Audit Audit(params string[] lines) => Given.Audit(Given.Estate([Given.Organization, .. lines]), Versioned);

    [Fact]
    public void A_rate_is_the_mean_over_accounts_so_that_many_buckets_in_one_hide_nothing()
    {
        var many = Enumerable.Range(0, 98).Select(i => Bucket($"many-{i}", "111", "true"));
        var audit = Audit(
            [Given.Account("111", listed: Listed), Given.Account("222", listed: Listed), .. many, Bucket("bad", "222", "false")]);
        Assert.Equal(new Interval(0.5, 0.5), audit.Score.Overall);
    }

    [Fact]
    public void What_is_unknown_widens_the_interval_and_lowers_coverage()
    {
        var audit = Audit(
            Given.Account("111", listed: Listed), Bucket("a", "111", "true"), Bucket("b", "111", "false"),
            Bucket("c", "111", "{\"unread\":\"x\"}"), Bucket("d", "111", "{\"unread\":\"x\"}"));
        Assert.Equal(new Interval(0.25, 0.75), audit.Score.Overall);
        Assert.Equal(0.5, audit.Score.Overall!.Value.Coverage);
    }

    [Fact]
    public void A_gap_makes_the_accounts_share_anything_from_nothing_to_all()
    {
        var audit = Audit(
            Given.Account("111", listed: Listed), Bucket("a", "111", "true"), Given.Account("222"),
            Given.Gap("Bucket", "222", "AccessDenied: grant s3:ListAllMyBuckets"));
        Assert.Equal(new Interval(0.5, 1), audit.Score.Overall);
    }

    [Fact]
    public void A_kind_that_was_never_asked_for_is_a_gap_too()
    {
        Assert.Equal(new Interval(0, 1), Audit(Given.Account("111")).Score.Overall);
        Assert.Null(Audit(Given.Account("111", listed: Listed)).Score.Overall);
    }

    [Fact]
    public void Nothing_read_is_0_to_100_percent()
    {
        var audit = Audit(Given.Account("111", listed: Listed), Bucket("a", "111", "{\"unread\":\"x\"}"));
        Assert.Equal(new Interval(0, 1), audit.Score.Overall);
        Assert.Equal(0, audit.Score.Overall!.Value.Coverage);
    }

    [Fact]
    public void Severities_weigh_10_6_3_and_1()
    {
        var (critical, low) = (
            Given.Rule("c", "Bucket", "resource.versioned", "severity: critical"),
            Given.Rule("l", "Bucket", "resource.tlsOnly", "severity: low"));
        var audit = Given.Audit(
            Given.Estate(Given.Organization, Given.Account("111", listed: Listed),
                Given.Bucket("a", "111", "\"versioned\":true,\"tlsOnly\":false")),
            critical, low);
        Assert.Equal(10d / 11, audit.Score.Overall!.Value.Low, precision: 12);
        Assert.Equal([1, 3, 6, 10], Enum.GetValues<Severity>().Select(Score.Weight));
    }

    [Fact]
    public void Waived_findings_leave_the_score_and_the_score_without_waivers_stands_beside_it()
    {
        var waiver = new Waiver
        {
            Allow = "versioned",
            On = "b",
            Because = "scratch",
            Owner = "web",
            Until = new DateOnly(2026, 1, 1),
        };
        var estate = Given.Estate(
            Given.Organization, Given.Account("111", listed: Listed), Bucket("a", "111", "true"), Bucket("b", "111", "false"));
        var audit = Given.Audit(estate, new JudgeOptions { Waivers = [waiver] }, Versioned);
        Assert.Equal(new Interval(1, 1), audit.Score.Overall);
        Assert.Equal(new Interval(0.5, 0.5), audit.Score.WithoutWaivers);
        Assert.Equal(Verdict.Waived, Assert.Single(audit.Findings).Verdict);

        var past = Given.Audit(
            estate, new JudgeOptions { Waivers = [waiver with { Until = new DateOnly(2025, 12, 31) }] }, Versioned);
        Assert.Equal(Verdict.Fail, Assert.Single(past.Findings).Verdict);
        Assert.Equal(new Interval(0.5, 0.5), past.Score.Overall);
    }

    [Theory]
    [InlineData("b")]
    [InlineData("b*")]
    [InlineData("111")]
    [InlineData("tag:team=web")]
    public void A_waiver_names_a_resource_a_pattern_an_account_or_a_tag(string on)
    {
        var waiver = new Waiver { Allow = "versioned", On = on, Because = "x", Owner = "y", Until = new DateOnly(2030, 1, 1) };
        var estate = Given.Estate(
            Given.Organization, Given.Account("111", listed: Listed),
            Given.Bucket("bucket", "111", "\"versioned\":false,\"tags\":{\"team\":\"web\"}").Replace("\"bucket\"", "\"b\"", StringComparison.Ordinal));
        Assert.Equal(Verdict.Waived, Assert.Single(Given.Audit(estate, new JudgeOptions { Waivers = [waiver] }, Versioned).Findings).Verdict);
        var other = new JudgeOptions { Waivers = [waiver with { On = "other" }] };
        Assert.Equal(Verdict.Fail, Assert.Single(Given.Audit(estate, other, Versioned).Findings).Verdict);
    }

    [Theory]
    [InlineData("true", "high", "foundation", Readiness.Ready)]
    [InlineData("false", "high", "foundation", Readiness.NotReady)]
    [InlineData("false", "critical", "foundation", Readiness.NotReady)]
    [InlineData("{\"unread\":\"x\"}", "high", "foundation", Readiness.Conditional)]
    [InlineData("false", "medium", "foundation", Readiness.Conditional)]
    [InlineData("false", "high", "standard", Readiness.Conditional)]
    public void Readiness_follows_the_critical_and_high_rules_of_the_foundation(
        string versioned, string severity, string tier, Readiness expected)
    {
        var rule = Given.Rule("r", "Bucket", "resource.versioned", $"severity: {severity}\ntier: {tier}");
        var estate = Given.Estate(Given.Organization, Given.Account("111", listed: Listed), Bucket("a", "111", versioned));
        Assert.Equal(expected, Given.Audit(estate, rule).Readiness);
    }

    [Fact]
    public void A_gap_on_a_must_is_conditional()
    {
        Assert.Equal(Readiness.Conditional, Audit(
            Given.Account("111", listed: Listed), Bucket("a", "111", "true"), Given.Account("222")).Readiness);
    }
}
