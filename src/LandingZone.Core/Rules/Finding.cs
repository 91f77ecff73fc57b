using System.Collections.Immutable;
using System.Text.Json.Serialization;
using LandingZone.Core.Model;

namespace LandingZone.Core.Rules;

[JsonConverter(typeof(CamelCaseEnum<Verdict>))]
public enum Verdict
{
    Pass,
    Fail,

    /// <summary>What would decide was not read. Never a pass, never a failure.</summary>
    Unknown,
    NotApplicable,

    /// <summary>A failure, or an unknown, that somebody has accepted until a day.</summary>
    Waived,
}

/// <summary>One rule's verdict on one resource, where somebody should look: failed, unknown or waived.</summary>
public sealed record Finding
{
    public required Rule Rule { get; init; }

    public required Resource Resource { get; init; }

    public required Verdict Verdict { get; init; }

    /// <summary>What is wrong with this resource, with its values; for an unknown, what was not read and what to grant.</summary>
    public required string Message { get; init; }

    /// <summary>The facts that decided.</summary>
    public required ImmutableArray<Evidence> Evidence { get; init; }

    /// <summary>Who accepted it; null for what nobody has waived.</summary>
    public Waiver? Waiver { get; init; }

    /// <summary>The same in every run, for comparisons and waivers.</summary>
    [JsonIgnore]
    public string Key => $"{Rule.Id}@{Resource.Id}";
}

/// <summary>One fact that decided a verdict.</summary>
/// <param name="ResourceId">Whose fact.</param>
/// <param name="Fact">Its name, such as <c>publicAccessBlocked</c>.</param>
/// <param name="Value">What it said, or "unread: why".</param>
public sealed record Evidence(string ResourceId, string Fact, string Value);

/// <summary>A finding that somebody has accepted.</summary>
public sealed record Waiver
{
    /// <summary>The rule's id.</summary>
    public required string Allow { get; init; }

    /// <summary>A resource's id or name (<c>*</c> for any text), an account's id, <c>folder:NAME</c> or <c>tag:KEY=VALUE</c>.</summary>
    public required string On { get; init; }

    public required string Because { get; init; }

    public required string Owner { get; init; }

    /// <summary>The last day on which it holds, UTC.</summary>
    public required DateOnly Until { get; init; }
}
