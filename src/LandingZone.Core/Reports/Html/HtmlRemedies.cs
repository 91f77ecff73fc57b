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
            {remedies.Take(Shown).Select(Item)}</ol>
            </section>
            """);
    }

    private static Html Item(Remedy remedy)
    {
        var accounts = remedy.Accounts > 0 ? " in " + Words.Count(remedy.Accounts, "account") : "";
        var effort = $"{Words.Lower(remedy.Rule.Effort)} of work";
        return Html.Of(
            $"""
            <li>{HtmlText.Chip(remedy.Rule.Severity)}
            <strong>{HtmlText.RuleLink(remedy.Rule)}</strong>
            <span class="where">{HtmlText.Dotted(Html.Of($"{Words.Of(remedy.Cloud)}"), Html.Of($"{effort}"))}</span>
            <span class="clears">clears {Words.Count(remedy.Findings, "finding")}{accounts}</span></li>

            """);
    }
}
