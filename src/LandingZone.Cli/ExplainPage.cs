using LandingZone.Core.Model;
using LandingZone.Core.Rules;
using LandingZone.Providers.Aws;

namespace LandingZone.Cli;

/// <summary>An explanation as a page for people.</summary>
internal sealed class ExplainPage(Page page)
{
    private const int MostChanges = 8;

    public void Write(Explanation explanation)
    {
        var (rule, resource) = (explanation.Rule, explanation.Resource);
        page.Text($"{rule.Id}: {rule.Title}");
        page.Text(Place(explanation));
        page.Blank();
        page.Text($"{Said(explanation.Verdict).ToUpperInvariant()}  {explanation.Message}");
        if (explanation.Waiver is { } waiver)
        {
            page.Text($"Waived by {waiver.Owner} until {waiver.Until:yyyy-MM-dd}: {waiver.Because}");
        }

        if (resource is Account { LeftOut: { } why })
        {
            page.Text($"The account is not judged: {why}");
        }

        var advice = rule.Clouds.GetValueOrDefault(resource.Cloud);
        if (advice?.Fix is null)
        {
            var name = RulesPage.Name(resource.Cloud);
            page.Text(advice is null ? $"The rule says nothing of {name}." : advice.Always ?? $"Not judged on {name}: {advice.Skip}");
            return;
        }

        WriteExpressions(rule);
        WriteFacts(explanation);
        WriteChanges(explanation);
        if (explanation.Verdict == Verdict.Fail)
        {
            page.Heading("To mend it");
            page.Text(advice.Fix, indent: 2);
        }
    }

    private static string Place(Explanation explanation)
    {
        var resource = explanation.Resource;
        var account = explanation.Account is { } one && one.Id != resource.Id ? $" in {Named(one)}" : "";
        return $"{resource.GetType().Name} {Named(resource)}{account}, {RulesPage.Name(resource.Cloud)}";
    }

    private static string Named(Resource resource) =>
        resource.Name == resource.Id ? resource.Id : $"{resource.Id} ({resource.Name})";

    private void WriteExpressions(Rule rule)
    {
        page.Heading("The rule");
        RulesPage.WriteExpressions(page, rule);
    }

    private void WriteFacts(Explanation explanation)
    {
        if (explanation.Facts.IsEmpty)
        {
            return;
        }

        page.Heading("What decided");
        var width = explanation.Facts.Max(fact => fact.Name.Length) + 2;
        var groups = explanation.Facts.GroupBy(fact => fact.Owner is { } owner && owner.Id != explanation.Resource.Id ? owner : null);
        foreach (var group in groups.OrderBy(group => group.Key is not null))
        {
            if (group.Key is { } other)
            {
                page.Text($"of {other.GetType().Name} {Named(other)}", indent: 2);
            }

            foreach (var fact in group)
            {
                WriteFact(fact, width);
            }
        }
    }

    private void WriteFact(DecidingFact fact, int width)
    {
        var value = fact.Unread is null ? fact.Value : $"{fact.Value}: {fact.Unread}";
        page.Row(fact.Name, Source(fact) is { Length: > 0 } source ? $"{value}  ({source})" : value, indent: 4, labelWidth: width);
    }

    /// <summary>Where a fact comes from: the permissions of its calls; of a list, those of listing its kind.</summary>
    private static string Source(DecidingFact fact)
    {
        if (fact.Owner is null)
        {
            return fact.Name.StartsWith("params.", StringComparison.Ordinal) ? "the rule's parameter" : "";
        }

        if (fact is { Owner: Account, Root: "environments" })
        {
            return "derived from folders, tags and name";
        }

        return fact.Owner is { Cloud: Cloud.Aws } owner ? AwsSource(fact, owner) : "";
    }

    private static string AwsSource(DecidingFact fact, Resource owner)
    {
        var kind = owner.GetType().Name;
        var own = AwsProvider.Permissions.Where(one =>
            one.Kind == kind && string.Equals(one.Fact, fact.Root, StringComparison.OrdinalIgnoreCase)).ToList();
        var listed = Kind.All.FirstOrDefault(one => one.Plural == fact.Root)?.Name ?? (owner is Account or Organization ? "" : kind);
        var source = own.Count > 0 ? own : [.. AwsProvider.Permissions.Where(one => one.Kind == listed && one.Fact is null)];
        return source.Count == 0 ? "" : $"read with {string.Join(", ", source.Select(one => one.Permission).Distinct())}";
    }

    private void WriteChanges(Explanation explanation)
    {
        page.Heading("What would change it");
        if (explanation.Rule.Question is not null)
        {
            page.Text("An answer: see lz answer.", indent: 2);
            return;
        }

        var unread = explanation.Facts.Where(fact =>
            fact.Unread is not null && !explanation.Changes.Any(change => change.Fact == fact)).ToList();
        if (explanation.Changes.IsEmpty && unread.Count == 0)
        {
            page.Text("No single fact.", indent: 2);
        }

        foreach (var change in explanation.Changes.Take(MostChanges))
        {
            page.Text($"If {change.Fact.Name}{Whose(change.Fact, explanation)} were {change.Instead}, {Would(change.Verdict)}.", indent: 2);
        }

        if (explanation.Changes.Length > MostChanges)
        {
            page.Text($"And {explanation.Changes.Length - MostChanges} more.", indent: 2);
        }

        foreach (var fact in unread.Take(MostChanges))
        {
            page.Text($"If {fact.Name}{Whose(fact, explanation)} were read, its value would be judged.", indent: 2);
        }
    }

    private static string Whose(DecidingFact fact, Explanation explanation) =>
        fact.Owner is { } owner && owner.Id != explanation.Resource.Id ? $" of {owner.GetType().Name} {owner.Name}" : "";

    private static string Said(Verdict verdict) => verdict == Verdict.NotApplicable ? "not applicable" : verdict.ToString();

    private static string Would(Verdict verdict) => verdict switch
    {
        Verdict.NotApplicable => "the rule would not apply",
        Verdict.Unknown => "it would be unknown",
        _ => $"it would {verdict.ToString().ToLowerInvariant()}",
    };
}
