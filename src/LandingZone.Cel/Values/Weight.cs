namespace LandingZone.Cel;

/// <summary>
/// How much memory and work a value stands for, in elements; eight characters or bytes weigh as much as one element. An
/// element that is in a list twice weighs twice, as walks over the list see it twice.
/// </summary>
internal static class Weight
{
    /// <summary>Of one value; some 32 MB.</summary>
    public const int Max = 1_000_000;

    public const int MaxCharacters = 8 * Max;

    /// <summary>Lists and maps within one another, of which walks take some stack each.</summary>
    public const int MaxDepth = 500;

    public static Value TooLarge => Value.OfError(
        $"the value would be larger than {Value.Of(Max)} elements or {Value.Of(MaxCharacters)} characters");

    public static Value TooDeep => Value.OfError($"the value would be nested deeper than {Value.Of(MaxDepth)} levels");

    public static int Of(Value value) => value.Kind switch
    {
        ValueKind.String => 1 + (value.AsString.Length / 8),
        ValueKind.Bytes => 1 + (value.AsBytes.Length / 8),
        ValueKind.List => value.AsList.Extent.Weight,
        ValueKind.Map => value.AsMap.Extent.Weight,
        _ => 1,
    };

    public static int DepthOf(Value value) => value.Kind switch
    {
        ValueKind.List => value.AsList.Extent.Depth,
        ValueKind.Map => value.AsMap.Extent.Depth,
        _ => 0,
    };

    public static Extent Sum(IEnumerable<Value> parts)
    {
        var (weight, depth) = (1L, 0);
        foreach (var part in parts)
        {
            weight += Of(part);
            depth = Math.Max(depth, DepthOf(part));
        }

        return new Extent((int)Math.Min(weight, int.MaxValue), depth + 1);
    }
}

/// <summary>A list's or map's weight, and the levels of lists and maps that it is and has within.</summary>
internal sealed record Extent(int Weight, int Depth);
