namespace LandingZone.Core.Model;

/// <summary>A secret in clear text: that it is there and where, never what it is.</summary>
public sealed record SecretFinding
{
    /// <summary>What it looks like, such as <c>private key</c> or <c>AWS access key</c>.</summary>
    public required string Looks { get; init; }

    /// <summary>Where it was found: the name of the variable, or the place and line of the script.</summary>
    public required string Place { get; init; }
}
