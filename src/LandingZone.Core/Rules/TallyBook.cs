using System.Collections.Immutable;
using LandingZone.Core.Model;

namespace LandingZone.Core.Rules;

/// <summary>The counts of each rule in each account, while an estate is judged.</summary>
internal sealed class TallyBook(ImmutableArray<Rule> rules)
{
    private readonly Dictionary<(Rule Rule, string Owner), Tally> _tallies = [];

    public Tally Of(Rule rule, Resource resource, Estate estate)
    {
        var organization = estate.Organization(resource);
        return Of(rule, resource.Cloud, organization?.Id ?? $"unknown {resource.Cloud} organization", resource.AccountId);
    }

    /// <summary>Adds what another thread has counted.</summary>
    public void Add(TallyBook other)
    {
        foreach (var one in other._tallies.Values)
        {
            var sum = Of(one.Rule, one.Cloud, one.OrganizationId, one.AccountId);
            sum.Passed += one.Passed;
            sum.Failed += one.Failed;
            sum.Unknown += one.Unknown;
            sum.WaivedFailed += one.WaivedFailed;
            sum.WaivedUnknown += one.WaivedUnknown;
            sum.NotApplicable += one.NotApplicable;
            sum.Guaranteed += one.Guaranteed;
        }
    }

    /// <summary>
    /// Marks every account in scope, and every organization, where nobody knows how many resources of a rule's kind there
    /// are. A refused list of accounts leaves no account's share open: which accounts there are is the scope, told beside
    /// the score, and rules over the organization are unknown by themselves.
    /// </summary>
    public void AddGaps(Estate estate)
    {
        foreach (var organization in estate.Organizations)
        {
            foreach (var rule in rules.Where(rule => !rule.Kind.OfHierarchy && Judges(rule, organization.Cloud)))
            {
                if (rule.Kind.OfOrganization && estate.WhyOwnIncomplete(organization, rule.Kind) is { } unlisted)
                {
                    Of(rule, organization.Cloud, organization.Id, null).Gap = unlisted;
                }

                foreach (var account in estate.AccountsOf(organization).Where(account => account.LeftOut is null))
                {
                    if (estate.WhyUncounted(account, rule.Kind) is { } why)
                    {
                        Of(rule, organization.Cloud, organization.Id, account.Id).Gap = why;
                    }
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
