using T = LandingZone.Cel.CelType;

namespace LandingZone.Cel;

/// <summary>cel-go's encoders extension.</summary>
internal static class Base64
{
    public static readonly CelFunction[] All =
    [
        new(
            "base64.encode",
            CelOverload.Global([T.Bytes], T.String, bytes => Value.Of(Convert.ToBase64String(bytes.AsBytes)))),
        new("base64.decode", CelOverload.Global([T.String], T.Bytes, Decode)),
    ];

    /// <summary>The padding may be missing.</summary>
    private static Value Decode(Value value)
    {
        var text = value.AsString;
        var padded = text.PadRight((text.Length + 3) / 4 * 4, '=');
        var bytes = new byte[padded.Length / 4 * 3];
        return Convert.TryFromBase64String(padded, bytes, out var count)
            ? Value.Of(bytes[..count])
            : Value.OfError($"'{text}' is no base64");
    }
}
