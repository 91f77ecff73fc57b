namespace LandingZone.Providers.Http;

/// <summary>What an answer means for the next attempt.</summary>
public enum ReplyKind
{
    /// <summary>An answer or a refusal; asking again changes nothing.</summary>
    Final,

    /// <summary>The caller is too fast: wait, and do not count it against the endpoint.</summary>
    Throttled,

    /// <summary>The endpoint failed: wait, and count it against the endpoint.</summary>
    Transient,
}
