namespace LandingZone.Providers.Http;

/// <summary>One call, as often as it must be attempted.</summary>
/// <param name="Scope">Whose quota it uses.</param>
/// <param name="Endpoint">The endpoint whose breaker guards it. A host without prefixes that vary by account.</param>
/// <param name="Build">Makes the request; called for each attempt, because a signature carries the time.</param>
/// <param name="KindOf">Tells refusals, throttles and faults apart by status and body.</param>
public sealed record HttpCall(
    CallScope Scope,
    string Endpoint,
    Func<HttpRequestMessage> Build,
    Func<int, byte[], ReplyKind> KindOf);
