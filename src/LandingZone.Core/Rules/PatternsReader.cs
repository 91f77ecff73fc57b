using System.Collections.Immutable;
using System.Globalization;
using LandingZone.Core.Model;
using YamlDotNet.RepresentationModel;

namespace LandingZone.Core.Rules;

/// <summary>Reads what <c>landingzone.yaml</c> says about accounts: environments, owners and how many there must be.</summary>
internal sealed class PatternsReader(YamlMap file)
{
    public EnvironmentPatterns ReadEnvironments()
    {
        var standard = EnvironmentPatterns.Default;
        if (file.Map("environments") is not { } map)
        {
            return standard;
        }

        var words = standard.Words.ToBuilder();
        if (map.Map("words") is { } stated)
        {
            foreach (var (key, environment) in stated.Keys<AccountEnvironment>())
            {
                words[environment] = [.. stated.Texts(key.Value!)];
            }
        }

        var accounts = ImmutableSortedDictionary.CreateBuilder<string, ImmutableArray<AccountEnvironment>>(StringComparer.Ordinal);
        if (map.Map("accounts") is { } patterns)
        {
            foreach (var (pattern, value) in patterns.Entries())
            {
                accounts[pattern.Value!] = [.. patterns.WordOrWords<AccountEnvironment>(value).Distinct().Order()];
            }
        }

        var environments = standard with
        {
            TagKeys = map.Get("tagKeys") is null ? standard.TagKeys : [.. map.Texts("tagKeys")],
            Words = words.ToImmutable(),
            Accounts = accounts.ToImmutable(),
        };
        map.End();
        return environments;
    }

    public OwnerPatterns ReadOwners()
    {
        if (file.Map("owners") is not { } map)
        {
            return OwnerPatterns.Default;
        }

        var owners = new OwnerPatterns
        {
            TagKeys = map.Get("tagKeys") is null ? OwnerPatterns.Default.TagKeys : [.. map.Texts("tagKeys")],
            Folders = ReadTexts(map, "folders"),
            Accounts = ReadTexts(map, "accounts"),
        };
        map.End();
        return owners;
    }

    public ImmutableSortedDictionary<Cloud, ExpectedAccounts> ReadExpectedAccounts()
    {
        var expected = ImmutableSortedDictionary.CreateBuilder<Cloud, ExpectedAccounts>();
        if (file.Map("expectedAccounts") is { } map)
        {
            foreach (var (key, cloud) in map.Keys<Cloud>())
            {
                expected[cloud] = ReadExpected(map, key.Value!);
            }
        }

        return expected.ToImmutable();
    }

    private static ExpectedAccounts ReadExpected(YamlMap map, string key)
    {
        if (map.Get(key) is YamlSequenceNode)
        {
            var ids = map.Texts(key).ToImmutableArray();
            return new ExpectedAccounts { Count = ids.Length, Ids = ids };
        }

        var node = map.Get(key)!;
        if (node is YamlScalarNode scalar
            && int.TryParse(scalar.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var count))
        {
            return new ExpectedAccounts { Count = count };
        }

        map.Refuse(node, $"'{key}' must be the number of accounts, or a list of their ids");
        return new ExpectedAccounts { Count = 0 };
    }

    private static ImmutableSortedDictionary<string, string> ReadTexts(YamlMap map, string key)
    {
        var texts = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        if (map.Map(key) is { } entries)
        {
            foreach (var (name, _) in entries.Entries())
            {
                texts[name.Value!] = entries.Text(name.Value!);
            }
        }

        return texts.ToImmutable();
    }
}
