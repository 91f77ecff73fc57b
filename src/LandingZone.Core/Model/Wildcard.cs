namespace LandingZone.Core.Model;

/// <summary>Names with <c>*</c> for any text, case told apart.</summary>
internal static class Wildcard
{
    public static bool Matches(string pattern, string text) =>
        System.IO.Enumeration.FileSystemName.MatchesSimpleExpression(
            pattern.Replace(@"\", @"\\", StringComparison.Ordinal), text, ignoreCase: false);
}
