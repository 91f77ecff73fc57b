using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace LandingZone.Core.Model;

/// <summary>
/// A saved estate: a header, then a resource a line, as JSON Lines; compressed when the name ends in <c>.gz</c>. It is
/// streamed and can be read as often as needed.
/// </summary>
public sealed class EstateFile
{
    private const int MostProblems = 100;

    private static readonly int LongestKind = Kind.All.Max(kind => kind.Name.Length);

    private static readonly Dictionary<string, string> KindNames =
        Kind.All.Select(kind => kind.Name).Append(nameof(Gap)).ToDictionary(name => name);

    private readonly Func<Stream> _open;

    /// <param name="path">For messages; also the file's place.</param>
    /// <param name="open">Opens the file anew; null opens <paramref name="path"/>.</param>
    /// <exception cref="ProblemsException">There is no such file, or its header is wrong or of a newer version.</exception>
    public EstateFile(string path, Func<Stream>? open = null)
    {
        Path = path;
        _open = open ?? (() => File.OpenRead(path));
        Header = ReadHeader();
    }

    public string Path { get; }

    public EstateHeader Header { get; }

    /// <summary>All resources, in the file's order.</summary>
    /// <exception cref="ProblemsException">
    /// All that is wrong: a broken line, an unknown kind or member, a wrong type, an id that is there twice, a file that
    /// was cut.
    /// </exception>
    public IEnumerable<Resource> Read() => Read(_ => true);

    /// <summary>The resources of some kinds; of the others no more is looked at than their kind.</summary>
    /// <param name="wants">Is told the kind of each resource, and says whether it is to be read.</param>
    /// <exception cref="ProblemsException">All that is wrong with what is read.</exception>
    public IEnumerable<Resource> Read(Func<string, bool> wants)
    {
        using var stream = Open();
        var lines = new Utf8Lines(stream);
        List<Problem> problems = [];
        HashSet<UInt128> ids = [];
        var number = 0;
        var resources = 0L;
        while (TryNext(lines, ref number, problems, out var line))
        {
            if (number == 1 || line.Length == 0)
            {
                continue;
            }

            resources++;
            if (KindOf(line.Span) is { } kind && !wants(kind))
            {
                continue;
            }

            if (Parse(line, number, problems) is not { } resource)
            {
                continue;
            }

            if (!ids.Add(Digest(resource.Id)))
            {
                problems.Add(new Problem(Path, number, 1, $"the id '{resource.Id}' is there twice"));
            }

            if (problems.Count == 0)
            {
                yield return resource;
            }
        }

        if (resources < Header.Resources && problems.Count < MostProblems)
        {
            problems.Add(new Problem(
                Path, number, 1, $"the file was cut: it holds {resources} of {Header.Resources} resources. Collect it again"));
        }

        if (problems.Count > 0)
        {
            throw new ProblemsException(problems);
        }
    }

    // As estates are written, the kind comes first; a line that does not begin so is read in any case.
    private static string? KindOf(ReadOnlySpan<byte> line)
    {
        var start = "{\"kind\":\""u8;
        if (!line.StartsWith(start))
        {
            return null;
        }

        var rest = line[start.Length..];
        var end = rest.IndexOf((byte)'"');
        return end < 0 || end > LongestKind ? null : KindNames.GetValueOrDefault(Encoding.UTF8.GetString(rest[..end]));
    }

    private bool TryNext(Utf8Lines lines, ref int number, List<Problem> problems, out ReadOnlyMemory<byte> line)
    {
        line = default;
        try
        {
            number++;
            return problems.Count < MostProblems && lines.TryRead(out line);
        }
        catch (InvalidDataException broken)
        {
            problems.Add(new Problem(Path, number, 1, $"cannot be read on from here: {broken.Message}"));
            return false;
        }
    }

    private Resource? Parse(ReadOnlyMemory<byte> line, int number, List<Problem> problems)
    {
        try
        {
            return JsonSerializer.Deserialize(line.Span, ModelJson.Resource)
                ?? throw new JsonException("expected a resource, found null");
        }
        catch (Exception refused) when (refused is JsonException or NotSupportedException)
        {
            problems.AddRange(Problems(line, number, refused));
            return null;
        }
    }

    private List<Problem> Problems(ReadOnlyMemory<byte> line, int number, Exception refused)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            var columns = JsonPositions.Find(line.Span);
            List<Problem> problems =
            [
                .. ResourceCheck.Check(json.RootElement).Select(
                    problem => new Problem(Path, number, columns.GetValueOrDefault(problem.Path, 1), problem.Message)),
            ];
            return problems.Count > 0 ? problems : [new Problem(Path, number, 1, refused.Message)];
        }
        catch (JsonException broken)
        {
            return [new Problem(Path, number, (int)(broken.BytePositionInLine ?? 0) + 1, "broken JSON: the line was cut or edited")];
        }
    }

    private EstateHeader ReadHeader()
    {
        try
        {
            using var stream = Open();
            if (!new Utf8Lines(stream).TryRead(out var line))
            {
                throw new ProblemsException(Path, 1, 1, "the file is empty");
            }

            using var json = JsonDocument.Parse(line);
            if (json.RootElement.ValueKind != JsonValueKind.Object
                || !json.RootElement.TryGetProperty("landingzone", out var version) || !version.TryGetInt32(out var number))
            {
                throw new ProblemsException(Path, 1, 1, "not a saved estate: the first line must be its header");
            }

            return number > EstateHeader.NewestVersion
                ? throw new ProblemsException(
                    Path, 1, 1, $"written in format {number}; this lz reads up to {EstateHeader.NewestVersion}. Update lz")
                : json.RootElement.Deserialize(ModelJson.Header)!;
        }
        catch (InvalidDataException)
        {
            throw new ProblemsException(Path, 1, 1, "not compressed by gzip, as its name says, or cut within its first line");
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            throw new ProblemsException(Path, 1, 1, "the header cannot be read: the first line was cut or edited");
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new ProblemsException(Path, 1, 1, "no such file");
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new ProblemsException(Path, 1, 1, refused.Message);
        }
    }

    private Stream Open() =>
        Path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase)
            ? new GZipStream(_open(), CompressionMode.Decompress)
            : _open();

    // 128 bits of a digest instead of the text: a million ids in 32 MiB, and no two collide by accident.
    private static UInt128 Digest(string id)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(id), hash);
        return System.Buffers.Binary.BinaryPrimitives.ReadUInt128LittleEndian(hash);
    }
}
