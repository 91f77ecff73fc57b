using LandingZone.Core.Model;

namespace LandingZone.Core.Rules;

/// <summary>
/// Finds misspelt names of frameworks. A user may have frameworks of their own, so that an unknown name alone is no
/// mistake. It is one when it is written in another way than names are, or when one letter or sign alone tells it from
/// a known name; other digits are another version.
/// </summary>
internal static class FrameworkNames
{
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
