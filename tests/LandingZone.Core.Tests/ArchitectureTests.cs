using System.Reflection;
using LandingZone.Core.Model;

namespace LandingZone.Core.Tests;

/// <summary>Which part may know which.</summary>
public class ArchitectureTests
{
    private static readonly Assembly Core = typeof(Resource).Assembly;

    [Fact]
    public void Cel_references_nothing_of_ours() => Assert.DoesNotContain(
        typeof(Cel.Value).Assembly.GetReferencedAssemblies(), name => name.Name!.StartsWith("LandingZone", StringComparison.Ordinal));

    [Fact]
    public void Core_references_Cel_alone() => Assert.Equal(
        ["LandingZone.Cel"],
        Core.GetReferencedAssemblies().Select(name => name.Name!).Where(name => name.StartsWith("LandingZone", StringComparison.Ordinal)));

    [Theory]
    [InlineData("../LandingZone.Providers", new[] { "LandingZone.Core.Rules", "LandingZone.Core.Reports", "LandingZone.Cel" })]
    [InlineData("../LandingZone.Providers/Http", new[] { "LandingZone.Providers.Aws" })]
    [InlineData("Model", new[] { "LandingZone.Core.Rules", "LandingZone.Core.Reports", "LandingZone.Cel", "Spectre", "YamlDotNet" })]
    [InlineData("Rules", new[] { "LandingZone.Core.Reports", "Spectre" })]
    public void A_part_does_not_use_what_stands_above_it(string part, string[] forbidden)
    {
        var root = Path.Combine(Repository.Root, "src", "LandingZone.Core", part);
        foreach (var file in Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories))
        {
            var text = File.ReadAllText(file);
            foreach (var name in forbidden)
            {
                Assert.False(text.Contains("using " + name, StringComparison.Ordinal), $"{file} uses {name}");
            }
        }
    }
}
