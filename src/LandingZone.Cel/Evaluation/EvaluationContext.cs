namespace LandingZone.Cel;

/// <summary>What getters and the evidence need beside the variables.</summary>
public sealed class EvaluationContext
{
    internal static readonly EvaluationContext Empty = new();

    /// <summary>The host's own state, such as the index that resolves links.</summary>
    public object? Host { get; init; }

    /// <summary>Set to learn which facts decided; evaluation is slower with it.</summary>
    public Recorder? Recorder { get; init; }
}
