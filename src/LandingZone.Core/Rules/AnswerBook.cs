using System.Collections.Immutable;
using LandingZone.Cel;
using LandingZone.Core.Model;

namespace LandingZone.Core.Rules;

/// <summary>Finds what was answered to a question. Past its last day an answer is as if it were not there.</summary>
internal sealed class AnswerBook(ImmutableArray<Answer> answers, DateTimeOffset asOf)
{
    private readonly ILookup<string, Answer> _byQuestion = answers.ToLookup(answer => answer.Question);
    private readonly DateOnly _today = DateOnly.FromDateTime(asOf.UtcDateTime);

    /// <summary>The answer for an organization, its own before one for all; of two alike the last that was given.</summary>
    public Answer? Find(Rule rule, Resource organization) => All(rule, organization).FirstOrDefault(Holds);

    /// <summary>True for yes, false for no; an error that says what to do while nobody has answered.</summary>
    public Value Of(Rule rule, Resource organization)
    {
        if (Find(rule, organization) is { } answer)
        {
            return Value.Of(answer.Value == AnswerValue.Yes);
        }

        var why = All(rule, organization).FirstOrDefault() is { } ended
            ? $"the answer of {ended.Date:yyyy-MM-dd} ended on {ended.Until:yyyy-MM-dd}"
            : "nobody has answered";
        return Value.OfError(CelError.Unread($"{why}: {rule.Question} Answer with: lz answer {rule.Id} yes|no"));
    }

    private IEnumerable<Answer> All(Rule rule, Resource organization) =>
        rule.Aliases.Prepend(rule.Id).SelectMany(id => _byQuestion[id])
            .Where(answer => answer.On is null
                || Wildcard.Matches(answer.On, organization.Id) || Wildcard.Matches(answer.On, organization.Name))
            .OrderBy(answer => answer.On is null).ThenByDescending(answer => answer.Date);

    private bool Holds(Answer answer) => answer.Until >= _today;
}
