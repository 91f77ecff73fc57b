using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace LandingZone.Core.Model;

/// <summary>The first line of a saved estate: what was read, when, by whom and with what.</summary>
public sealed record EstateHeader
{
    /// <summary>The newest version of the format that this program reads.</summary>
    public const int NewestVersion = 1;

    [JsonPropertyName("landingzone")]
    public required int Version { get; init; }

    public required string RunId { get; init; }

    /// <summary>When the run began, UTC: the <c>now</c> of every rule.</summary>
    public required DateTimeOffset AsOf { get; init; }

    /// <summary>What the audited company is called, for titles; empty when nobody said.</summary>
    public required string Name { get; init; }

    /// <summary>Version of the program that read it.</summary>
    public required string Tool { get; init; }

    /// <summary>Accounts and regions that the run was limited to, in words; empty for all.</summary>
    public required ImmutableArray<string> Scope { get; init; }

    public required ImmutableArray<Identity> Identities { get; init; }

    /// <summary>
    /// How many resources follow. A file with fewer was cut, and nothing in it can be believed complete.
    /// </summary>
    public required long Resources { get; init; }
}

/// <summary>Whose credentials read a cloud.</summary>
/// <param name="Cloud">The cloud that was read.</param>
/// <param name="Name">The caller as the cloud names it: an ARN, an object id, an e-mail address, an OCID.</param>
public sealed record Identity(Cloud Cloud, string Name);
