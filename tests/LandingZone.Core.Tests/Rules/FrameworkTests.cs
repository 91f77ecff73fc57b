using LandingZone.Core.Rules;

namespace LandingZone.Core.Tests.Rules;

public sealed class FrameworkTests
{
    [Theory]
    [InlineData("cis-aws-3.0", 62)]
    [InlineData("cis-aws-5.0", 63)]
    [InlineData("cis-azure-2.0", 151)]
    [InlineData("cis-azure-3.0", 159)]
    [InlineData("cis-gcp-2.0", 84)]
    [InlineData("cis-gcp-3.0", 85)]
    [InlineData("cis-oci-2.0", 51)]
    [InlineData("cis-oci-3.0", 54)]
    [InlineData("nist-csf-2.0", 0)]
    public void A_list_has_every_item_once_and_in_order(string id, int count)
    {
        var framework = Framework.All.Single(framework => framework.Id == id);
        var items = framework.Controls.Select(control => control.Id).ToList();
        Assert.Equal(count, items.Count);
        Assert.Equal(items.Distinct().OrderBy(Sortable, StringComparer.Ordinal), items);
    }

    [Fact]
    public void A_reason_is_a_text_or_nothing() => Assert.All(
        Framework.All.SelectMany(framework => framework.Controls),
        control => Assert.True(control.WhyNoRule is not "" && control.WhyNoRule == control.WhyNoRule?.Trim()));

    private static string Sortable(string item) =>
        string.Join('.', item.Split('.').Select(part => part.PadLeft(3, '0')));
}
