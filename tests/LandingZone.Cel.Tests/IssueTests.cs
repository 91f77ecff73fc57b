namespace LandingZone.Cel.Tests;

public sealed class IssueTests
{
    [Theory]
    [InlineData("resource.nmae == 'x'", "nmae")]
    [InlineData("1 + (true + 2)", "+ 2)", 1)]
    [InlineData("names.all(n, n.size())", "n.size()")]
    [InlineData("names.startsWith('a')", "startsWith")]
    [InlineData("resource.direction == 'up'", "'up'")]
    [InlineData("'a'.matches('[')", "'['")]
    [InlineData("[1, 2].all(3, true)", "3")]
    [InlineData("resource.name = 'a'", "=")]
    [InlineData("'tail \\q'", "\\q")]
    [InlineData("resource.encrypted ? 1 : 'a'", "'a'")]
    [InlineData("nowhere + 1", "nowhere")]
    [InlineData("a.b(c)", "a")]
    [InlineData("(1 + 2).foo", "foo")]
    [InlineData("names.exists(n, cidr('10').containsIP(n))", "'10'")]
    [InlineData("names.sortBy(n, [n])", "[n]")]
    [InlineData("names.transformList(i, i, i)", "i, i)", 1)]
    [InlineData("sets.intersect(names, names)", "intersect")]
    [InlineData("cel.bind(x)", "bind")]
    [InlineData("resource.created < '2024'", "<")]
    [InlineData("resource.direction == shape", "==")]
    [InlineData("sets.contains([resource.direction], ['ingress', 'up'])", "'up'")]
    public void An_issue_points_at_what_is_wrong(string source, string part, int? length = null)
    {
        var issue = Estate.Issues(source)[0];

        Assert.Equal(source.IndexOf(part, StringComparison.Ordinal), issue.Offset);
        Assert.Equal(length ?? part.Length, issue.Length);
    }

    [Fact]
    public void All_issues_are_reported_in_the_order_of_the_text()
    {
        var issues = Estate.Issues("resource.nmae == 1 || resource.ports.all(p, p.opn) || nowhere");

        Assert.Equal(
            [
                "Bucket has no 'nmae'; did you mean 'name'?",
                "Port has no 'opn'; did you mean 'open'?",
                "no variable 'nowhere'",
            ],
            issues.Select(issue => issue.Message));
    }

    [Fact]
    public void An_error_points_at_the_operation_that_has_no_value()
    {
        Assert.Equal(20, Estate.Evaluate("resource.versions   / 0 > 1").AsError.Offset);
        Assert.Equal(14, Estate.Evaluate("resource.tags.team == 'x'").AsError.Offset);
    }

    [Fact]
    public void An_expression_must_have_the_type_that_is_asked_for()
    {
        Assert.False(Estate.Environment.TryCompile("resource.name", CelType.Bool, out _, out var issues));
        Assert.Equal("the expression must be bool, not string", Assert.Single(issues).Message);

        Assert.True(Estate.Environment.TryCompile("any", CelType.Bool, out _, out _));
        Assert.True(Estate.Environment.TryCompile("['a']", CelType.List(CelType.String), out _, out _));
        Assert.False(Estate.Environment.TryCompile("[1]", CelType.List(CelType.String), out _, out _));
    }

    [Theory]
    [InlineData(0, 1, 1)]
    [InlineData(3, 1, 4)]
    [InlineData(4, 2, 1)]
    [InlineData(6, 2, 3)]
    public void An_offset_has_a_line_and_a_column(int offset, int line, int column)
    {
        Assert.Equal((line, column), new CelSource("abc\ndef").Position(offset));
    }

    [Theory]
    [InlineData("string", "string")]
    [InlineData("list<string>", "list<string>")]
    [InlineData("map<string,list<int>>", "map<string, list<int>>")]
    public void A_type_is_read_as_rules_write_it(string text, string name)
    {
        Assert.Equal(name, CelType.Parse(text).Name);
    }

    [Theory]
    [InlineData("strin", "no type 'strin'; did you mean 'string'?")]
    [InlineData("list", "'<' is missing")]
    [InlineData("list<string", "'>' is missing")]
    [InlineData("int x", "unexpected 'x'")]
    [InlineData("", "no type ''")]
    public void A_text_that_is_no_type_says_why(string text, string message)
    {
        var exception = Assert.Throws<FormatException>(() => CelType.Parse(text));
        Assert.Contains(message, exception.Message, StringComparison.Ordinal);
    }
}
