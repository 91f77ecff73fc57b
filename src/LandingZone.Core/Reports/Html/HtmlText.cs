using LandingZone.Core.Rules;

namespace LandingZone.Core.Reports;

/// <summary>Small pieces that all parts of the page share.</summary>
internal static class HtmlText
{
    private static readonly Html Dot = Html.Of($""" <span class="dot">·</span> """);

    /// <summary>Parts on one line, with dots between those that are there.</summary>
    public static Html Dotted(params IEnumerable<Html> parts) => Html.Join(Dot, parts.Where(part => !part.IsEmpty));

    /// <summary>A name from a cloud: a right-to-left one keeps to its own place in the line.</summary>
    public static Html Name(string? name) => name is null ? Html.Empty : Html.Of($"<bdi>{name}</bdi>");

    public static Html Code(string text) => Html.Of($"<code>{text}</code>");

    /// <summary>A remark that matters less than what it stands beside; nothing where there is none.</summary>
    public static Html Note(string? note) =>
        string.IsNullOrEmpty(note) ? Html.Empty : Html.Of($"""<span class="note">{note}</span>""");

    public static Html Chip(Severity severity) =>
        Html.Of($"""<span class="chip {Words.Lower(severity)}">{Words.Lower(severity)}</span>""");

    public static Html RuleLink(Rule rule) => Html.Of($"""<a href="#rule-{rule.Id}">{rule.Title}</a>""");

    /// <summary>What a cut list says; nothing where nothing was cut.</summary>
    public static Html More(int count, string what, string where) => count > 0
        ? Html.Of($"""<p class="more">and {Words.Count(count, "more " + what)}, {where}</p>""")
        : Html.Empty;
}
