using System.Collections.Immutable;
using LandingZone.Core.Model;

namespace LandingZone.Core.Rules;

/// <summary>One run: what was read, by which rules it was judged, and what came out.</summary>
public sealed record Audit
{
    public required EstateHeader Header { get; init; }

    /// <summary>The rules that were selected, by section and id.</summary>
    public required ImmutableArray<Rule> Rules { get; init; }

    /// <summary>A short digest of the selected rules and their parameters: equal digests are comparable runs.</summary>
    public required string RulesDigest { get; init; }

    /// <summary>Failed, unknown and waived, the worst first.</summary>
    public required ImmutableArray<Finding> Findings { get; init; }

    /// <summary>How often each rule passed and failed in each account.</summary>
    public required ImmutableArray<Tally> Tallies { get; init; }

    public required ImmutableArray<Organization> Organizations { get; init; }

    public required ImmutableArray<Folder> Folders { get; init; }

    public required ImmutableArray<Account> Accounts { get; init; }

    /// <summary>Lists that were refused.</summary>
    public required ImmutableArray<Gap> Gaps { get; init; }

    /// <summary>How many resources were judged or reached, by kind.</summary>
    public required ImmutableSortedDictionary<string, long> ResourceCounts { get; init; }

    /// <summary>How owners are known; see <see cref="OwnerOf"/>.</summary>
    public OwnerPatterns Owners { get; init; } = OwnerPatterns.Default;

    public Score Score => new(Tallies);

    public Readiness Readiness => Score.ReadinessOf(this);

    /// <summary>Who answers for a resource, or why nobody knows.</summary>
    public Fact<string> OwnerOf(Resource resource)
    {
        var account = resource as Account ?? Accounts.FirstOrDefault(account => account.Id == resource.AccountId);
        return Owners.Of(resource, account, id => Folders.FirstOrDefault(folder => folder.Id == id));
    }
}

/// <summary>
/// The counts of one rule in one account. Rules that judge an organization count for the organization itself
/// (<see cref="AccountId"/> null).
/// </summary>
public sealed record Tally
{
    public required Rule Rule { get; init; }

    public required Cloud Cloud { get; init; }

    public required string OrganizationId { get; init; }

    public string? AccountId { get; init; }

    public long Passed { get; set; }

    public long Failed { get; set; }

    public long Unknown { get; set; }

    public long WaivedFailed { get; set; }

    public long WaivedUnknown { get; set; }

    public long NotApplicable { get; set; }

    /// <summary>Where the platform makes the good state always true: shown, and worth no points.</summary>
    public long Guaranteed { get; set; }

    /// <summary>Why the rule's kind was not listed in full here, so that nobody knows how many there are; null when it was.</summary>
    public string? Gap { get; set; }
}
