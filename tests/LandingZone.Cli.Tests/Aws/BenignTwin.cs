namespace LandingZone.Cli.Tests.Aws;

/// <summary>How often a rule must pass in an account, as <c>benign-twins.json</c> states it.</summary>
/// <param name="Account">Its name; <c>organization</c> for rules over all accounts.</param>
/// <param name="Because">Which twins those are, for the reader of the file.</param>
internal sealed record BenignTwin(string Rule, string Account, long Passed, string Because)
{
    public static BenignTwin[] Load() => StatedFile.Load<BenignTwin>("benign-twins.json")["twins"];
}
