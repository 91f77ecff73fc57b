using LandingZone.Core.Rules;

namespace LandingZone.Core.Reports;

/// <summary>The three pieces of work that clear most for their effort.</summary>
internal static class HtmlRemedies
{
    private const int Shown = 3;

    public static Html Of(Audit audit)
    {
        var remedies = Remedy.Of(audit);
        return remedies.Length == 0 ? Html.Empty : Html.Of(
            $"""
            <section aria-labelledby="fix-first">
            <h2 id="fix-first">Fix first</h2>
            <p class="about">What clears most, by severity and number, for the least effort.</p>
            <ol class="remedies">
            {remedies.Take(Shown).Select(Item)}
            </ol>
            </section>
            """);
    }

    private static Html Item(Remedy remedy) => Html.Of(
        $"""
        <li>{HtmlFindings.Chip(remedy.Rule.Severity)} <strong>{HtmlVerdict.RuleLink(remedy.Rule)}</strong>
        <span class="where">{Words.Of(remedy.Cloud)} <span class="dot">·</span> {Words.Lower(remedy.Rule.Effort)} of work</span>
        <span class="clears">clears {Words.Count(remedy.Findings, "finding")}{(remedy.Accounts > 0 ? " in " + Words.Count(remedy.Accounts, "account") : "")}</span></li>

        """);
}
