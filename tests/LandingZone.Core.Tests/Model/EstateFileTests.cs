using System.IO.Compression;
using LandingZone.Core.Model;

namespace LandingZone.Core.Tests.Model;

public sealed class EstateFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("lz-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static IEnumerable<string> Problems(Func<object> read) =>
        Assert.Throws<ProblemsException>(read).Problems.Select(problem => problem.ToString());

    private static IEnumerable<string> Problems(params string[] lines) =>
        Problems(() => Given.Estate(lines).Read().ToList());

    [Fact]
    public void All_that_is_wrong_is_told_at_once_with_line_and_column()
    {
        string[] wrong =
        [
            """{"kind":"Bucket","id":"a","name":"a","cloud":"aws","public":"no","versiond":true}""",
            """{"kind":"Buket","id":"b"}""",
            """{"kind":"Budget","id":"c","name":"c","cloud":"aws","alerts":[{"thresholdPercent":80,"basis":"actually"}]}""",
            """{"kind":"Bucket","id":"d","name":"d","cloud":"aws","public":null}""",
        ];
        Assert.Equal(
            [
                "estate.jsonl:2:61: error: expected true or false, found 'no'",
                "estate.jsonl:2:77: error: unknown member 'versiond'. Did you mean 'versioned'?",
                "estate.jsonl:3:9: error: unknown kind 'Buket'. Did you mean 'Bucket'?",
                "estate.jsonl:4:93: error: expected one of actual, forecast, found 'actually'",
                "estate.jsonl:5:61: error: null is not a fact: state the value, or {\"unread\": \"why\"}",
            ],
            Problems(wrong));
    }

    [Fact]
    public void A_missing_place_is_told() => Assert.Equal(
        ["estate.jsonl:2:1: error: 'name' is missing", "estate.jsonl:2:1: error: 'cloud' is missing"],
        Problems("""{"kind":"Bucket","id":"a"}"""));

    [Fact]
    public void An_id_that_is_there_twice_is_told() => Assert.Equal(
        ["estate.jsonl:4:1: error: the id 'a' is there twice"],
        Problems(Given.Bucket("a", "1", "\"public\":true"), Given.Bucket("b", "1", "\"public\":true"), Given.Account("a")));

    [Fact]
    public void A_file_that_was_cut_at_the_end_of_a_line_is_told()
    {
        var cut = Given.Header(3) + "\n" + Given.Bucket("a", "1", "\"public\":true") + "\n";
        Assert.Equal(
            ["estate.jsonl:3:1: error: the file was cut: it holds 1 of 3 resources. Collect it again"],
            Problems(() => Given.File(cut).Read().ToList()));
    }

    [Fact]
    public void A_file_that_was_cut_in_a_line_is_told()
    {
        var cut = Given.Header(1) + "\n" + Given.Bucket("a", "1", "\"public\":true")[..40];
        Assert.Contains("broken JSON", Assert.Single(Problems(() => Given.File(cut).Read().ToList())), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.3)]
    [InlineData(0.6)]
    [InlineData(0.95)]
    public void A_compressed_file_that_was_cut_is_told(double part)
    {
        var path = Path.Combine(_folder, "estate.jsonl.gz");
        var buckets = Enumerable.Range(0, 2000).Select(i => Given.Bucket($"bucket-{i * 7919}", "1", "\"public\":true"));
        using (var zip = new GZipStream(File.Create(path), CompressionLevel.Fastest))
        using (var writer = new StreamWriter(zip))
        {
            writer.WriteLine(Given.Header(2000));
            foreach (var bucket in buckets)
            {
                writer.WriteLine(bucket);
            }
        }

        var whole = File.ReadAllBytes(path);
        Assert.Equal(2000, new EstateFile(path).Read().Count());
        File.WriteAllBytes(path, whole[..(int)(whole.Length * part)]);
        Assert.Contains(
            Problems(() => new EstateFile(path).Read().ToList()),
            problem => problem.Contains("cut", StringComparison.Ordinal) || problem.Contains("cannot be read on", StringComparison.Ordinal));
    }

    [Fact]
    public void A_newer_format_is_refused_with_what_to_do() => Assert.Equal(
        ["estate.jsonl:1:1: error: written in format 2; this lz reads up to 1. Update lz"],
        Problems(() => Given.File(Given.Header(0, version: 2))));

    [Theory]
    [InlineData("", "the file is empty")]
    [InlineData("{}", "not a saved estate: the first line must be its header")]
    [InlineData("[1]", "not a saved estate: the first line must be its header")]
    [InlineData("what", "the header cannot be read")]
    [InlineData("{\"landingzone\":1}", "the header cannot be read")]
    public void What_is_no_estate_is_refused(string text, string why) =>
        Assert.Contains(why, Assert.Single(Problems(() => Given.File(text))), StringComparison.Ordinal);

    [Fact]
    public void A_file_that_is_not_there_is_told() =>
        Assert.EndsWith("no such file", Assert.Single(Problems(() => new EstateFile(Path.Combine(_folder, "gone.jsonl")))), StringComparison.Ordinal);

    [Fact]
    public void What_is_written_is_sorted_private_and_the_same_each_time()
    {
        var path = Path.Combine(_folder, "estate.jsonl");
        var header = Given.Estate().Header;
        var resources = Given.Estate(
            Given.Bucket("b", "2", "\"public\":true"), Given.Bucket("a", "1", "\"public\":true"), Given.Account("1"),
            Given.Organization).Read().ToList();
        EstateWriter.Write(path, header, resources);
        var first = File.ReadAllBytes(path);
        EstateWriter.Write(path, header, resources.AsEnumerable().Reverse());
        Assert.Equal(first, File.ReadAllBytes(path));
        Assert.Equal(["o-1", "1", "a", "b"], new EstateFile(path).Read().Select(resource => resource.Id));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
        }
    }
}
