namespace LandingZone.Providers;

/// <summary>What must be granted to read a fact: without it the fact is unread, and rules on it are unknown.</summary>
/// <param name="Kind">The kind, such as <c>Bucket</c>.</param>
/// <param name="Fact">The fact, or null for the list of the kind itself.</param>
/// <param name="Permission">The action as the cloud's policies name it, such as <c>s3:GetBucketAcl</c>.</param>
public sealed record FactPermission(string Kind, string? Fact, string Permission);
