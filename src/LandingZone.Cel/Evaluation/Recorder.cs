namespace LandingZone.Cel;

/// <summary>A fact that was read and took part in the decision.</summary>
/// <param name="Target">The host's record.</param>
/// <param name="Value">What was read; an error when the fact was not.</param>
public readonly record struct Observation(object Target, ObjectType Type, Property Property, Value Value);

/// <summary>A list that a macro ran over.</summary>
/// <param name="Range">The list's expression as it was written.</param>
/// <param name="Count">How many elements it has, of which the observations may show only some.</param>
/// <param name="Incomplete">Why there may be more.</param>
public readonly record struct ObservedRange(string Range, int Count, CelError? Incomplete);

/// <summary>
/// Collects the facts that decided an evaluation. A true <c>||</c> keeps only the operand that was true, a false
/// <c>&amp;&amp;</c> only the false one, a quantifier its witness; otherwise the first elements and their number stay.
/// </summary>
public sealed class Recorder
{
    /// <summary>Elements of a list whose observations are kept when no single one decided.</summary>
    public const int KeptElements = 10;

    private readonly List<Observation> _observations = [];
    private readonly List<ObservedRange> _ranges = [];

    /// <summary>In the order read, each property of a record once.</summary>
    public IReadOnlyList<Observation> Observations =>
        [.. _observations.DistinctBy(observation => (new Identity(observation.Target), observation.Property))];

    public IReadOnlyList<ObservedRange> Ranges => [.. _ranges.Distinct()];

    /// <summary>
    /// Gives another value than the one that was read, to find out what would be then; the evaluation goes on with it.
    /// </summary>
    public Func<Observation, Value>? Suppose { get; init; }

    public void Clear() => Rollback(default);

    /// <summary>Notes a fact, and returns its value or the one that is supposed instead.</summary>
    internal Value Observe(object target, ObjectType type, Property property, Value value)
    {
        var seen = new Observation(target, type, property, value);
        seen = seen with { Value = Suppose?.Invoke(seen) ?? value };
        _observations.Add(seen);
        return seen.Value;
    }

    internal void Observe(ObservedRange range) => _ranges.Add(range);

    internal Mark Now() => new(_observations.Count, _ranges.Count);

    /// <summary>Forgets all since the mark.</summary>
    internal void Rollback(Mark mark) => Forget(mark, Now());

    /// <summary>Forgets what was observed between two marks and keeps what came later.</summary>
    internal void Forget(Mark from, Mark to)
    {
        _observations.RemoveRange(from.Observations, to.Observations - from.Observations);
        _ranges.RemoveRange(from.Ranges, to.Ranges - from.Ranges);
    }

    internal readonly record struct Mark(int Observations, int Ranges);

    /// <summary>The record itself: two that are equal are still two.</summary>
    private readonly struct Identity(object target) : IEquatable<Identity>
    {
        private readonly object _target = target;

        public bool Equals(Identity other) => ReferenceEquals(_target, other._target);

        public override bool Equals(object? obj) => obj is Identity other && Equals(other);

        public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(_target);
    }
}
