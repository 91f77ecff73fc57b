namespace LandingZone.Cel;

/// <summary>
/// What a <see cref="Value"/> holds. <see cref="Unset"/> is no value at all; it never leaves an evaluation.
/// </summary>
public enum ValueKind : byte
{
    Unset,
    Error,
    Null,
    Bool,
    Int,
    Uint,
    Double,
    String,
    Bytes,
    Timestamp,
    Duration,
    List,
    Map,
    Object,
    Type,
}
