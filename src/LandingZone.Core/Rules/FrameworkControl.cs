namespace LandingZone.Core.Rules;

/// <summary>One item of a framework: its id alone, as its text is its owner's.</summary>
/// <param name="Id">As in a rule's <c>frameworks</c>, such as 2.1.4.</param>
/// <param name="WhyNoRule">Why no rule serves it, in our own words; null where one does or nobody said why.</param>
public sealed record FrameworkControl(string Id, string? WhyNoRule);
