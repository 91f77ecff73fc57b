using LandingZone.Core.Model;

namespace LandingZone.Core.Tests.Model;

public class AddressSetTests
{
    [Theory]
    [InlineData("0.0.0.0/0", true)]
    [InlineData("::/0", true)]
    [InlineData("2000::/3", true)]
    [InlineData("0.0.0.0/1,128.0.0.0/1", true)]
    [InlineData("128.0.0.0/1,10.1.2.3/32,0.0.0.0/1", true)]
    [InlineData("0.0.0.0/1,128.0.0.0/2,192.0.0.0/2", true)]
    [InlineData("0.0.0.0/5,8.0.0.0/7,11.0.0.0/8,12.0.0.0/6,16.0.0.0/4,32.0.0.0/3,64.0.0.0/2,128.0.0.0/1", true)]
    [InlineData("0.0.0.0/1", false)]
    [InlineData("10.0.0.0/8", false)]
    [InlineData("0.0.0.0/1,128.0.0.0/2,224.0.0.0/3", false)]
    [InlineData("8000::/1", false)]
    [InlineData("fd00::/8", false)]
    [InlineData("", false)]
    public void Ranges_are_open_when_they_leave_out_no_address_of_the_internet(string ranges, bool open) =>
        Assert.Equal(open, AddressSet.Of([.. ranges.Split(',', StringSplitOptions.RemoveEmptyEntries)]).Value.CoversInternet);

    [Fact]
    public void What_is_no_range_is_unread() =>
        Assert.Equal("'pl-1' is not an address range", AddressSet.Of(["10.0.0.0/8", "pl-1"]).Unread);
}
