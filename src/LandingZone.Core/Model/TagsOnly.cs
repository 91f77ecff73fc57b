namespace LandingZone.Core.Model;

/// <summary>
/// What is left of a resource of which rules ask no more than its tags: of a million resources these few facts stay in
/// memory, not all of them.
/// </summary>
internal sealed record TagsOnly : TaggableResource
{
    /// <summary>The kind that it is of.</summary>
    public required Type Of { get; init; }

    public static TagsOnly From(TaggableResource resource) => new()
    {
        Id = resource.Id,
        Name = resource.Name,
        Cloud = resource.Cloud,
        AccountId = resource.AccountId,
        OrganizationId = resource.OrganizationId,
        Region = resource.Region,
        Tags = resource.Tags,
        Untaggable = resource.Untaggable,
        Of = resource.GetType(),
    };
}
