namespace LandingZone.Core.Rules;

/// <summary>A rule with one small mistake put into it, and whether an example of the rule notices.</summary>
/// <param name="Rule">The rule as it is.</param>
/// <param name="Key">Which of its expressions was changed: <c>when</c>, <c>condition</c>, <c>let.NAME</c>.</param>
/// <param name="Line">Where the changed text stands in the rule's file, from 1.</param>
/// <param name="Column">The same, from 1.</param>
/// <param name="Original">The text as it is.</param>
/// <param name="Replacement">What it was changed to; empty when it was taken out.</param>
/// <param name="Fate">What became of it.</param>
public sealed record RuleMutant(
    Rule Rule, string Key, int Line, int Column, string Original, string Replacement, MutantFate Fate)
{
    /// <summary>The change in words, such as <c>'&amp;&amp;' to '||'</c>.</summary>
    public string Change => Replacement.Length == 0 ? $"{Original} taken out" : $"{Original} to {Replacement}";
}

/// <summary>What became of a mutant.</summary>
public enum MutantFate
{
    /// <summary>An example got another verdict or message than it expects.</summary>
    Killed,

    /// <summary>It does not compile, so nobody can make this mistake unnoticed.</summary>
    Refused,

    /// <summary>All examples are as content with it as with the rule: here they do not say what it means.</summary>
    Survived,
}
