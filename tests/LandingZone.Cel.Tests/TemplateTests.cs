namespace LandingZone.Cel.Tests;

public sealed class TemplateTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("", "")]
    [InlineData("Bucket {resource.name} is open", "Bucket logs-1 is open")]
    [InlineData("{resource.name}{resource.versions}", "logs-13")]
    [InlineData("{{not a hole}}", "{not a hole}")]
    [InlineData("{ {'a': '}'}.a }!", "}!")]
    [InlineData("since {resource.created}", "since 2024-02-29T12:00:00Z")]
    [InlineData("share {resource.share}, {resource.encrypted}", "share 0.5, true")]
    [InlineData("ports {resource.ports.map(p, p.number)}", "ports 22, 80")]
    [InlineData("logged {resource.logged}", "logged unknown (AccessDenied)")]
    [InlineData("names {resource.someNames}", "names a, b, and perhaps others (not collected)")]
    [InlineData("{[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]}", "1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11")]
    [InlineData("{[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]}", "1, 2, 3, 4, 5, 6, 7, 8, 9, 10, and 2 others")]
    [InlineData("tags {resource.tags}", "tags owner: ops")]
    public void Holes_hold_the_values_of_their_expressions(string text, string expected)
    {
        Assert.True(Estate.Environment.TryCompileTemplate(text, out var template, out _));
        Assert.Equal(expected, template.Render(Estate.Activation()));
    }

    [Theory]
    [InlineData("a {resource.nmae} b", 12, 4, "did you mean 'name'?")]
    [InlineData("a } b", 2, 1, "closes nothing")]
    [InlineData("a {resource.name", 16, 0, "'}' at the end of the hole")]
    [InlineData("a {resource.name b}", 17, 1, "'}' at the end of the hole")]
    [InlineData("a {} b", 3, 1, "a value should stand here")]
    [InlineData("a {'x} b", 3, 5, "not closed")]
    public void An_issue_points_into_the_text(string text, int offset, int length, string message)
    {
        Assert.False(Estate.Environment.TryCompileTemplate(text, out _, out var issues));
        Assert.Equal((offset, length), (issues[0].Offset, issues[0].Length));
        Assert.Contains(message, issues[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void All_holes_with_issues_are_reported()
    {
        Estate.Environment.TryCompileTemplate("{resource.x} and {resource.y}", out _, out var issues);

        Assert.Equal([10, 27], issues.Select(issue => issue.Offset));
    }
}
