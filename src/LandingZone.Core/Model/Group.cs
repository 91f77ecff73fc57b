using System.Collections.Immutable;

namespace LandingZone.Core.Model;

/// <summary>
/// Principals who are granted rights together: a group of IAM, of a directory or of an identity domain.
/// </summary>
public sealed record Group : Principal
{
    /// <summary>Ids or names of its direct members, groups included; empty when there are none.</summary>
    public required Fact<ImmutableArray<string>> Members { get; init; }
}
