using System.Text.Json.Serialization;

namespace LandingZone.Core.Model;

[JsonConverter(typeof(CamelCaseEnum<Cloud>))]
public enum Cloud
{
    Aws,
    Azure,
    Gcp,
    Oci,
}
