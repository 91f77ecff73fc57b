using System.Text.Json;
using System.Text.Json.Serialization;

namespace LandingZone.Core.Model;

/// <summary>An enum by its name in camel case, in JSON, YAML and CEL alike; numbers are refused.</summary>
public sealed class CamelCaseEnum<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.CamelCase, allowIntegerValues: false)
    where T : struct, Enum;
