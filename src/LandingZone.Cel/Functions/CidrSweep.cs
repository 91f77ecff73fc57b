namespace LandingZone.Cel;

/// <summary>
/// Finds address blocks that overlap by sorting them: as one of two overlapping blocks always contains the other, a
/// block's followers overlap it until one begins behind its end.
/// </summary>
internal sealed class CidrSweep(CelError? incomplete)
{
    private readonly List<(CidrBlock Block, int Element)> _blocks = [];
    private CelError? _incomplete = incomplete;

    /// <summary>Adds what an element has: a CIDR, its text, or a list of them. An error that is no Unread is returned.</summary>
    public Value? Add(int element, Value value)
    {
        if (value.Kind != ValueKind.List)
        {
            return AddOne(element, value);
        }

        _incomplete ??= value.AsList.Incomplete;
        return value.AsList.Values.Select(block => AddOne(element, block)).FirstOrDefault(fault => fault is not null);
    }

    /// <summary>Each group has two elements or more, first one whose block contains all others' of the group.</summary>
    public Value Groups(CelList elements)
    {
        _blocks.Sort(Compare);
        var groups = new List<Value>();
        var start = 0;
        for (var index = 1; index <= _blocks.Count; index++)
        {
            if (index == _blocks.Count || !_blocks[start].Block.Overlaps(_blocks[index].Block))
            {
                AddGroup(groups, elements, _blocks.GetRange(start, index - start));
                start = index;
            }
        }

        return Value.Of(CelList.Of(groups, _incomplete));
    }

    private static int Compare((CidrBlock Block, int Element) one, (CidrBlock Block, int Element) other)
    {
        var order = one.Block.Address.Version.CompareTo(other.Block.Address.Version);
        order = order != 0 ? order : one.Block.First.CompareTo(other.Block.First);
        order = order != 0 ? order : one.Block.PrefixLength.CompareTo(other.Block.PrefixLength);
        return order != 0 ? order : one.Element.CompareTo(other.Element);
    }

    private Value? AddOne(int element, Value value)
    {
        var block = Networks.ToCidr(value);
        if (!block.IsError)
        {
            _blocks.Add((Networks.BlockOf(block), element));
            return null;
        }

        _incomplete ??= block.AsError.IsUnread ? block.AsError : null;
        return block.AsError.IsUnread ? null : block;
    }

    private void AddGroup(List<Value> groups, CelList elements, List<(CidrBlock Block, int Element)> blocks)
    {
        var members = blocks.Select(block => block.Element).Distinct().ToList();
        if (members.Count > 1)
        {
            groups.Add(Value.Of(CelList.Of([.. members.Select(index => elements[index])], _incomplete)));
        }
    }
}
