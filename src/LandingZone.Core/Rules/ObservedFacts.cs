using LandingZone.Cel;
using LandingZone.Core.Model;

namespace LandingZone.Core.Rules;

/// <summary>What an evaluation has read, as facts of resources.</summary>
internal sealed class ObservedFacts(IReadOnlyList<Observation> observations)
{
    /// <summary>Whether it says something of its own, and does not only lead on to what does.</summary>
    public bool Matters(Observation seen) =>
        !EvidenceText.IsName(seen)
        && (seen.Value.IsError || !EvidenceText.LeadsOn(seen.Property.Type) || SaysMore(seen));

    public DecidingFact Of(Observation seen)
    {
        var (owner, name) = Place(seen.Target, seen.Property.Name);
        var unread = seen.Value.IsError ? seen.Value.AsError : Incomplete(seen);
        return new DecidingFact(owner, name, Text(seen), unread?.Message);
    }

    /// <summary>The numbers that the rule's expressions and parameters state.</summary>
    public IReadOnlyCollection<Value> Limits(Rule rule) =>
    [
        .. observations.Where(seen => seen.Target is Dictionary<string, Value>).Select(seen => seen.Value),
        .. new[] { rule.Programs.When, rule.Programs.Condition }.OfType<CelProgram>()
            .SelectMany(program => Literals(program.Expression)),
    ];

    private static IEnumerable<Value> Literals(Expr expr) =>
        expr is Literal literal ? [literal.Value] : Mutation.Parts(expr).SelectMany(Literals);

    // The facts of a list's elements speak for it, unless there are none or too many, or only their number was asked for.
    private bool SaysMore(Observation seen) =>
        seen.Value.Kind == ValueKind.List
        && (seen.Value.AsList.Incomplete is not null || seen.Value.AsList.Count is 0 or > Recorder.KeptElements
            || !observations.Any(other => IndexOf(seen.Value.AsList, other.Target) >= 0));

    private static string Text(Observation seen) =>
        seen.Value.IsError ? "not read"
        : Incomplete(seen) is not null ? $"{seen.Value.AsList.Count} seen, perhaps not all"
        : seen.Value.Kind != ValueKind.List ? EvidenceText.Text(seen.Value)
        : seen.Value.AsList.Count == 0 ? "empty"
        : EvidenceText.LeadsOn(seen.Property.Type) ? $"{seen.Value.AsList.Count} in all"
        : EvidenceText.Text(seen.Value);

    private static CelError? Incomplete(Observation seen) =>
        seen.Value.Kind == ValueKind.List ? seen.Value.AsList.Incomplete : null;

    /// <summary>A record inside a resource's fact is found where that fact was read.</summary>
    private (Resource? Owner, string Name) Place(object target, string name)
    {
        switch (target)
        {
            case Resource resource:
                return (resource, name);
            case Dictionary<string, Value>:
                return (null, $"params.{name}");
            case WholeEstate:
                return (null, $"estate.{name}");
        }

        foreach (var seen in observations)
        {
            if (seen.Value.Kind == ValueKind.Object && ReferenceEquals(seen.Value.AsObject, target))
            {
                return Place(seen.Target, $"{seen.Property.Name}.{name}");
            }

            if (seen.Value.Kind == ValueKind.List && IndexOf(seen.Value.AsList, target) is >= 0 and var index)
            {
                return Place(seen.Target, $"{seen.Property.Name}[{index}].{name}");
            }
        }

        return (null, name);
    }

    private static int IndexOf(CelList list, object target)
    {
        for (var i = 0; i < list.Count; i++)
        {
            if (list[i].Kind == ValueKind.Object && ReferenceEquals(list[i].AsObject, target))
            {
                return i;
            }
        }

        return -1;
    }
}
