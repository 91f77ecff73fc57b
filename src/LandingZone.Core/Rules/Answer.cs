using System.Text.Json;
using System.Text.Json.Serialization;
using LandingZone.Core.Model;

namespace LandingZone.Core.Rules;

/// <summary>What a person says to a question that no cloud can answer.</summary>
public sealed record Answer
{
    /// <summary>The id of the rule that asks.</summary>
    public required string Question { get; init; }

    /// <summary>The organization's id or name (<c>*</c> for any text) that it is said of; null for every organization.</summary>
    public string? On { get; init; }

    [JsonPropertyName("answer")]
    public required AnswerValue Value { get; init; }

    /// <summary>Where it can be looked up: a ticket, a protocol, a page.</summary>
    public required string Evidence { get; init; }

    /// <summary>Who says so.</summary>
    public required string By { get; init; }

    /// <summary>The day it was said.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>The last day on which it holds, UTC; after it the question is open again.</summary>
    public required DateOnly Until { get; init; }

    public override string ToString() =>
        $"{JsonNamingPolicy.CamelCase.ConvertName(Value.ToString())}, says {By} on {Date:yyyy-MM-dd}: {Evidence}";
}

[JsonConverter(typeof(CamelCaseEnum<AnswerValue>))]
public enum AnswerValue
{
    /// <summary>The good state holds.</summary>
    Yes,
    No,
    NotApplicable,
}
