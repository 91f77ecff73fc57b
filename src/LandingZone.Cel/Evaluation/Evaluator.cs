namespace LandingZone.Cel;

/// <summary>A compiled expression.</summary>
internal delegate Value Evaluator(Activation activation);
