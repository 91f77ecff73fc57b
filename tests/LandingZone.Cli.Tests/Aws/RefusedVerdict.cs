namespace LandingZone.Cli.Tests.Aws;

/// <summary>A verdict that a refusal makes unknown, as <c>refused-verdicts.json</c> states it.</summary>
/// <param name="Account">Its name; null for rules over all accounts.</param>
/// <param name="Was">What it is with nothing refused: pass or fail.</param>
/// <param name="Grant">The permission that must be named.</param>
internal sealed record RefusedVerdict(string Rule, string? Account, string On, string Was, string Grant)
{
    public string LineBefore => ExpectedFinding.LineOf(Was, Rule, Account, On);

    public string LineAfter => ExpectedFinding.LineOf("unknown", Rule, Account, On);

    public static RefusedVerdict[] Load() => StatedFile.Load<RefusedVerdict>("refused-verdicts.json")["unknown"];
}
