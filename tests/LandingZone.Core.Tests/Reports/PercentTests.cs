using LandingZone.Core.Reports;
using LandingZone.Core.Rules;

namespace LandingZone.Core.Tests.Reports;

public class PercentTests
{
    [Theory]
    [InlineData(0.74, 0.74, "74", 100)]
    [InlineData(0.29, 0.29, "29", 100)]
    [InlineData(0.9999, 0.9999, "99", 100)]
    [InlineData(0.581, 0.761, "58–77", 82)]
    [InlineData(0.741, 0.744, "74–75", 99)]
    [InlineData(0.9999, 1, "99–100", 99)]
    [InlineData(0, 0.0001, "0–1", 99)]
    [InlineData(0, 0, "0", 100)]
    [InlineData(1, 1, "100", 100)]
    [InlineData(0, 1, "unread", 0)]
    public void A_score_is_never_rounded_to_better_than_it_is(double low, double high, string range, int coverage)
    {
        Assert.Equal(range, Percent.Range(new Interval(low, high)));
        Assert.Equal(coverage, Percent.Coverage(new Interval(low, high)));
    }

    [Fact]
    public void Where_nothing_is_judged_there_is_no_number()
    {
        Assert.Equal("–", Percent.Range(null));
        Assert.Equal("nothing was judged", Percent.Sentence(null));
    }

    [Fact]
    public void A_sentence_tells_both_ends_only_where_they_differ()
    {
        Assert.Equal("74 %", Percent.Sentence(new Interval(0.74, 0.74)));
        Assert.Equal("at least 58 %, at most 77 %", Percent.Sentence(new Interval(0.58, 0.77)));
        Assert.Equal("at least 0 %, at most 100 %", Percent.Sentence(new Interval(0, 1)));
    }
}
