namespace LandingZone.Providers.Http;

/// <summary>What a cloud counts its request quota by: one bucket of tokens for each.</summary>
/// <param name="Account">The account that is asked, or the empty string where the quota is the caller's.</param>
/// <param name="Region">The region that is asked.</param>
/// <param name="Service">The service that is asked, by the name that its endpoint carries.</param>
/// <param name="PerSecond">How many calls a second this scope may make, or 0 for no limit of ours.</param>
public readonly record struct CallScope(string Account, string Region, string Service, double PerSecond);
