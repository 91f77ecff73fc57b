using Amazon.Runtime;
using LandingZone.Core.Model;
using LandingZone.Providers.Aws;
using LandingZone.Providers.Http;

namespace LandingZone.Providers.Tests.Aws;

/// <summary>Clients of a server that a test plays.</summary>
internal static class Aws
{
    public const string Account = "111122223333";

    /// <summary>As patient as the product, in a hundredth of the time.</summary>
    public static readonly ResiliencePolicy Quick = new()
    {
        Retries = 3,
        BaseDelay = TimeSpan.FromMilliseconds(5),
        MaxDelay = TimeSpan.FromMilliseconds(50),
        AttemptTimeout = TimeSpan.FromSeconds(5),
    };

    public static AwsClient Client(LoopbackServer server, HttpSender? sender = null, TimeProvider? time = null) =>
        Client(server.Url, sender, time);

    public static AwsClient Client(
        string url, HttpSender? sender = null, TimeProvider? time = null, string account = Account)
    {
        var clock = time ?? TimeProvider.System;
        BasicAWSCredentials keys = new("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY");
        AwsSession session = new(
            new AwsOptions { EndpointUrl = url }, keys, "us-east-1", sender ?? new HttpSender(Quick, clock), clock);
        return session.Own(account);
    }

    public static async Task<List<Resource>> ToListAsync(IAsyncEnumerable<Resource> resources)
    {
        List<Resource> all = [];
        await foreach (var resource in resources)
        {
            all.Add(resource);
        }

        return all;
    }

    public static WireReply Denied(string action) => new(
        403,
        $"<ErrorResponse><Error><Code>AccessDenied</Code><Message>User is not authorized to perform: "
            + $"{action}</Message></Error></ErrorResponse>");

    public static WireReply DeniedJson(string action) => new(
        400, $$"""{"__type":"AccessDeniedException","Message":"User is not authorized to perform: {{action}}"}""");
}
