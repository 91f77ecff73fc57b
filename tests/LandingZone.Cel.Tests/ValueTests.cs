namespace LandingZone.Cel.Tests;

public sealed class ValueTests
{
    [Fact]
    public void An_error_never_reads_as_false_or_zero()
    {
        var error = Estate.Unread("AccessDenied");

        var exception = Assert.Throws<InvalidOperationException>(() => error.AsBool);
        Assert.Equal("The value is Error, not Bool: AccessDenied", exception.Message);
        Assert.Throws<InvalidOperationException>(() => error.AsInt);
        Assert.Throws<InvalidOperationException>(() => default(Value).AsBool);
        Assert.Throws<InvalidOperationException>(() => Value.Of(0).AsBool);
        Assert.NotEqual(error, error);
    }

    [Fact]
    public void Equal_numbers_of_different_kinds_have_one_hash()
    {
        foreach (var equal in new[] { Value.OfUint(7), Value.Of(7.0) })
        {
            Assert.Equal(Value.Of(7), equal);
            Assert.Equal(Value.Of(7).GetHashCode(), equal.GetHashCode());
        }

        Assert.Equal(Value.OfUint(1UL << 63), Value.Of(9223372036854775808.0));
        Assert.Equal(Value.OfUint(1UL << 63).GetHashCode(), Value.Of(9223372036854775808.0).GetHashCode());
        Assert.NotEqual(Value.Of(7), Value.Of("7"));
        Assert.NotEqual(Value.Of(1), Value.Of(true));
    }

    [Theory]
    [InlineData("1969-12-31T23:59:59.5Z")]
    [InlineData("0001-01-01T00:00:00Z")]
    [InlineData("9999-12-31T23:59:59.9999999Z")]
    [InlineData("2024-02-29T12:00:00Z")]
    public void A_timestamp_keeps_its_moment(string text)
    {
        var moment = DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

        Assert.Equal(moment, Value.Of(moment).AsTimestamp);
        Assert.Equal(text, Value.Of(moment).ToString());
        Assert.Equal(Value.Of(moment), Value.Of(moment.ToOffset(TimeSpan.Zero)));
    }

    [Fact]
    public void A_duration_keeps_its_length()
    {
        Assert.Equal(TimeSpan.FromDays(-90.5), Value.Of(TimeSpan.FromDays(-90.5)).AsDuration);
        Assert.Equal("-1.5s", Value.Of(TimeSpan.FromSeconds(-1.5)).ToString());
        Assert.True(Value.Of(TimeSpan.MaxValue).IsError);
    }

    [Fact]
    public void Maps_hold_whole_numbers_that_are_equal_once()
    {
        var map = CelMap.Of(new Dictionary<Value, Value> { [Value.Of(1)] = Value.Of("one") });

        Assert.True(map.TryGet(Value.OfUint(1), out _));
        Assert.True(map.TryGet(Value.Of(1.0), out _));
        Assert.False(map.TryGet(Value.Of("1"), out _));
        Assert.False(CelMap.Of(new Dictionary<string, string> { [""] = "x" }).TryGet(Value.Of(1), out _));
    }
}
