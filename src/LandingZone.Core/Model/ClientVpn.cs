using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace LandingZone.Core.Model;

/// <summary>
/// Where people's own devices enter the cloud's network: a Client VPN endpoint, a point-to-site gateway.
/// </summary>
public sealed record ClientVpn : Resource
{
    /// <summary>The ways of signing in that it accepts; more than one may be demanded together.</summary>
    public required Fact<ImmutableArray<ClientVpnAuthentication>> Authentication { get; init; }

    /// <summary>The ranges that users may reach through it, in CIDR notation.</summary>
    public required Fact<ImmutableArray<string>> AuthorizedRanges { get; init; }

    /// <summary>Whether it records who connected and when.</summary>
    public required Fact<bool> ConnectionsLogged { get; init; }

    /// <summary>Whether users may reach everything through it. Derived from <see cref="AuthorizedRanges"/>.</summary>
    [JsonIgnore]
    public Fact<bool> ReachesEverything => AuthorizedRanges.OpenToInternet();
}

[JsonConverter(typeof(CamelCaseEnum<ClientVpnAuthentication>))]
public enum ClientVpnAuthentication
{
    Certificate,
    Federated,

    /// <summary>A name and a password of a directory.</summary>
    Directory,

    /// <summary>A shared secret, or a RADIUS server's password.</summary>
    Password,
}
