using System.Text;
using LandingZone.Core.Rules;
using Spectre.Console;

namespace LandingZone.Core.Reports;

/// <summary>
/// The summary on a terminal, at most 100 columns: open criticals before the score, then where the estate is weak, what
/// to mend first, and what was not read.
/// </summary>
public sealed class ConsoleReport(IAnsiConsole console)
{
    private const int LabelWidth = 10;
    private const int NotReadRows = 8;
    private const int RemedyRows = 3;
    private const int RemedyColumn = 9;
    private const int TitleWidth = 50;

    /// <summary>A console without colours or any other escape code, for pipes, files and <c>NO_COLOR</c>.</summary>
    public static IAnsiConsole Plain(TextWriter output)
    {
        var plain = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(output),

            // Build servers' enrichers would switch the codes on again.
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
        });
        plain.Profile.Width = ConsoleLine.MaxWidth;
        plain.Profile.Encoding = Encoding.UTF8;
        return plain;
    }

    public void Write(Audit audit)
    {
        var summary = new Summary(audit);
        WriteHead(audit, summary);
        WriteScope(audit, summary);
        Blank();
        WriteOpen(summary);
        WriteScore(audit, summary);
        Blank();
        ConsoleScores.Write(console, summary);
        ConsoleFindings.Write(console, audit);
        WriteRemedies(audit);
        WriteNotRead(audit);
    }

    private void WriteHead(Audit audit, Summary summary)
    {
        var header = audit.Header;
        Line()
            .Add($"LandingZone {header.Tool}", ConsoleStyle.Strong)
            .AddIf(header.Name.Length > 0, $"   {header.Name}", ConsoleStyle.Strong)
            .Add($"   {summary.TiersText}")
            .Add($"   rules {audit.RulesDigest}")
            .Add($"   {Words.Time(header.AsOf)}")
            .Write();
        foreach (var (place, identity) in header.Identities.Index())
        {
            Label(place == 0 ? "As" : "").Add($"{Words.Of(identity.Cloud)} {identity.Name}").Write();
        }
    }

    private void WriteScope(Audit audit, Summary summary)
    {
        var line = Label("Scope");
        var leftOut = 0;
        foreach (var cloud in summary.Clouds)
        {
            var scope = summary.Scope(cloud);
            leftOut += scope.LeftOut;
            line.Add(Words.Of(cloud) + " ")
                .Add(
                    $"{scope.Read:N0}/{scope.InScope?.ToString("N0") ?? "?"}",
                    scope.Read == scope.InScope ? null : ConsoleStyle.Unread)
                .Add("   ");
        }

        line.Add("accounts read").AddIf(leftOut > 0, $", {leftOut:N0} left out").Write();
        if (audit.Header.Scope.Length > 0)
        {
            Label("Limited").Add("to " + string.Join(", ", audit.Header.Scope)).Write();
        }
    }

    private void WriteOpen(Summary summary)
    {
        var (critical, high) = (summary.Open(Severity.Critical), summary.Open(Severity.High));
        var undecided = Words.Count(summary.Undecided(Severity.Critical), "critical rule");
        Line()
            .Add($"OPEN CRITICAL  {critical:N0}", critical > 0 ? ConsoleStyle.Critical : ConsoleStyle.Strong)
            .Add($"      HIGH  {high:N0}", high > 0 ? ConsoleStyle.High : ConsoleStyle.Strong)
            .AddIf(summary.Undecided(Severity.Critical) > 0, $"      {undecided} not fully read", ConsoleStyle.Unread)
            .Write();
    }

    private void WriteScore(Audit audit, Summary summary)
    {
        Label("SCORE")
            .Add(Percent.Sentence(summary.Overall), ConsoleStyle.Strong)
            .AddIf(summary.WithoutWaivers is not null, $"      without waivers {Percent.Range(summary.WithoutWaivers)}")
            .Write();
        if (summary.Overall is { } overall)
        {
            Label("COVERAGE").Add($"{Percent.Coverage(overall)} %", ConsoleStyle.Strong).Write();
        }

        Label("VERDICT")
            .Add(Words.Of(audit.Readiness), ConsoleStyle.Of(audit.Readiness))
            .AddIf(summary.Unmet.Length > 0, $": {Unmet(audit, summary)}")
            .Write();
        WriteWaivers(audit, summary);
    }

    private static string Unmet(Audit audit, Summary summary) =>
        Words.Count(summary.Unmet.Length, "foundation rule")
        + (audit.Readiness == Readiness.NotReady
            ? " of high or critical severity failed"
            : " of high or critical severity could not be decided");

    private void WriteWaivers(Audit audit, Summary summary)
    {
        var waived = audit.Findings.Where(finding => finding.Verdict == Verdict.Waived).ToList();
        if (waived.Count > 0)
        {
            var ending = waived.Count(finding => summary.EndsSoon(finding.Waiver!));
            Label("WAIVED")
                .Add(Words.Count(waived.Count, "finding"))
                .AddIf(ending > 0, $", {ending:N0} ending by {Words.Day(summary.WarnUntil)}", ConsoleStyle.Unread)
                .Write();
        }
    }

    private void WriteRemedies(Audit audit)
    {
        var remedies = Remedy.Of(audit);
        if (remedies.Length == 0)
        {
            return;
        }

        Title("FIX FIRST", "what clears most for the least effort");
        foreach (var (place, remedy) in remedies.Take(RemedyRows).Index())
        {
            var clears = Words.Count(remedy.Findings, "finding")
                + (remedy.Accounts > 0 ? ", " + Words.Count(remedy.Accounts, "account") : "");
            var line = Line().Add($"{place + 1}  ");
            line.Add(remedy.Rule.Title, Math.Min(TitleWidth, line.Left - (2 * RemedyColumn) - clears.Length))
                .Add($"  {Words.Of(remedy.Cloud)}", RemedyColumn)
                .Add($"  {Words.Lower(remedy.Rule.Effort)}", RemedyColumn)
                .Add(clears)
                .Write();
        }
    }

    private void WriteNotRead(Audit audit)
    {
        var reasons = NotRead.Of(audit);
        if (reasons.Length == 0)
        {
            return;
        }

        Title("NOT READ", "and so unknown, never passed");
        foreach (var reason in reasons.Take(NotReadRows))
        {
            Line()
                .Add(Words.Of(reason.Cloud), 7)
                .Add(reason.Accounts.IsEmpty ? "organization" : Words.Count(reason.Accounts.Count, "account"), 14)
                .Add(Words.Count(reason.Rules.Count, "rule") + " unknown", 19)
                .AddWrapped(reason.Why, ConsoleStyle.Unread)
                .Write();
        }

        if (reasons.Length > NotReadRows)
        {
            Line().Add($"and {Words.Count(reasons.Length - NotReadRows, "more reason")}, in the HTML report").Write();
        }
    }

    private void Title(string title, string about)
    {
        Blank();
        Line().Add(title, ConsoleStyle.Strong).Add("   " + about, ConsoleStyle.Quiet).Write();
    }

    private ConsoleLine Label(string label) => Line().Add(label, LabelWidth);

    private ConsoleLine Line() => new(console);

    private void Blank() => console.WriteLine();
}
