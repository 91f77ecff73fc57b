using System.Text.Json.Serialization;

namespace LandingZone.Core.Model;

/// <summary>
/// Another resource of the estate, by its id. A rule that follows a link whose target is not in the estate gets an
/// error that names the target, never false.
/// </summary>
[JsonConverter(typeof(LinkConverterFactory))]
public readonly record struct Link<T>(string Id)
    where T : Resource
{
    public override string ToString() => Id;
}
