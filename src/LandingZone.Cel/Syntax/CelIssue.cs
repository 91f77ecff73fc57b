namespace LandingZone.Cel;

/// <summary>What is wrong with an expression.</summary>
/// <param name="Offset">Where, in UTF-16 units; a <see cref="CelSource"/> knows the line and column.</param>
public sealed record CelIssue(int Offset, int Length, string Message);
