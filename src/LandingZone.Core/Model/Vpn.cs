using System.Collections.Immutable;

namespace LandingZone.Core.Model;

/// <summary>
/// A line from the organization's own network to the cloud: a site-to-site VPN connection, or a private line. A private
/// line has one tunnel for each circuit, and no encryption of its own.
/// </summary>
public sealed record Vpn : Resource
{
    /// <summary>Whether it is a private line: Direct Connect, ExpressRoute, Interconnect, FastConnect.</summary>
    public required Fact<bool> PrivateLine { get; init; }

    /// <summary>Its tunnels or circuits; empty when it has none.</summary>
    public required Fact<ImmutableArray<VpnTunnel>> Tunnels { get; init; }
}

/// <summary>One tunnel of a VPN, or one circuit of a private line.</summary>
public sealed record VpnTunnel
{
    /// <summary>The outside address, or the name of the circuit.</summary>
    public required string Name { get; init; }

    /// <summary>Whether it carries traffic now.</summary>
    public required Fact<bool> Up { get; init; }

    /// <summary>The oldest version of IKE that it accepts; 0 for a private line.</summary>
    public required Fact<int> OldestIkeVersion { get; init; }

    /// <summary>
    /// The ciphers, hashes and Diffie-Hellman groups that it accepts, in lower case as IANA writes them, such as
    /// <c>aes256</c>, <c>sha1</c>, <c>group2</c>; empty for a private line.
    /// </summary>
    public required Fact<ImmutableArray<string>> Algorithms { get; init; }
}
