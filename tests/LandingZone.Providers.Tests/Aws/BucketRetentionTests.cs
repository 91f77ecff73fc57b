using System.Xml.Linq;
using LandingZone.Providers.Aws;

namespace LandingZone.Providers.Tests.Aws;

public class BucketRetentionTests
{
    private const string All400 =
        "<Rule><Status>Enabled</Status><Filter/><Expiration><Days>400</Days></Expiration></Rule>";

    [Theory]
    [InlineData("Enabled", "COMPLIANCE", true)]
    [InlineData("Enabled", "GOVERNANCE", false)]
    [InlineData("", "COMPLIANCE", false)]
    public void Only_a_default_in_compliance_mode_locks_a_bucket(string enabled, string mode, bool expected)
    {
        var locked = BucketRetention.Locked(Answer(
            $"<L><ObjectLockEnabled>{enabled}</ObjectLockEnabled><Rule><DefaultRetention><Mode>{mode}</Mode>"
                + "<Days>30</Days></DefaultRetention></Rule></L>"));

        Assert.Equal(expected, locked.Value);
    }

    [Fact]
    public void Object_Lock_without_a_default_locks_nothing_by_itself() => Assert.False(
        BucketRetention.Locked(Answer("<L><ObjectLockEnabled>Enabled</ObjectLockEnabled></L>")).Value);

    [Theory]
    [InlineData("", 0)]
    [InlineData(All400, 400)]
    [InlineData(All400 + "<Rule><Status>Enabled</Status><Prefix/><Expiration><Days>90</Days></Expiration></Rule>", 90)]
    [InlineData(All400 + "<Rule><Status>Enabled</Status><Filter><Prefix></Prefix></Filter><Expiration><Days>91</Days>"
        + "</Expiration></Rule>", 91)]
    [InlineData("<Rule><Status>Disabled</Status><Filter/><Expiration><Days>9</Days></Expiration></Rule>", 0)]
    [InlineData("<Rule><Status>Enabled</Status><Filter/><Expiration><ExpiredObjectDeleteMarker>true"
        + "</ExpiredObjectDeleteMarker></Expiration></Rule>", 0)]
    [InlineData("<Rule><Status>Enabled</Status><Filter/><NoncurrentVersionExpiration><NoncurrentDays>30"
        + "</NoncurrentDays></NoncurrentVersionExpiration></Rule>", 0)]
    [InlineData("<Rule><Status>Enabled</Status><Filter><Prefix>tmp/</Prefix></Filter><Expiration><Days>7</Days>"
        + "</Expiration></Rule>", null)]
    [InlineData("<Rule><Status>Enabled</Status><Prefix>tmp/</Prefix><Expiration><Days>7</Days></Expiration></Rule>",
        null)]
    [InlineData("<Rule><Status>Enabled</Status><Filter><Tag><Key>a</Key><Value>b</Value></Tag></Filter><Expiration>"
        + "<Days>7</Days></Expiration></Rule>" + All400, null)]
    [InlineData("<Rule><Status>Enabled</Status><Filter><And><Prefix/><ObjectSizeGreaterThan>1</ObjectSizeGreaterThan>"
        + "</And></Filter><Expiration><Days>500</Days></Expiration></Rule>" + All400, 400)]
    [InlineData("<Rule><Status>Enabled</Status><Filter/><Expiration><Date>2030-01-01T00:00:00Z</Date>"
        + "</Expiration></Rule>", null)]
    public void Contents_end_by_the_shortest_rule_of_the_whole_bucket(string rules, int? expected)
    {
        var days = BucketRetention.Days(Answer($"<LifecycleConfiguration>{rules}</LifecycleConfiguration>"));

        Assert.Equal(expected, days.IsRead ? days.Value : null);
    }

    private static AwsAnswer<XElement> Answer(string xml) => new() { Body = XElement.Parse(xml) };
}
