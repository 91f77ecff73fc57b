using System.Collections.Immutable;
using System.Text.Json.Serialization;
using LandingZone.Core.Model;

namespace LandingZone.Core.Rules;

/// <summary>One rule, as its file states it. The file is named after the flaw; the title says the good state.</summary>
public sealed record Rule
{
    /// <summary>The flaw in kebab-case, such as <c>public-bucket</c>: the file's name, never reused.</summary>
    public required string Id { get; init; }

    /// <summary>Earlier ids, which waivers and selections may still use.</summary>
    public ImmutableArray<string> Aliases { get; init; } = [];

    /// <summary>The good state in at most 80 characters.</summary>
    public required string Title { get; init; }

    /// <summary>The checklist's id, such as LZ-OBJ-002; null for a rule of the user's own.</summary>
    public string? Control { get; init; }

    /// <summary>The area it belongs to: the name of its folder.</summary>
    public required Section Section { get; init; }

    public required Tier Tier { get; init; }

    public required Severity Severity { get; init; }

    /// <summary>Whether a failure means that the landing zone is not ready: critical and high rules of the foundation.</summary>
    public bool IsMust => Tier == Tier.Foundation && Severity >= Severity.High;

    /// <summary>How long it takes to mend.</summary>
    public required Effort Effort { get; init; }

    /// <summary>What is judged.</summary>
    public required Kind Kind { get; init; }

    /// <summary>CEL; where it is false the rule does not apply. Null: it always applies.</summary>
    public string? When { get; init; }

    /// <summary>What is asked of a person; null for a rule that is judged by what was read.</summary>
    public string? Question { get; init; }

    /// <summary>CEL; true is a pass, false a failure, an error unknown. A question's is its <c>answer</c>.</summary>
    public required string Condition { get; init; }

    /// <summary>Names for expressions, in order; each may use those before it.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Let { get; init; } = [];

    /// <summary>The text of a failure; holes in braces are CEL.</summary>
    public required string Message { get; init; }

    /// <summary>Two sentences for the person who must fix it.</summary>
    public required string Why { get; init; }

    /// <summary>What a user may set in landingzone.yaml; the rule's expressions read them as params.NAME.</summary>
    public ImmutableArray<RuleParameter> Params { get; init; } = [];

    /// <summary>Framework (<c>cis-aws-5.0</c>) to the ids of controls whose own text asks for this.</summary>
    public ImmutableSortedDictionary<string, ImmutableArray<string>> Frameworks { get; init; } =
        ImmutableSortedDictionary<string, ImmutableArray<string>>.Empty;

    /// <summary>What each cloud's people do about it. A cloud that is missing is not judged.</summary>
    public required ImmutableSortedDictionary<Cloud, CloudAdvice> Clouds { get; init; }

    /// <summary>Its examples.</summary>
    public ImmutableArray<RuleTest> Tests => Examples.Value;

    /// <summary>Read when somebody asks: an audit by the built-in rules has no use for half of their text.</summary>
    internal Lazy<ImmutableArray<RuleTest>> Examples { get; init; } = new(() => []);

    /// <summary>The file it came from.</summary>
    public required string Path { get; init; }

    /// <summary>The file's text, in which an expression's line and column are looked up.</summary>
    internal string Text { get; init; } = "";

    /// <summary>Its expressions, checked and compiled when it was loaded.</summary>
    internal RulePrograms Programs { get; init; } = null!;

    // A rule is one object of a run and the key of many counts: comparing all its members would be slow and say no more.
    public bool Equals(Rule? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
}

/// <summary>A rule's own setting, which <c>landingzone.yaml</c> can override.</summary>
/// <param name="Name">As in <c>params.maxDays</c>.</param>
/// <param name="Type">A CEL type: <c>int</c>, <c>list&lt;string&gt;</c>.</param>
/// <param name="Default">Its value where nobody overrides it, as JSON.</param>
/// <param name="About">What it means, with its unit.</param>
public sealed record RuleParameter(string Name, string Type, string Default, string About)
{
    /// <summary>No parameter has this name: <c>landingzone.yaml</c> puts the values for some accounts below it.</summary>
    public const string Reserved = "on";
}

/// <summary>What a rule says about one cloud: exactly one of fix, always and skip.</summary>
public sealed record CloudAdvice
{
    /// <summary>The command that mends it.</summary>
    public string? Fix { get; init; }

    /// <summary>Why the platform guarantees the good state; nothing is judged and no points are earned.</summary>
    public string? Always { get; init; }

    /// <summary>Why this cloud is not judged.</summary>
    public string? Skip { get; init; }

    /// <summary>The vendor's page.</summary>
    public string? See { get; init; }
}

/// <summary>The default selection is <see cref="Foundation"/>: what every landing zone needs.</summary>
[JsonConverter(typeof(CamelCaseEnum<Tier>))]
public enum Tier
{
    Foundation,
    Standard,
    Advanced,
}

[JsonConverter(typeof(CamelCaseEnum<Severity>))]
public enum Severity
{
    Low,
    Medium,
    High,
    Critical,
}

[JsonConverter(typeof(CamelCaseEnum<Effort>))]
public enum Effort
{
    Hours,
    Days,
    Weeks,
}
