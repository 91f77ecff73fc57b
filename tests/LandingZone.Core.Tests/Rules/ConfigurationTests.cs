using LandingZone.Core.Model;
using LandingZone.Core.Rules;

namespace LandingZone.Core.Tests.Rules;

public sealed class ConfigurationTests : IDisposable
{
    private const string Whole = """
        name: Contoso
        rules:
          tier: standard
          only: [storage, LZ-ACC-003]
          skip: [public-*]
          clouds: [aws, gcp]
          frameworks: [cis-aws-*, x-contoso]
        parameters:
          short-passwords:
            minLength: 12
            on:
              folder:Sandbox: {minLength: 8}
              "111122223333": {minLength: 20}
        environments:
          tagKeys: [stage]
          words: {production: [gold]}
          accounts: {"shop-*": production, hub: [shared, test]}
        owners:
          tagKeys: [squad]
          folders: {Workloads: apps@contoso.example}
          accounts: {"shop-*": shop@contoso.example}
        waivers:
          - allow: public-bucket
            on: www-*
            because: It is the website.
            owner: shop@contoso.example
            until: 2027-01-31
        answers:
          - question: break-glass-not-rehearsed
            answer: yes
            evidence: CHG-4711
            by: anna
            date: 2026-03-01
            until: 2027-03-01
        expectedAccounts:
          aws: ["111122223333", "222233334444"]
          azure: 7
        """;

    private static readonly RuleSet Rules = RuleSet.BuiltIn();

    private readonly string _folder = Directory.CreateTempSubdirectory("lz-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static List<string> Problems(string text)
    {
        var wrong = Assert.Throws<ProblemsException>(() => Configuration.Parse("landingzone.yaml", text, Rules));
        return [.. wrong.Problems.Select(problem => problem.ToString())];
    }

    [Fact]
    public void All_that_can_be_decided_is_read()
    {
        var read = Configuration.Parse("landingzone.yaml", Whole, Rules);
        Assert.Equal("Contoso", read.Name);
        Assert.Equal(Tier.Standard, read.Rules.Tier);
        Assert.Equal(["public-*"], read.Rules.Skip);
        Assert.Equal([Cloud.Aws, Cloud.Gcp], read.Rules.Clouds);
        Assert.Equal([null, "folder:Sandbox", "111122223333"], read.Parameters.Select(one => one.On));
        Assert.Equal("20", read.Parameters[2].Values["minLength"]);
        Assert.Equal(["gold"], read.Environments.Words[AccountEnvironment.Production]);
        Assert.Contains("dev", read.Environments.Words[AccountEnvironment.Development]);
        Assert.Equal([AccountEnvironment.Test, AccountEnvironment.Shared], read.Environments.Accounts["hub"]);
        Assert.Equal("apps@contoso.example", read.Owners.Folders["Workloads"]);
        Assert.Equal(new DateOnly(2027, 1, 31), Assert.Single(read.Waivers).Until);
        Assert.Equal(AnswerValue.Yes, Assert.Single(read.Answers).Value);
        Assert.Equal(2, read.ExpectedAccounts[Cloud.Aws].Count);
        Assert.Equal(7, read.ExpectedAccounts[Cloud.Azure].Count);
    }

    [Fact]
    public void A_part_whose_items_are_all_commented_out_is_empty() =>
        Assert.Empty(Configuration.Parse("landingzone.yaml", "waivers:\n#  - allow: public-bucket\nowners:\n", Rules).Waivers);

    [Fact]
    public void A_value_for_all_rules_goes_to_those_that_have_it_and_behind_a_rules_own()
    {
        var parameters = Configuration.Parse(
            "landingzone.yaml",
            """
            parameters:
              access-key-not-rotated: {maxKeyAgeDays: 30}
              all: {maxKeyAgeDays: 60, key: CostCenter}
            """,
            Rules).Parameters;
        Assert.Equal(
            ["maxKeyAgeDays: 60", "maxKeyAgeDays: 30"],
            parameters.Where(one => one.Rule == "access-key-not-rotated")
                .SelectMany(one => one.Values.Select(value => $"{value.Key}: {value.Value}")));
        Assert.Contains(parameters, one => one.Rule == "project-tag-missing" && one.Values["key"] == "\"CostCenter\"");
    }

    [Fact]
    public void A_value_for_all_rules_that_none_can_take_is_told_once() => Assert.Equal(
        [
            "landingzone.yaml:2:9: error: no rule has a parameter 'maxKeyAgeDay'. Did you mean 'maxKeyAgeDays'?",
            "landingzone.yaml:2:32: error: 'key' must be of type string",
        ],
        Assert.Throws<ProblemsException>(() => Configuration.Parse(
            "landingzone.yaml", "parameters:\n  all: {maxKeyAgeDay: 60, key: 3}\n", Rules)).Problems.Select(one => one.ToString()));

    [Fact]
    public void All_problems_are_told_at_once_with_their_places()
    {
        const string Text = """
            nmae: Contoso
            rules:
              tier: standart
              only: [sttorage]
              clouds: [asw]
              frameworks: [cis-asw-5.0]
            parameters:
              short-pasword: {minLength: 12}
              short-passwords: {minLength: twelve, minLenght: 3}
              no-organization: {on: {folder:Sandbox: {}}}
            environments:
              words: {prodction: [gold]}
            waivers:
              - allow: public-bukcet
                on: "*"
                owner: anna
                until: 2027-02-30
              - {allow: public-bucket, on: "folder:", because: ok, owner: anna, until: soon}
            answers:
              - {question: public-bucket, answer: maybe, evidence: x, by: anna, date: 2026-01-01, until: 2027-01-01}
            expectedAccounts: {aws: many}
            """;
        Assert.Equal(
            [
                "landingzone.yaml:1:1: error: unknown key 'nmae'. Did you mean 'name'?",
                "landingzone.yaml:3:9: error: 'standart' is not one of foundation, standard, advanced. Did you mean 'standard'?",
                "landingzone.yaml:4:10: error: no rule, section or control is called 'sttorage'. Did you mean 'storage'?",
                "landingzone.yaml:5:12: error: 'asw' is not one of aws, azure, gcp, oci. Did you mean 'aws'?",
                "landingzone.yaml:6:16: error: unknown framework 'cis-asw-5.0'. Did you mean 'cis-aws-5.0'?",
                "landingzone.yaml:8:3: error: there is no rule 'short-pasword'. Did you mean 'short-passwords'?",
                "landingzone.yaml:9:21: error: 'minLength' must be of type int",
                "landingzone.yaml:9:40: error: there is no parameter 'minLenght'. Did you mean 'minLength'?",
                "landingzone.yaml:10:26: error: no-organization judges what is above accounts: its parameters hold for everything",
                "landingzone.yaml:12:11: error: 'prodction' is not one of production, test, development, shared, sandbox. Did you mean 'production'?",
                "landingzone.yaml:14:5: error: 'because' is missing",
                "landingzone.yaml:14:12: error: there is no rule 'public-bukcet'. Did you mean 'public-bucket'?",
                "landingzone.yaml:17:12: error: '2027-02-30' is not a day such as 2026-01-31",
                "landingzone.yaml:18:32: error: a folder's name is missing after 'folder:'",
                "landingzone.yaml:18:76: error: 'soon' is not a day such as 2026-01-31",
                "landingzone.yaml:20:16: error: 'public-bucket' asks nothing: it is judged by what was read.",
                "landingzone.yaml:20:39: error: 'maybe' is not one of yes, no, notApplicable.",
                "landingzone.yaml:21:25: error: 'aws' must be the number of accounts, or a list of their ids",
            ],
            Problems(Text));
    }

    [Theory]
    [InlineData("rules: [storage]", "1:8: error: 'rules' must be a map")]
    [InlineData("waivers: {allow: x}", "1:10: error: 'waivers' must be a list")]
    [InlineData("name: [a]", "1:7: error: 'name' must be a text")]
    [InlineData("name: a\nname: b", "2:1: error: ")]
    [InlineData("name: [", "2:1: error: ")]
    [InlineData("- name", "1:1: error: expected one document that is a map of keys")]
    [InlineData("a: &a [x, x]\nb: [*a, *a]\n", "2:5: error: aliases are not allowed")]
    public void What_has_another_shape_is_refused_at_its_place(string text, string problem) =>
        Assert.StartsWith($"landingzone.yaml:{problem}", Assert.Single(Problems(text)), StringComparison.Ordinal);

    [Fact]
    public void Nesting_that_would_exhaust_the_stack_is_refused() =>
        Assert.Contains("nested more than 64 deep", Assert.Single(Problems("a: " + new string('[', 100_000))), StringComparison.Ordinal);

    [Fact]
    public void A_file_of_a_hundred_megabytes_is_refused_unread()
    {
        var path = Path.Combine(_folder, "landingzone.yaml");
        using (var file = File.Create(path))
        {
            file.SetLength(100 << 20);
        }

        var rules = Rules; // Read here, or what they allocate would be counted.
        var before = GC.GetAllocatedBytesForCurrentThread();
        var wrong = Assert.Throws<ProblemsException>(() => Configuration.Load(path, rules));
        Assert.Equal($"{path}:1:1: error: the file is larger than 1 MiB", wrong.Message);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 1 << 20);
    }

    [Fact]
    public void A_file_that_is_not_there_is_told() =>
        Assert.EndsWith(
            ":1:1: error: no such file",
            Assert.Throws<ProblemsException>(() => Configuration.Load(Path.Combine(_folder, "gone.yaml"), Rules)).Message,
            StringComparison.Ordinal);

    [Fact]
    public void Rules_that_are_wrong_themselves_do_not_make_waivers_wrong() =>
        Assert.Equal("own-rule", Assert.Single(Configuration.Parse(
            "landingzone.yaml", "waivers: [{allow: own-rule, on: x, because: y, owner: z, until: 2027-01-01}]", null).Waivers).Allow);

    [Fact]
    public void A_selection_by_cloud_and_framework_narrows_the_rules()
    {
        var oci = Rules.Select(new RuleSelection { Tier = Tier.Advanced, Clouds = [Cloud.Oci] });
        Assert.NotEmpty(oci.Rules);
        Assert.All(oci.Rules, rule => Assert.Equal([Cloud.Oci], rule.Clouds.Keys));
        var framework = Rules.Select(new RuleSelection { Tier = Tier.Advanced, Frameworks = ["cis-oci-*"] });
        Assert.NotEmpty(framework.Rules);
        Assert.All(framework.Rules, rule => Assert.Contains(rule.Frameworks.Keys, id => id.StartsWith("cis-oci-", StringComparison.Ordinal)));
        Assert.NotEqual(oci.Digest, framework.Digest);
    }
}
