using LandingZone.Core.Model;
using LandingZone.Core.Rules;

namespace LandingZone.Core.Tests.Rules;

/// <summary>What no cloud can tell is asked of a person, and open until somebody has answered.</summary>
public class QuestionTests
{
    private const string Text = """
        id: flaw
        title: All is well
        tier: foundation
        severity: high
        effort: hours
        kind: Question
        question: Is all well?
        message: Nothing is well in {organization.name}.
        why: It matters. It really does.
        clouds: {aws: {fix: mend it}}
        tests: {pass: [{case: good, answer: yes}], fail: [{case: bad, answer: no}]}
        """;

    private const string Other = """{"kind":"Organization","id":"o-2","name":"fabrikam","cloud":"aws","inUse":true,"allFeatures":true,"listed":{}}""";

    private static (Rule? Rule, List<string> Problems) Read(string text)
    {
        List<Problem> problems = [];
        var rule = RuleReader.Read("rules/identity/flaw.yaml", text, problems);
        return (rule, [.. problems.Select(problem => problem.ToString())]);
    }

    private static Audit Audit(string answers, params string[] estate)
    {
        var rule = Read(Text).Rule!;
        var own = Configuration.Parse("landingzone.yaml", $"answers: [{answers}]", new RuleSet([rule], "test"));
        return Given.Audit(Given.Estate([Given.Organization, .. estate]), own.ToOptions(), rule);
    }

    private static string Answer(string answer, string until = "2026-12-31", string more = "") =>
        $"{{question: flaw, answer: {answer}, evidence: CHG-1, by: anna, date: 2025-06-01, until: {until}{more}}}";

    [Theory]
    [InlineData("yes", 1, 0, 0, 0)]
    [InlineData("no", 0, 1, 0, 0)]
    [InlineData("notApplicable", 0, 0, 0, 1)]
    [InlineData(null, 0, 0, 1, 0)]
    public void The_answer_decides(string? answer, int passed, int failed, int unknown, int notApplicable)
    {
        var tally = Assert.Single(Audit(answer is null ? "" : Answer(answer)).Tallies);
        Assert.Equal((passed, failed, unknown, notApplicable), (tally.Passed, tally.Failed, tally.Unknown, tally.NotApplicable));
    }

    [Fact]
    public void What_nobody_has_answered_says_how_to()
    {
        var finding = Assert.Single(Audit("").Findings);
        Assert.Equal("nobody has answered: Is all well? Answer with: lz answer flaw yes|no", finding.Message);
    }

    [Theory]
    [InlineData("yes", "2026-01-01", null)]
    [InlineData("yes", "2025-12-31", Verdict.Unknown)]
    [InlineData("no", "2025-12-31", Verdict.Unknown)]
    [InlineData("notApplicable", "2025-12-31", Verdict.Unknown)]
    public void An_answer_holds_until_its_last_day(string answer, string until, Verdict? expected)
    {
        var audit = Audit(Answer(answer, until));
        Assert.Equal(expected, audit.Findings.Select(finding => (Verdict?)finding.Verdict).SingleOrDefault());
        Assert.All(audit.Findings, finding => Assert.StartsWith(
            "the answer of 2025-06-01 ended on 2025-12-31: Is all well?", finding.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void A_failure_shows_who_said_so()
    {
        var finding = Assert.Single(Audit(Answer("no")).Findings);
        Assert.Equal("Nothing is well in contoso.", finding.Message);
        Assert.Equal(new Evidence("o-1", "answer", "no, says anna on 2025-06-01: CHG-1"), Assert.Single(finding.Evidence));
    }

    [Fact]
    public void Each_organization_has_its_own_answer_before_that_of_all()
    {
        var audit = Audit($"{Answer("yes")}, {Answer("no", more: ", on: fabrikam")}", Other);
        Assert.Equal("o-2", Assert.Single(audit.Findings).Resource.Id);
        Assert.Equal(1, audit.Tallies.Single(tally => tally.OrganizationId == "o-1").Passed);
        Assert.Equal("o-1", Assert.Single(Audit(Answer("yes", more: ", on: o-2"), Other).Findings).Resource.Id);
    }

    [Fact]
    public void An_answer_that_is_given_twice_is_refused()
    {
        var wrong = Assert.Throws<ProblemsException>(() => Audit($"{Answer("yes")}, {Answer("no")}"));
        Assert.Contains("'flaw' is answered twice", wrong.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("question: Is all well?", "condition: organization.inUse", "7:1: error: unknown key 'condition'.")]
    [InlineData("question: Is all well?", "", "1:1: error: 'question' is missing")]
    [InlineData("answer: yes}]", "answer: perhaps}]", "11:37: error: 'perhaps' is not one of yes, no, notApplicable.")]
    [InlineData("kind: Question", "kind: Quesiton", "6:7: error: unknown kind 'Quesiton'. Did you mean 'Question'?")]
    public void What_is_wrong_with_a_question_is_told(string right, string wrong, string problem) =>
        Assert.Contains(
            Read(Text.Replace(right, wrong, StringComparison.Ordinal)).Problems,
            one => one.Contains(problem, StringComparison.Ordinal));

    [Fact]
    public void Only_a_question_has_an_answer() => Assert.Contains("answer", Assert.Single(Read(
        Given.RuleText("flaw", "Bucket", "answer")).Problems), StringComparison.Ordinal);
}
