using System.Collections.Immutable;

namespace LandingZone.Core.Model;

/// <summary>
/// What is known of an account that could not be read: that it is there, and that nothing else is known.
/// </summary>
public static class UnreadAccount
{
    /// <summary>The account as far as it is known, and a gap for each kind that an account holds.</summary>
    public static IEnumerable<Resource> Rows(Account known, string why) =>
    [
        known,
        .. Kind.All.Where(kind => !kind.OfHierarchy).Select(
            kind => Gap.Of(kind.Name, known.Cloud, known.Id, known.Id, null, why)),
    ];

    /// <summary>An account of which only the place is known.</summary>
    public static Account Account(Cloud cloud, string id, string name, string organizationId, string why)
    {
        var unread = new Unread(why);
        return new Account
        {
            Id = id,
            Name = name,
            Cloud = cloud,
            AccountId = id,
            Organization = new(organizationId),
            Folders = unread,
            Management = unread,
            Status = unread,
            Regions = unread,
            BillingAccountId = unread,
            PublicAccessBlocked = unread,
            Tags = unread,
            Listed = ImmutableSortedDictionary<string, ImmutableArray<string>>.Empty,
        };
    }
}
