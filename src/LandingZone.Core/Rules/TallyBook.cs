using System.Collections.Immutable;
using LandingZone.Core.Model;

namespace LandingZone.Core.Rules;

/// <summary>The counts of each rule in each account, while an estate is judged.</summary>
internal sealed class TallyBook(ImmutableArray<Rule> rules)
{
    private static readonly Type[] OfOrganizations = [typeof(Organization), typeof(Folder)];

    private readonly Dictionary<(Rule Rule, string Owner), Tally> _tallies = [];

    public Tally Of(Rule rule, Resource resource, Estate estate)
    {
        var organization = estate.Organization(resource);
        return Of(rule, resource.Cloud, organization?.Id ?? "", resource.AccountId);
    }

    /// <summary>Marks every account in scope where nobody knows how many resources of a rule's kind there are.</summary>
    public void AddGaps(Estate estate)
    {
        foreach (var organization in estate.Organizations)
        {
            foreach (var rule in rules.Where(rule => Judges(rule, organization.Cloud)))
            {
                if (rule.Kind.Type == typeof(Account) || OfOrganizations.Contains(rule.Kind.Type))
                {
                    Mark(rule, organization, null, estate.Gap(organization.Id, rule.Kind));
                    continue;
                }

                foreach (var account in estate.AccountsOf(organization).Where(account => account.LeftOut is null))
                {
                    Mark(rule, organization, account.Id, estate.WhyUncounted(account, rule.Kind));
                }
            }
        }
    }

    public ImmutableArray<Tally> All() =>
    [
        .. _tallies.Values.OrderBy(tally => tally.Rule.Section.Order).ThenBy(tally => tally.Rule.Id, StringComparer.Ordinal)
            .ThenBy(tally => tally.Cloud).ThenBy(tally => tally.OrganizationId, StringComparer.Ordinal)
            .ThenBy(tally => tally.AccountId, StringComparer.Ordinal),
    ];

    private static bool Judges(Rule rule, Cloud cloud) => rule.Clouds.TryGetValue(cloud, out var advice) && advice.Fix is not null;

    private void Mark(Rule rule, Organization organization, string? accountId, string? why)
    {
        if (why is not null)
        {
            Of(rule, organization.Cloud, organization.Id, accountId).Gap = why;
        }
    }

    private Tally Of(Rule rule, Cloud cloud, string organizationId, string? accountId)
    {
        var key = (rule, accountId ?? organizationId);
        if (!_tallies.TryGetValue(key, out var tally))
        {
            _tallies[key] = tally = new Tally
            {
                Rule = rule,
                Cloud = cloud,
                OrganizationId = organizationId,
                AccountId = accountId,
            };
        }

        return tally;
    }
}
