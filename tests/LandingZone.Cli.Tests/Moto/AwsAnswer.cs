using System.Text;

namespace LandingZone.Cli.Tests.Moto;

/// <summary>What goes back to <c>lz</c>: moto's own answer, or one played in its place.</summary>
internal sealed record AwsAnswer(int Status, string ContentType, byte[] Body)
{
    /// <summary>The other headers of moto's answer.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    public string Text => Encoding.UTF8.GetString(Body);

    public static AwsAnswer Of(int status, string contentType, string body) =>
        new(status, contentType, Encoding.UTF8.GetBytes(body));

    /// <summary>The same answer with another text.</summary>
    public AwsAnswer With(string body) => this with { Body = Encoding.UTF8.GetBytes(body) };
}

/// <summary>Answers a call, or leaves it to <paramref name="next"/>: the following replay, in the end moto.</summary>
internal delegate Task<AwsAnswer> Replay(AwsCall call, Func<Task<AwsAnswer>> next);
