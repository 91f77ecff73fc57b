using System.Collections.Immutable;

namespace LandingZone.Core.Model;

/// <summary>
/// What holds for more than the account that it was made in: a guardrail, an organization's trail, an analyzer of a
/// whole organization. <c>account.auditTrails</c> lists all that hold for the account, wherever they are.
/// </summary>
public abstract record ScopedResource : Resource
{
    /// <summary>
    /// The ids of the organization, the folders and the accounts that it holds for, with everything beneath each. Empty
    /// when it holds for nothing, such as a policy that is attached nowhere.
    /// </summary>
    public required Fact<ImmutableArray<string>> Scopes { get; init; }
}
