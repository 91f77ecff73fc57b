namespace LandingZone.Cel;

/// <summary>What is wrong with an expression.</summary>
/// <param name="Offset">Where, in the expression's text (UTF-16); <see cref="CelSource"/> makes a line and column of it.</param>
public sealed record CelIssue(int Offset, int Length, string Message);
