using LandingZone.Core.Reports;

namespace LandingZone.Core.Tests.Reports;

public class HtmlTests
{
    [Theory]
    [InlineData("<script>", "&lt;script&gt;")]
    [InlineData("a & b", "a &amp; b")]
    [InlineData("\"' `", "&quot;&#39; &#96;")]
    [InlineData("\u001b[31m\u202Egnp", "\\u001B[31m\\u202Egnp")]
    [InlineData("Grüße 日本 \U0001F680", "Grüße 日本 \U0001F680")]
    public void A_text_is_escaped_between_tags_and_inside_quotes(string text, string escaped)
    {
        Assert.Equal($"<b>{escaped}</b>", Html.Of($"<b>{text}</b>").ToString());
        Assert.Equal($"<b title=\"x {escaped}\">y</b>", Html.Of($"""<b title="x {text}">y</b>""").ToString());
        Assert.Equal($"<b title='{escaped}'>y</b>", Html.Of($"<b title='{text}'>y</b>").ToString());
    }

    [Fact]
    public void Html_in_a_hole_stays_as_it_is()
    {
        var inner = Html.Of($"<b>{"<"}</b>");
        Html[] many = [inner, inner];

        Assert.Equal("<p><b>&lt;</b></p>", Html.Of($"<p>{inner}</p>").ToString());
        Assert.Equal("<p><b>&lt;</b><b>&lt;</b></p>", Html.Of($"<p>{many}</p>").ToString());
        Assert.Equal("<p></p>", Html.Of($"<p>{Html.Empty}{(string?)null}</p>").ToString());
    }

    [Fact]
    public void Numbers_are_written_with_their_format() =>
        Assert.Equal("<b>1,204 5.3</b>", Html.Of($"<b>{1204:N0} {5.26:F1}</b>").ToString());

    [Fact]
    public void Where_escaping_is_not_enough_a_text_is_refused()
    {
        const string text = "x";

        Assert.Throws<InvalidOperationException>(() => Html.Of($"<b {text}>y</b>"));
        Assert.Throws<InvalidOperationException>(() => Html.Of($"<{text}>"));
        Assert.Throws<InvalidOperationException>(() => Html.Of($"<b title={text}>y</b>"));
        Assert.Throws<InvalidOperationException>(() => Html.Of($"""<b onclick="{text}">y</b>"""));
        Assert.Throws<InvalidOperationException>(() => Html.Of($"""<b onclick="go('{text}')">y</b>"""));
        Assert.Throws<InvalidOperationException>(() => Html.Of($"""<b style="color: {text}">y</b>"""));
        Assert.Throws<InvalidOperationException>(() => Html.Of($"""<a href="{text}">y</a>"""));
        Assert.Throws<InvalidOperationException>(() => Html.Of($"<img\nSRC='{text}'>"));
    }

    [Fact]
    public void After_an_attribute_of_its_own_a_text_is_taken_again()
    {
        const string text = "x";

        Assert.Equal("""<a href="#rule-x">x</a>""", Html.Of($"""<a href="#rule-{text}">{text}</a>""").ToString());
        Assert.Equal(
            """<b onclick="go()" title="x">x</b>""",
            Html.Of($"""<b onclick="go()" title="{text}">{text}</b>""").ToString());
    }

    [Fact]
    public void Html_inside_a_tag_is_refused()
    {
        var html = Html.Of($"""<b title="x">y</b>""");

        Assert.Throws<InvalidOperationException>(() => Html.Of($"""<p title="{html}">y</p>"""));
        Assert.Throws<InvalidOperationException>(() => Html.Of($"<p {html}>y</p>"));
    }

    [Fact]
    public void A_tag_must_end_where_its_html_ends()
    {
        Assert.Throws<InvalidOperationException>(() => Html.Of($"<p"));
        Assert.Throws<InvalidOperationException>(() => Html.Of($"""<p title="x>y</p>"""));
    }

    [Theory]
    [InlineData("https://docs.example/a?b=1&c=2#d", "https://docs.example/a?b=1&amp;c=2#d")]
    [InlineData("HTTPS://docs.example/\"onmouseover=alert(1)", "https://docs.example/%22onmouseover=alert(1)")]
    public void An_https_address_becomes_a_link(string address, string href) =>
        Assert.Equal(
            $"<a href=\"{href}\" rel=\"noopener noreferrer\">the &lt;page&gt;</a>",
            Html.Link(address, "the <page>").ToString());

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData(" javascript:alert(1)")]
    [InlineData("data:text/html,<script>alert(1)</script>")]
    [InlineData("http://docs.example/")]
    [InlineData("//docs.example/")]
    [InlineData("/etc/passwd")]
    [InlineData("file:///etc/passwd")]
    [InlineData("")]
    [InlineData(null)]
    public void Any_other_address_is_only_its_text(string? address) =>
        Assert.Equal("the &lt;page&gt;", Html.Link(address, "the <page>").ToString());
}
