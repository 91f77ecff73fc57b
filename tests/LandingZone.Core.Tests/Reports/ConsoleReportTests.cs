using System.Text;
using LandingZone.Core.Model;
using LandingZone.Core.Reports;
using LandingZone.Core.Rules;
using Spectre.Console;

namespace LandingZone.Core.Tests.Reports;

public class ConsoleReportTests
{
    private const string Escape = "\u001b";

    [Fact]
    public void The_summary_is_the_golden_one() =>
        Golden.Equal("console.txt", Encoding.UTF8.GetBytes(Plain(SampleAudit.Make())));

    [Fact]
    public void Open_criticals_come_before_the_score()
    {
        var text = Plain(SampleAudit.Make());

        Assert.StartsWith("OPEN CRITICAL", text.Split("\n\n")[1], StringComparison.Ordinal);
        Assert.DoesNotContain("SCORE", text.Split("OPEN CRITICAL")[0], StringComparison.Ordinal);
    }

    [Fact]
    public void A_terminal_gets_the_same_words_in_colour()
    {
        var output = new StringWriter { NewLine = "\n" };
        var terminal = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.Yes,
            ColorSystem = ColorSystemSupport.Standard,
            Out = new AnsiConsoleOutput(output),
        });
        terminal.Profile.Width = 100;
        new ConsoleReport(terminal).Write(SampleAudit.Make());
        var text = output.ToString();

        Assert.Contains(Escape, text, StringComparison.Ordinal);
        Assert.Equal(
            Plain(SampleAudit.Make()), System.Text.RegularExpressions.Regex.Replace(text, $"{Escape}\\[[0-9;]*m", ""));
    }

    [Theory]
    [MemberData(nameof(HostileAudit.Texts), MemberType = typeof(HostileAudit))]
    public void No_text_acts_on_the_terminal(string text)
    {
        var summary = Plain(HostileAudit.Make(text));

        Assert.DoesNotContain(summary.EnumerateRunes(), rune => rune.Value != '\n' && VisibleText.Acts(rune));
        Assert.Contains("\nOPEN CRITICAL  3", summary, StringComparison.Ordinal);
        Assert.All(summary.Split('\n'), line => Assert.InRange(ConsoleLine.Cells(line), 0, 100));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void A_line_fits_a_hundred_columns_with_any_number_of_clouds(int clouds)
    {
        var audit = SampleAudit.Make();
        var first = audit.Tallies[0];
        var section = Section.Of("confidential");
        var tallies = Enum.GetValues<Cloud>().Take(clouds).Select(cloud => first with
        {
            Rule = first.Rule with { Section = section },
            Cloud = cloud,
            Passed = 1,
            Failed = 1,
            Unknown = 1,
        });
        var summary = Plain(audit with
        {
            Rules = [.. audit.Rules, first.Rule with { Section = section }],
            Tallies = [.. tallies],
            Accounts = [],
            Organizations = [],
        });

        Assert.Equal(clouds, summary.Split("33–67").Length / 2);
        Assert.All(summary.Split('\n'), line => Assert.InRange(ConsoleLine.Cells(line), 0, 100));
    }

    [Fact]
    public void Many_rules_are_cut_with_their_count()
    {
        var audit = SampleAudit.Make();
        var rules = Enumerable.Range(0, 14).Select(number => SampleRules.NoBudget with { Id = $"flaw-{number:D2}" });
        var findings = rules.Select(rule => audit.Findings[0] with { Rule = rule });
        var summary = Plain(audit with { Findings = [.. findings] });

        Assert.Contains("flaw-09", summary, StringComparison.Ordinal);
        Assert.DoesNotContain("flaw-10", summary, StringComparison.Ordinal);
        Assert.Contains("and 4 more failures of 4 rules", summary, StringComparison.Ordinal);
    }

    [Fact]
    public void Many_reasons_are_cut_with_their_count()
    {
        var gaps = Enumerable.Range(0, 11)
            .Select(number => Gap.Of("Bucket", Cloud.Aws, "1", "1", null, $"Denied{number:D2}"));
        var summary = Plain(SampleAudit.Nothing() with { Gaps = [.. gaps] });

        Assert.Contains("Denied07", summary, StringComparison.Ordinal);
        Assert.DoesNotContain("Denied08", summary, StringComparison.Ordinal);
        Assert.Contains("and 3 more reasons", summary, StringComparison.Ordinal);
    }

    [Fact]
    public void Long_counts_leave_each_remedy_its_line()
    {
        var audit = SampleAudit.Make();
        var one = audit.Findings[0] with { Rule = SampleRules.NoBudget with { Title = new string('x', 80) } };
        var many = Enumerable.Range(0, 12_345)
            .Select(number => one with { Resource = one.Resource with { AccountId = $"{number}" } });
        var summary = Plain(audit with { Findings = [.. many] });

        Assert.Contains("xx…  AWS      hours  12,345 findings, 12,345 accounts\n", summary, StringComparison.Ordinal);
    }

    [Fact]
    public void An_audit_of_nothing_is_not_well()
    {
        var summary = Plain(SampleAudit.Nothing());

        Assert.Contains("nothing was judged", summary, StringComparison.Ordinal);
        Assert.Contains("Conditional", summary, StringComparison.Ordinal);
        Assert.DoesNotContain("100", summary, StringComparison.Ordinal);
    }

    private static string Plain(Audit audit)
    {
        var output = new StringWriter { NewLine = "\n" };
        new ConsoleReport(ConsoleReport.Plain(output)).Write(audit);
        return output.ToString();
    }
}
