using LandingZone.Core.Model;
using YamlDotNet.RepresentationModel;

namespace LandingZone.Core.Rules;

/// <summary>
/// Finds misspelt names of frameworks. A user may have frameworks of their own, so that an unknown name alone is no
/// mistake. It is one when it is written in another way than names are, or when one letter or sign alone tells it from
/// a name that the built-in rules use; other digits are another version.
/// </summary>
internal static class FrameworkNames
{
    private static readonly Lazy<IReadOnlyCollection<string>> BuiltIn = new(
        () => RuleSet.BuiltIn().Rules.SelectMany(rule => rule.Frameworks.Keys).ToHashSet());

    /// <summary>Adds what is wrong with the names that a rule's file uses; what else is wrong with it is not for here.</summary>
    public static void Check(string path, string text, List<Problem> problems)
    {
        if (!text.Contains("frameworks", StringComparison.Ordinal)
            || YamlSource.Read(path, text, new List<Problem>()) is not { } source
            || !source.Root.Children.TryGetValue("frameworks", out var found) || found is not YamlMappingNode frameworks)
        {
            return;
        }

        foreach (var name in frameworks.Children.Keys.OfType<YamlScalarNode>())
        {
            if (WhatIsWrong(name.Value ?? "", BuiltIn.Value) is { } wrong)
            {
                problems.Add(source.At(name, wrong));
            }
        }
    }

    /// <summary>What is wrong with a name beside known ones; null when nothing is.</summary>
    public static string? WhatIsWrong(string name, IReadOnlyCollection<string> known)
    {
        if (known.Contains(name))
        {
            return null;
        }

        if (known.FirstOrDefault(other => IsMisspelt(name, other)) is { } meant)
        {
            return $"unknown framework '{name}'. Did you mean '{meant}'?";
        }

        return name.Length == 0 || !name.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter is '.' or '-')
            ? $"'{name}' is no name of a framework: lower-case letters, digits, dots and hyphens"
            : null;
    }

    private static bool IsMisspelt(string name, string known) =>
        LookAlike(name) == LookAlike(known) || (Digits(name) == Digits(known) && Spelling.Distance(name, known) <= 1);

    // 5.O, 5.o and 5.0 look the same to who reads them.
    private static string LookAlike(string name) => name.ToLowerInvariant().Replace('o', '0').Replace('l', '1');

    private static string Digits(string name) => string.Concat(name.Where(char.IsAsciiDigit));
}
