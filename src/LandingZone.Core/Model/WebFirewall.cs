namespace LandingZone.Core.Model;

/// <summary>A web application firewall: a web ACL, a WAF policy, a Cloud Armor policy.</summary>
public sealed record WebFirewall : TaggableResource
{
    /// <summary>Whether it refuses what its rules find; false where it only tells.</summary>
    public required Fact<bool> Blocks { get; init; }

    /// <summary>Whether it has rules against bots.</summary>
    public required Fact<bool> BotRules { get; init; }
}
