using System.IO.Compression;
using System.Text;
using LandingZone.Cli.Tests.Moto;

namespace LandingZone.Cli.Tests;

/// <summary>A saved estate is judged like the live one; a broken one is refused, with the place of each flaw.</summary>
public sealed class SavedEstateTests(SeededOrganizationFixture moto) : IDisposable
{
    private readonly TestFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_saved_estate_gives_the_findings_of_the_live_one()
    {
        await File.WriteAllBytesAsync(_folder["estate.jsonl.gz"], await moto.EstateAsync(), Cancellation);
        var saved = await AuditAsync("estate.jsonl.gz", "--tier", "advanced");
        Assert.True(saved.ExitCode == 0, saved.Everything);

        var live = (await moto.AuditAsync()).Report;
        var again = saved.Report;
        Assert.Equal(
            live.Findings.Select(finding => (finding.Key, finding.Verdict, finding.Message)).Order(),
            again.Findings.Select(finding => (finding.Key, finding.Verdict, finding.Message)).Order());
        Assert.Equal(live.Score, again.Score);
    }

    [Fact]
    public async Task A_file_that_was_cut_is_refused()
    {
        var bytes = await moto.EstateAsync();
        await File.WriteAllBytesAsync(_folder["cut.jsonl.gz"], bytes[..(bytes.Length / 2)], Cancellation);
        Complaint.Assert(await AuditAsync("cut.jsonl.gz"), "cut.jsonl.gz:", "error:");
    }

    [Fact]
    public async Task A_file_that_was_cut_between_lines_is_refused()
    {
        var lines = await LinesAsync();
        await WriteAsync("short.jsonl", lines[..^3]);
        Complaint.Assert(await AuditAsync("short.jsonl"), "short.jsonl:", "cut", "collect it again");
    }

    [Fact]
    public async Task An_unknown_kind_is_refused_with_its_place()
    {
        var lines = await LinesAsync();
        var bucket = lines.FindIndex(line => line.Contains("\"kind\":\"Bucket\"", StringComparison.Ordinal));
        lines[bucket] = lines[bucket].Replace("\"kind\":\"Bucket\"", "\"kind\":\"Buckte\"", StringComparison.Ordinal);
        await WriteAsync("kind.jsonl", lines);
        Complaint.Assert(
            await AuditAsync("kind.jsonl"), $"kind.jsonl:{bucket + 1}:", "unknown kind 'Buckte'", "'Bucket'");
    }

    [Fact]
    public async Task An_id_that_is_there_twice_is_refused_with_its_place()
    {
        var lines = await LinesAsync();
        lines.Add(lines[^1]);
        await WriteAsync("twice.jsonl", lines);
        Complaint.Assert(await AuditAsync("twice.jsonl"), $"twice.jsonl:{lines.Count}:", "twice");
    }

    [Fact]
    public async Task A_newer_version_is_refused_with_advice()
    {
        var lines = await LinesAsync();
        lines[0] = lines[0].Replace("\"landingzone\":1", "\"landingzone\":2", StringComparison.Ordinal);
        await WriteAsync("newer.jsonl", lines);
        Complaint.Assert(await AuditAsync("newer.jsonl"), "newer.jsonl:1:", "format 2", "update lz");
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_named()
    {
        Complaint.Assert(await AuditAsync("absent.jsonl"), "absent.jsonl", "no such file");
    }

    private async Task<List<string>> LinesAsync()
    {
        using var zipped = new MemoryStream(await moto.EstateAsync());
        await using var unzipped = new GZipStream(zipped, CompressionMode.Decompress);
        using var reader = new StreamReader(unzipped, Encoding.UTF8);
        var text = await reader.ReadToEndAsync(Cancellation);
        return [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries)];
    }

    private Task WriteAsync(string name, IEnumerable<string> lines) =>
        File.WriteAllLinesAsync(_folder[name], lines, Cancellation);

    private Task<LzRun> AuditAsync(string estate, params string[] arguments) =>
        Lz.RunAsync(_folder.Path, null, Cancellation, ["audit", estate, .. arguments]);
}
