using System.Collections.Immutable;
using LandingZone.Core.Model;

namespace LandingZone.Core.Rules;

/// <summary>Finds who has accepted a finding. Past its last day a waiver is as if it were not there.</summary>
internal sealed class WaiverBook
{
    private readonly ILookup<string, (Waiver Waiver, Scope On)> _byRule;
    private readonly Estate _estate;

    public WaiverBook(ImmutableArray<Waiver> waivers, Estate estate, DateTimeOffset asOf)
    {
        var today = DateOnly.FromDateTime(asOf.UtcDateTime);
        _byRule = waivers.Where(waiver => waiver.Until >= today)
            .ToLookup(waiver => waiver.Allow, waiver => (waiver, new Scope(waiver.On)));
        _estate = estate;
    }

    public Waiver? Find(Rule rule, Resource resource) =>
        rule.Aliases.Prepend(rule.Id).SelectMany(id => _byRule[id])
            .FirstOrDefault(one => one.On.Covers(resource, _estate.Account(resource), _estate)).Waiver;
}
