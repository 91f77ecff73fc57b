using LandingZone.Core.Model;
using LandingZone.Core.Rules;

namespace LandingZone.Cli;

/// <summary>One rule as a page for people.</summary>
internal sealed class RulesPage(Page page)
{
    public void Write(Rule rule)
    {
        page.Text($"{rule.Id}: {rule.Title}");
        page.Blank();
        page.Text(rule.Why);
        page.Blank();
        WriteFacts(rule);
        WriteExpressions(rule);
        WriteParams(rule);
        WriteClouds(rule);
        WriteExamples(rule);
    }

    public static string Name(Cloud cloud) => cloud.ToString().ToLowerInvariant();

    /// <summary>What decides: the rule's own expressions, or its question.</summary>
    public static void WriteExpressions(Page page, Rule rule)
    {
        if (rule.When is { } when)
        {
            page.Row("applies if", when, indent: 2);
        }

        page.Row(rule.Question is null ? "passes if" : "asks", rule.Question ?? rule.Condition, indent: 2);
        foreach (var (name, expression) in rule.Let)
        {
            page.Row("where", $"{name} = {expression}", indent: 2);
        }
    }

    private void WriteFacts(Rule rule)
    {
        page.Row("Severity", rule.Severity.ToString().ToLowerInvariant());
        page.Row("Tier", rule.Tier.ToString().ToLowerInvariant());
        page.Row("Section", rule.Section.Title);
        page.Row("Effort", $"{rule.Effort.ToString().ToLowerInvariant()} to mend");
        Optional("Control", rule.Control ?? "");
        Optional("Was called", string.Join(", ", rule.Aliases));
        Optional("Asked by", string.Join("\n", rule.Frameworks.Select(asks => $"{asks.Key} {string.Join(", ", asks.Value)}")));
        page.Row("File", rule.Path);
    }

    private void Optional(string label, string text)
    {
        if (text.Length > 0)
        {
            page.Row(label, text);
        }
    }

    private void WriteExpressions(Rule rule)
    {
        page.Heading(rule.Question is null ? $"Judges each {rule.Kind.Name}" : "Asks a person, for each organization");
        WriteExpressions(page, rule);
        page.Row("or fails", rule.Message, indent: 2);
    }

    private void WriteParams(Rule rule)
    {
        if (rule.Params.Length > 0)
        {
            page.Heading("Parameters");
        }

        foreach (var parameter in rule.Params)
        {
            page.Text($"{parameter.Name} ({parameter.Type}, default {parameter.Default})", indent: 2);
            page.Text(parameter.About, indent: 4);
        }
    }

    private void WriteClouds(Rule rule)
    {
        page.Heading("What to do");
        foreach (var (cloud, advice) in rule.Clouds)
        {
            var text = advice.Fix ?? (advice.Always is { } always ? $"Nothing: {always}" : $"Not judged: {advice.Skip}");
            page.Row(Name(cloud), advice.See is null ? text : $"{text.TrimEnd()}\n{advice.See}", indent: 2);
        }
    }

    private void WriteExamples(Rule rule)
    {
        page.Heading("Examples");
        foreach (var test in rule.Tests)
        {
            page.Row(RulesTestCommand.Word(test.Expected), test.Case, indent: 2);
        }
    }
}
