using System.Buffers;
using System.Text;

namespace LandingZone.Core.Reports;

/// <summary>
/// HTML that is safe to put into a page: written by this program, with every text in it escaped. It is made only by an
/// interpolated string (<see cref="Of"/>), whose literals are the program's own and whose holes are escaped, so that no
/// text from a cloud can become a tag, an attribute or a script.
/// </summary>
public readonly record struct Html
{
    private static readonly SearchValues<char> Special = SearchValues.Create("&<>\"'`");

    private readonly string? _markup;

    internal Html(string markup) => _markup = markup;

    public static Html Empty => default;

    public bool IsEmpty => string.IsNullOrEmpty(_markup);

    /// <summary>Markup from an interpolated string: <c>Html.Of($"&lt;b&gt;{name}&lt;/b&gt;")</c>.</summary>
    /// <exception cref="InvalidOperationException">A hole stands where escaping cannot make text harmless.</exception>
    public static Html Of(HtmlHandler markup) => markup.ToHtml();

    public static Html Join(Html separator, IEnumerable<Html> parts) => new(string.Join(separator.ToString(), parts));

    /// <summary>A link; only its text where the address is not an absolute https one.</summary>
    public static Html Link(string? address, string text) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps
            ? new($"<a href=\"{Escape(uri.AbsoluteUri)}\" rel=\"noopener noreferrer\">{Escape(text)}</a>")
            : new(Escape(text));

    /// <summary>A style sheet or script of this program, as it is.</summary>
    internal static Html Own(string resource) => new(resource);

    /// <summary>Harmless between tags and inside quotes of either sort. What acts on the eye is made visible.</summary>
    internal static string Escape(string text)
    {
        var visible = VisibleText.Block(text);
        if (visible.AsSpan().IndexOfAny(Special) < 0)
        {
            return visible;
        }

        return new StringBuilder(visible)
            .Replace("&", "&amp;")
            .Replace("<", "&lt;")
            .Replace(">", "&gt;")
            .Replace("\"", "&quot;")
            .Replace("'", "&#39;")
            .Replace("`", "&#96;")
            .ToString();
    }

    public override string ToString() => _markup ?? "";
}
