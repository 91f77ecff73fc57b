using LandingZone.Core.Model;
using LandingZone.Core.Rules;

namespace LandingZone.Core.Tests.Rules;

public sealed class FrameworkNamesTests : IDisposable
{
    private static readonly string[] Known = ["cis-aws-3.0", "cis-aws-5.0", "cis-oci-2.0"];

    private readonly string _folder = Directory.CreateTempSubdirectory("lz-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("cis-aws-5.0")]
    [InlineData("cis-aws-6.0")]
    [InlineData("cis-aws-5.0.1")]
    [InlineData("cis-gcp-2.0")]
    [InlineData("pci-dss-4.0")]
    [InlineData("contoso-baseline")]
    public void Known_names_other_versions_and_names_of_ones_own_are_well(string name) =>
        Assert.Null(FrameworkNames.WhatIsWrong(name, Known));

    [Theory]
    [InlineData("cis-aws-5.O", "cis-aws-5.0")]
    [InlineData("cis-aws-5.o", "cis-aws-5.0")]
    [InlineData("cis-aws-50", "cis-aws-5.0")]
    [InlineData("cis_aws-5.0", "cis-aws-5.0")]
    [InlineData("cis-asw-5.0", "cis-aws-5.0")]
    [InlineData("CIS-AWS-5.0", "cis-aws-5.0")]
    [InlineData("cis-ocl-2.0", "cis-oci-2.0")]
    public void A_name_that_one_letter_tells_from_a_known_one_is_misspelt(string name, string meant) =>
        Assert.Equal($"unknown framework '{name}'. Did you mean '{meant}'?", FrameworkNames.WhatIsWrong(name, Known));

    [Theory]
    [InlineData("PCI DSS")]
    [InlineData("Contoso")]
    [InlineData("")]
    public void A_name_that_is_written_in_another_way_is_told(string name) =>
        Assert.StartsWith($"'{name}' is no name of a framework", FrameworkNames.WhatIsWrong(name, Known), StringComparison.Ordinal);

    [Fact]
    public void A_folder_is_refused_with_the_place_of_each_misspelt_name()
    {
        var path = Path.Combine(_folder, "flaw.yaml");
        File.WriteAllText(path, Given.RuleText("flaw", "Bucket", "resource.versoined", "frameworks: {cis-aws-5.O: [\"1\"], mine: [\"2\"]}"));
        var refused = Assert.Throws<ProblemsException>(() => RuleSet.Load(_folder));
        Assert.Equal([5, 12], refused.Problems.Select(problem => problem.Line));
        Assert.Equal(new Problem(path, 12, 14, "unknown framework 'cis-aws-5.O'. Did you mean 'cis-aws-5.0'?"), refused.Problems[1]);
    }

    [Fact]
    public void No_built_in_rule_misspells_the_framework_of_another()
    {
        var names = RuleSet.BuiltIn().Rules.SelectMany(rule => rule.Frameworks.Keys).Distinct().ToList();
        Assert.All(names, name => Assert.Null(FrameworkNames.WhatIsWrong(name, [.. names.Where(other => other != name)])));
    }
}
