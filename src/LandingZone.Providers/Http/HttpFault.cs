using System.Net.Sockets;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace LandingZone.Providers.Http;

/// <summary>Why an endpoint gave no answer, in words for the person who must mend it.</summary>
internal static class HttpFault
{
    /// <summary>Nothing listens, the name does not resolve, or TLS fails: patience will not help.</summary>
    public static bool IsUnreachable(HttpRequestException fault) => fault.HttpRequestError is
        HttpRequestError.ConnectionError or
        HttpRequestError.NameResolutionError or
        HttpRequestError.SecureConnectionError or
        HttpRequestError.ProxyTunnelError;

    public static string Describe(Exception fault, string endpoint, ResiliencePolicy policy) => fault switch
    {
        TimeoutRejectedException => $"{endpoint} gave no answer within {policy.AttemptTimeout.TotalSeconds:0} s",
        BrokenCircuitException => $"{endpoint} failed too often of late and was not asked again",
        HttpRequestException http => Describe(http, endpoint, policy),
        _ => $"{endpoint} gave no answer",
    };

    private static string Describe(HttpRequestException fault, string endpoint, ResiliencePolicy policy) =>
        fault.HttpRequestError switch
        {
            HttpRequestError.NameResolutionError =>
                $"the name {endpoint} does not resolve: check the region, the network and the proxy",
            HttpRequestError.SecureConnectionError =>
                $"no trusted TLS connection to {endpoint}: check the proxy and the certificates trusted here",
            HttpRequestError.ProxyTunnelError => $"the proxy opened no tunnel to {endpoint}: check HTTPS_PROXY",
            HttpRequestError.ConnectionError when fault.InnerException is SocketException =>
                $"{endpoint} refused the connection: check the network, the proxy and any endpoint override",
            HttpRequestError.ConnectionError =>
                $"no connection to {endpoint} within {policy.ConnectTimeout.TotalSeconds:0} s: check the network",
            _ => $"the connection to {endpoint} broke before the answer was whole",
        };
}
