namespace LandingZone.Core.Model;

/// <summary>
/// A list that was refused: nobody knows what it would have held. Every rule on that kind is unknown for the account,
/// and the account's list of that kind is incomplete with <see cref="Why"/> as the reason.
/// </summary>
public sealed record Gap : Resource
{
    /// <summary>The id of the account, or of the organization, whose list it is.</summary>
    public required string OwnerId { get; init; }

    /// <summary>The kind whose list was refused, such as <c>Bucket</c>.</summary>
    public required string OfKind { get; init; }

    /// <summary>The cloud's code and what to grant or do, such as "AccessDenied: grant s3:ListAllMyBuckets".</summary>
    public required string Why { get; init; }

    /// <summary>
    /// The gap of one kind with its owner (an account has its own id as account too), for a region or all (null).
    /// </summary>
    public static Gap Of(string kind, Cloud cloud, string owner, string? accountId, string? region, string why) => new()
    {
        Id = $"gap:{kind}:{region ?? Kind.Global}:{owner}",
        Name = region is null ? kind : $"{kind} in {region}",
        Cloud = cloud,
        AccountId = accountId,
        Region = region,
        OwnerId = owner,
        OfKind = kind,
        Why = why,
    };
}
