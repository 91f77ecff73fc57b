using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace LandingZone.Core.Reports;

/// <summary>
/// Writes an interpolated string as HTML: literals as they are, holes escaped unless they are <see cref="Html"/>. It
/// knows whether a hole stands between tags, in a tag or in a quoted attribute, and refuses it where escaping is not
/// enough: outside quotes in a tag, in an event handler or a style, and at the start of an address.
/// </summary>
[InterpolatedStringHandler]
public ref struct HtmlHandler
{
    private static readonly string[] Addresses = ["href", "src", "action", "formaction"];

    private readonly StringBuilder _markup;
    private Place _place;
    private char _quote;
    private string _attribute;
    private bool _atStart;

    public HtmlHandler(int literalLength, int formattedCount)
    {
        _markup = new StringBuilder(literalLength + (formattedCount * 16));
        _attribute = "";
    }

    private enum Place
    {
        Text,
        Tag,
        Value,
    }

    public void AppendLiteral(string value)
    {
        for (var i = 0; i < value.Length; i++)
        {
            Step(value, i);
        }

        _atStart = _place == Place.Value && value.EndsWith(_quote);
        _markup.Append(value);
    }

    public void AppendFormatted(Html value)
    {
        if (_place == Place.Text)
        {
            _markup.Append(value.ToString());
        }
        else if (!value.IsEmpty)
        {
            throw new InvalidOperationException($"HTML cannot stand inside a tag: {_markup}");
        }
    }

    public void AppendFormatted(IEnumerable<Html> value)
    {
        foreach (var part in value)
        {
            AppendFormatted(part);
        }
    }

    /// <exception cref="InvalidOperationException">Escaping cannot make text harmless at this place.</exception>
    public void AppendFormatted(string? value)
    {
        var address = _atStart && Addresses.Contains(_attribute);
        var code = _attribute == "style" || _attribute.StartsWith("on", StringComparison.Ordinal);
        if (_place == Place.Tag || (_place == Place.Value && (address || code)))
        {
            throw new InvalidOperationException($"Text cannot be made harmless here: {_markup}");
        }

        _atStart = false;
        _markup.Append(Html.Escape(value ?? ""));
    }

    public void AppendFormatted<T>(T value, string? format = null)
        where T : IFormattable =>
        AppendFormatted(value.ToString(format, CultureInfo.InvariantCulture));

    internal readonly Html ToHtml() => _place == Place.Text
        ? new Html(_markup.ToString())
        : throw new InvalidOperationException($"The tag does not end: {_markup}");

    private void Step(string literal, int at)
    {
        var character = literal[at];
        if (_place == Place.Text && character == '<')
        {
            _place = Place.Tag;
        }
        else if (_place == Place.Tag && character == '>')
        {
            _place = Place.Text;
        }
        else if (_place == Place.Tag && character is '"' or '\'')
        {
            (_place, _quote, _attribute) = (Place.Value, character, Attribute(literal[..at]));
        }
        else if (_place == Place.Value && character == _quote)
        {
            (_place, _attribute) = (Place.Tag, "");
        }
    }

    // ` class=` before the quote: the name between the last space and the equals sign.
    private static string Attribute(string before) =>
        before.TrimEnd('=')[(before.LastIndexOfAny([' ', '\n']) + 1)..].ToLowerInvariant();
}
