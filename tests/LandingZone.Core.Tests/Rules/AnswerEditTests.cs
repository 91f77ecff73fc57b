using LandingZone.Core.Model;
using LandingZone.Core.Rules;

namespace LandingZone.Core.Tests.Rules;

public class AnswerEditTests
{
    private const string Item = """
          - question: root-mailbox-unowned
            answer: no
            evidence: "CHG-1: no"
            by: anna
            date: 2026-01-01
            until: 2027-01-01

        """;

    private static readonly RuleSet Rules = RuleSet.BuiltIn();

    private static Answer Answer(string? on = null) => new()
    {
        Question = "root-mailbox-unowned",
        On = on,
        Value = AnswerValue.No,
        Evidence = "CHG-1: no",
        By = "anna",
        Date = new DateOnly(2026, 1, 1),
        Until = new DateOnly(2027, 1, 1),
    };

    private static string Edited(string text, Answer answer)
    {
        var edited = AnswerEdit.Apply("landingzone.yaml", text, answer);
        Assert.Contains(answer, Configuration.Parse("landingzone.yaml", edited, Rules).Answers);
        return edited;
    }

    [Theory]
    [InlineData("", "answers:\n")]
    [InlineData("# mine\nname: Contoso # ours\n", "# mine\nname: Contoso # ours\n\nanswers:\n")]
    [InlineData("name: Contoso", "name: Contoso\n\nanswers:\n")]
    [InlineData("answers:", "answers:\n")]
    public void An_answer_is_appended(string text, string before) => Assert.Equal(before + Item, Edited(text, Answer()));

    [Theory]
    [InlineData("answers: # none yet\n\n# more\nname: Contoso\n", "answers: # none yet\n", "\n# more\nname: Contoso\n")]
    [InlineData("answers: []\nname: Contoso\n", "answers: \n", "name: Contoso\n")]
    public void An_empty_list_gets_it(string text, string before, string after) =>
        Assert.Equal(before + Item + after, Edited(text, Answer()));

    [Fact]
    public void A_list_gets_it_at_its_end_and_keeps_its_indentation()
    {
        const string Before = """
            answers:
            # the first
            - question: break-glass-not-rehearsed
              answer: yes
              evidence: >-
                CHG-2, and
                a long story
              by: ben
              date: 2026-01-01
              until: 2027-01-01 # then again

            """;
        const string After = """

            # who owns what
            owners:
              tagKeys: [team]

            """;
        var item = string.Join('\n', Item.Split('\n').Select(line => line.Length > 2 ? line[2..] : line));
        Assert.Equal(Before + item + After, Edited(Before + After, Answer()));
    }

    [Fact]
    public void An_answer_to_the_same_question_is_replaced_and_its_comments_stay()
    {
        const string Text = """
            answers:
              - question: root-mailbox-unowned # every year
                # see the wiki
                answer: yes # for now
                evidence: |
                  CHG-0
                  and more
                until: '2026-06-01'
                date: 2025-06-01 # last
                by: "ben"
            name: Contoso

            """;
        const string Expected = """
            answers:
              - question: root-mailbox-unowned # every year
                # see the wiki
                answer: no # for now
                evidence: "CHG-1: no"
                until: 2027-01-01
                date: 2026-01-01 # last
                by: anna
            name: Contoso

            """;
        Assert.Equal(Expected, Edited(Text, Answer()));
    }

    [Fact]
    public void Another_organization_has_an_answer_of_its_own()
    {
        var edited = Edited("answers:\n" + Item, Answer("o-1"));
        Assert.Equal(2, Configuration.Parse("landingzone.yaml", edited, Rules).Answers.Length);
        Assert.Equal(2, Configuration.Parse("landingzone.yaml", Edited(edited, Answer("o-1")), Rules).Answers.Length);
    }

    [Theory]
    [InlineData("answers: [{question: x}]", "1:10: error: 'answers' is not a list with a line for each")]
    [InlineData("- a", "1:1: error: expected one document")]
    public void What_cannot_be_added_to_is_told(string text, string problem) => Assert.Contains(
        problem,
        Assert.Throws<ProblemsException>(() => AnswerEdit.Apply("landingzone.yaml", text, Answer())).Message,
        StringComparison.Ordinal);
}
