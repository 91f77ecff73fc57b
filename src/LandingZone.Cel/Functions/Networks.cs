using T = LandingZone.Cel.CelType;

namespace LandingZone.Cel;

/// <summary>Kubernetes' IP and CIDR libraries, and <c>overlaps</c>.</summary>
/// <seealso href="https://kubernetes.io/docs/reference/using-api/cel/#kubernetes-ip-address-library"/>
internal static class Networks
{
    private static readonly NetworkType IpType = new("net.IP");
    private static readonly NetworkType CidrType = new("net.CIDR");

    public static readonly T Ip = T.Object(IpType);
    public static readonly T Cidr = T.Object(CidrType);

    public static readonly CelFunction[] All =
    [
        new("ip", Parsed(Ip, ParseIp), CelOverload.Member([Cidr], Ip, block => Of(BlockOf(block).Address))),
        new("isIP", CelOverload.Global([T.String], T.Bool, text => Value.Of(!ParseIp(text).IsError))),
        new("ip.isCanonical", CelOverload.Global([T.String], T.Bool, IsCanonical)),
        new("family", CelOverload.Member([Ip], T.Int, ip => Value.Of(AddressOf(ip).Version))),
        Test("isUnspecified", ip => ip.Bits == 0),
        Test("isLoopback", IsLoopback),
        Test("isLinkLocalMulticast", IsLinkLocalMulticast),
        Test("isLinkLocalUnicast", IsLinkLocalUnicast),
        Test("isGlobalUnicast", IsGlobalUnicast),
        new("cidr", Parsed(Cidr, ParseCidr)),
        new("isCIDR", CelOverload.Global([T.String], T.Bool, text => Value.Of(!ParseCidr(text).IsError))),
        Relation("containsIP", Ip, ParseIp, (block, ip) => block.Contains(AddressOf(ip))),
        Relation("containsCIDR", Cidr, ParseCidr, (block, other) => block.Contains(BlockOf(other))),
        Relation("overlaps", Cidr, ParseCidr, (block, other) => block.Overlaps(BlockOf(other))),
        new("masked", CelOverload.Member([Cidr], Cidr, block => Of(BlockOf(block).Masked()))),
        new("prefixLength", CelOverload.Member([Cidr], T.Int, block => Value.Of(BlockOf(block).PrefixLength))),
        new("string", CelOverload.Global([Ip], T.String, Text), CelOverload.Global([Cidr], T.String, Text)),
    ];

    /// <summary>A CIDR, or the text of one; an error for all else.</summary>
    public static Value ToCidr(Value value) => value.Kind switch
    {
        ValueKind.Object when value.ObjectType == CidrType => value,
        ValueKind.String => ParseCidr(value),
        <= ValueKind.Error => Faults.Of(value),
        _ => Value.OfError($"{RuntimeTypes.NameOf(value)} is no CIDR"),
    };

    public static CidrBlock BlockOf(Value value) => (CidrBlock)value.AsObject;

    private static Value Of(IpAddress address) => Value.OfObject(address, IpType);

    private static Value Of(CidrBlock block) => Value.OfObject(block, CidrType);

    private static IpAddress AddressOf(Value value) => (IpAddress)value.AsObject;

    private static Value Text(Value value) => Value.Of(ValueText.Of(value));

    private static Value ParseIp(Value text) =>
        IpAddress.Parse(text.AsString) is { } address ? Of(address) : Value.OfError($"'{text}' is no IP address");

    private static Value ParseCidr(Value text) => CidrBlock.Parse(text.AsString) is { } block
        ? Of(block)
        : Value.OfError($"'{text}' is no CIDR; one is '10.0.0.0/8'");

    private static CelOverload Parsed(T type, Func<Value, Value> parse) =>
        CelOverload.Global([T.String], type, parse) with { CheckLast = Check(parse) };

    private static Func<Value, CelError?> Check(Func<Value, Value> parse) =>
        text => parse(text) is { IsError: true } failed ? failed.AsError : null;

    private static CelFunction Test(string name, Func<IpAddress, bool> test) =>
        new(name, CelOverload.Member([Ip], T.Bool, ip => Value.Of(test(AddressOf(ip)))));

    /// <summary>Of a block and something else, or the text of it.</summary>
    private static CelFunction Relation(
        string name, T other, Func<Value, Value> parse, Func<CidrBlock, Value, bool> relate)
    {
        return new CelFunction(
            name,
            CelOverload.Member([Cidr, other], T.Bool, Relate),
            CelOverload.Member([Cidr, T.String], T.Bool, RelateText) with { CheckLast = Check(parse) });

        Value Relate(Value block, Value value) => Value.Of(relate(BlockOf(block), value));

        Value RelateText(Value block, Value text) => parse(text) is { IsError: false } value
            ? Relate(block, value)
            : parse(text);
    }

    private static Value IsCanonical(Value text)
    {
        var ip = ParseIp(text);
        return ip.IsError ? ip : Value.Of(ip.ToString() == text.AsString);
    }

    private static bool IsLoopback(IpAddress ip) => ip.Version == 4 ? Is4(ip, 127, 0, 8) : ip.Bits == 1;

    private static bool IsMulticast(IpAddress ip) => ip.Version == 4 ? Is4(ip, 224, 0, 4) : Is6(ip, 0xff00, 8);

    private static bool IsLinkLocalMulticast(IpAddress ip) =>
        ip.Version == 4 ? Is4(ip, 224, 0, 24) : Is6(ip, 0xff00, 8) && (ip.Bits >> 112 & 0xf) == 2;

    private static bool IsLinkLocalUnicast(IpAddress ip) =>
        ip.Version == 4 ? Is4(ip, 169, 254, 16) : Is6(ip, 0xfe80, 10);

    /// <summary>As in Go, private addresses are; the broadcast address 255.255.255.255 is not.</summary>
    private static bool IsGlobalUnicast(IpAddress ip) =>
        ip.Bits != 0 && !(ip.Version == 4 && ip.Bits == uint.MaxValue)
        && !IsLoopback(ip) && !IsMulticast(ip) && !IsLinkLocalUnicast(ip);

    private static bool Is4(IpAddress ip, byte first, byte second, int length) =>
        ip.StartsWith(((UInt128)first << 24) | ((UInt128)second << 16), length);

    private static bool Is6(IpAddress ip, ushort first, int length) => ip.StartsWith((UInt128)first << 112, length);
}
