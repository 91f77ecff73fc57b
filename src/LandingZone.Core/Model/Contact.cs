using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace LandingZone.Core.Model;

/// <summary>Whom the cloud's provider tells: an alternate contact, a security contact, an essential contact.</summary>
public sealed record Contact : ScopedResource
{
    /// <summary>The mail address; empty when none was given.</summary>
    public required Fact<string> Email { get; init; }

    /// <summary>What the provider writes about to this address; empty when nothing.</summary>
    public required Fact<ImmutableArray<ContactTopic>> Topics { get; init; }
}

[JsonConverter(typeof(CamelCaseEnum<ContactTopic>))]
public enum ContactTopic
{
    Security,
    Billing,
    Operations,
    Legal,
}
