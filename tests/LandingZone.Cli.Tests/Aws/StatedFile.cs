using System.Text.Json;
using System.Text.Json.Serialization;

namespace LandingZone.Cli.Tests.Aws;

/// <summary>Files beside the tests that state what must come out: sections of rows.</summary>
internal static class StatedFile
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web)
    {
        RespectRequiredConstructorParameters = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    public static Dictionary<string, T[]> Load<T>(string name) =>
        JsonSerializer.Deserialize<Dictionary<string, T[]>>(
            File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Aws", name)), Web)!;
}
