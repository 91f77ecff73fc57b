using System.Collections.Immutable;
using LandingZone.Core.Model;

namespace LandingZone.Core.Rules;

/// <summary>Finds who has accepted a finding. Past its last day a waiver is as if it were not there.</summary>
internal sealed class WaiverBook
{
    private const string FolderPrefix = "folder:";
    private const string TagPrefix = "tag:";

    private readonly ILookup<string, Waiver> _byRule;
    private readonly Estate _estate;

    public WaiverBook(ImmutableArray<Waiver> waivers, Estate estate, DateTimeOffset asOf)
    {
        var today = DateOnly.FromDateTime(asOf.UtcDateTime);
        _byRule = waivers.Where(waiver => waiver.Until >= today).ToLookup(waiver => waiver.Allow);
        _estate = estate;
    }

    public Waiver? Find(Rule rule, Resource resource) =>
        rule.Aliases.Prepend(rule.Id).SelectMany(id => _byRule[id]).FirstOrDefault(waiver => Covers(waiver.On, resource));

    private bool Covers(string on, Resource resource)
    {
        var account = _estate.Account(resource);
        if (on.StartsWith(FolderPrefix, StringComparison.Ordinal))
        {
            var folder = on[FolderPrefix.Length..];
            return account?.Folders is { IsRead: true } folders
                && folders.Value.Any(link => link.Id == folder || _estate.Find(link.Id)?.Name == folder);
        }

        if (on.StartsWith(TagPrefix, StringComparison.Ordinal))
        {
            var tag = on[TagPrefix.Length..].Split('=', 2);
            return Tagged(resource, tag) || Tagged(account, tag);
        }

        return Wildcard.Matches(on, resource.Id) || Wildcard.Matches(on, resource.Name) || on == resource.AccountId;
    }

    private static bool Tagged(Resource? resource, string[] tag) =>
        resource is TaggableResource { Tags: { IsRead: true } tags }
        && tags.Value.TryGetValue(tag[0], out var value) && (tag.Length == 1 || value == tag[1]);
}
