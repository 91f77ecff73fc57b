using System.Collections.Immutable;

namespace LandingZone.Core.Model;

internal static class AddressFacts
{
    /// <summary>
    /// Whether the ranges together hold every address of the internet; unread when one of them is no range.
    /// </summary>
    public static Fact<bool> OpenToInternet(this Fact<ImmutableArray<string>> ranges) =>
        ranges.Addresses().Select(addresses => addresses.CoversInternet);

    /// <summary>The addresses of ranges in CIDR notation; unread when one of them is no range.</summary>
    public static Fact<AddressSet> Addresses(this Fact<ImmutableArray<string>> ranges) =>
        ranges.IsRead ? AddressSet.Of(ranges.Value) : new Unread(ranges.Unread!);
}
