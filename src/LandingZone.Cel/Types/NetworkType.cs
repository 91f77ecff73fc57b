namespace LandingZone.Cel;

/// <summary>The type of addresses and address blocks, which have functions but no properties.</summary>
internal sealed class NetworkType(string name) : ObjectType
{
    public override string Name => name;

    public override IEnumerable<string> PropertyNames => [];

    public override Property? Find(string name) => null;
}
