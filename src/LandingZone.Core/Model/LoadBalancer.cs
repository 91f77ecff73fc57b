using System.Collections.Immutable;

namespace LandingZone.Core.Model;

/// <summary>
/// What takes requests for others: a load balancer, an application gateway, a distribution, an API gateway, a web app's
/// front end.
/// </summary>
public sealed record LoadBalancer : TaggableResource
{
    /// <summary>Whether it has a public address. Always true for a distribution.</summary>
    public required Fact<bool> InternetFacing { get; init; }

    /// <summary>Whether it understands HTTP, so that a web application firewall can stand before it.</summary>
    public required Fact<bool> Web { get; init; }

    /// <summary>The ports at which it takes requests; empty when there are none.</summary>
    public required Fact<ImmutableArray<Listener>> Listeners { get; init; }

    /// <summary>The ids of the web application firewalls before it; empty when there are none.</summary>
    public required Fact<ImmutableArray<Link<WebFirewall>>> WebFirewalls { get; init; }
}

/// <summary>One port at which a load balancer listens.</summary>
public sealed record Listener
{
    /// <summary>0 to 65535.</summary>
    public required int Port { get; init; }

    /// <summary><c>http</c>, <c>https</c>, <c>tls</c>, <c>tcp</c> or <c>udp</c>.</summary>
    public required string Protocol { get; init; }

    /// <summary>Whether it answers only with a redirection to HTTPS.</summary>
    public required Fact<bool> RedirectsToHttps { get; init; }

    /// <summary>The oldest version of TLS that it accepts, such as 1.2; 0 without TLS.</summary>
    public required Fact<double> MinimumTls { get; init; }
}
