namespace LandingZone.Core.Model;

/// <summary>
/// A list that was refused: nobody knows what it would have held. Every rule on that kind is unknown for the account, and
/// the account's list of that kind is incomplete with <see cref="Why"/> as the reason.
/// </summary>
public sealed record Gap : Resource
{
    /// <summary>The kind whose list was refused, such as <c>Bucket</c>.</summary>
    public required string OfKind { get; init; }

    /// <summary>The cloud's code and what to grant or do, such as "AccessDenied: grant s3:ListAllMyBuckets".</summary>
    public required string Why { get; init; }

    /// <summary>The gap of one kind in one account (null: the organization) and region (null: all), with a stable id.</summary>
    public static Gap Of(string kind, Cloud cloud, string owner, string? accountId, string? region, string why) => new()
    {
        Id = $"gap/{cloud}/{owner}/{kind}/{region ?? "global"}".ToLowerInvariant(),
        Name = region is null ? kind : $"{kind} in {region}",
        Cloud = cloud,
        AccountId = accountId,
        Region = region,
        OfKind = kind,
        Why = why,
    };
}
